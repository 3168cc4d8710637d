package io.waypost.command.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waypost.api.group.GroupId;
import io.waypost.api.group.GroupRole;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserId;
import io.waypost.command.group.GroupCommand.ImportMembers;
import io.waypost.command.group.ImportedMembers.Imported;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.platform.security.CurrentUser;
import io.waypost.platform.security.Requires;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes many users into a group at once. */
@RestController
class MemberImportController {

    private final Commands commands;
    private final GroupAuthorities authorities;
    private final AccountNames names;

    MemberImportController(Commands commands, GroupAuthorities authorities, AccountNames names) {
        this.commands = commands;
        this.authorities = authorities;
        this.names = names;
    }

    @Operation(summary = "Takes the users of a list into a group: all of them or, if anything is wrong with it, none")
    @PostMapping(path = "/api/groups/{id}/members:import", consumes = "text/csv")
    @Requires(SystemRole.USER)
    ResponseEntity<ImportBody> importMembers(
            @PathVariable("id") GroupId id,
            @RequestBody Optional<String> csv,
            CurrentUser user,
            CommandRequest request) {
        Authority by = authorities.of(user, id);
        MemberFile file = MemberFile.read(csv.orElse(""));
        List<String> called = file.lines().stream().map(MemberFile.Line::user).toList();
        ImportMembers command = new ImportMembers(id, file.newcomers(names.usersCalled(called)), by);
        return commands.send(command, ImportedMembers.class, request).ok(imported -> body(file, imported));
    }

    private static ImportBody body(MemberFile file, ImportedMembers imported) {
        List<MemberFile.Line> lines = file.lines();
        return new ImportBody(IntStream.range(0, lines.size())
                .mapToObj(i -> Result.of(lines.get(i), imported.members().get(i)))
                .toList());
    }

    @Schema(name = "ImportedMembers")
    record ImportBody(List<Result> results) {}

    @Schema(name = "ImportedMember")
    record Result(long line, String user, UserId userId, GroupRole role, Status status) {

        static Result of(MemberFile.Line line, Imported member) {
            Status status = member.added() ? Status.ADDED : Status.ALREADY_MEMBER;
            return new Result(line.number(), line.user(), member.userId(), member.role(), status);
        }

        /** Without what is personal, so that no log line ever shows it. */
        @Override
        public String toString() {
            return "Result[" + line + "]";
        }
    }

    enum Status {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("already_member")
        ALREADY_MEMBER
    }
}
