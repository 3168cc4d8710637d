package io.waypost.command.group;

import static io.waypost.command.group.GroupFixture.ADA;
import static io.waypost.command.group.GroupFixture.BEN;
import static io.waypost.command.group.GroupFixture.CLEO;
import static io.waypost.command.group.GroupFixture.DAN;
import static io.waypost.command.group.GroupFixture.GROUP;
import static io.waypost.command.group.GroupFixture.SLEEP;
import static io.waypost.command.group.GroupFixture.givenGroup;
import static io.waypost.command.group.GroupFixture.joined;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.group.GroupEvent.CourseAssignedToGroup;
import io.waypost.api.group.GroupRole;
import io.waypost.command.Snapshots;
import io.waypost.command.group.GroupCommand.ReviseGroup;
import io.waypost.platform.eventstore.EventJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GroupSnapshotTest {

    private static final JsonMapper MAPPER = EventJson.mapper();

    @Test
    void readsBackWithAllItHolds() {
        givenGroup(
                        joined(BEN, GroupRole.MEMBER),
                        joined(CLEO, GroupRole.MODERATOR),
                        new CourseAssignedToGroup(GROUP, SLEEP, 0, List.of(SLEEP)))
                .when(new ReviseGroup(GROUP, Optional.of("Toddlers"), Optional.empty()))
                .expectState(group -> Snapshots.assertReadsBack("Group", group));
    }

    @Test
    void readsBackWithoutWhatIsOptional() {
        givenGroup(GroupFixture.left(ADA))
                .when(new ReviseGroup(GROUP, Optional.empty(), Optional.of(Optional.empty())))
                .expectState(group -> Snapshots.assertReadsBack("Group", group));
    }

    @Test
    void takesLittleMoreThanTheNumberOfEachMember() {
        assertThat(MAPPER.writeValueAsString(members()))
                .isEqualTo("{\"joined\":[14,12,11,13],\"owners\":[11],\"moderators\":[13]}");
    }

    @Test
    void keepsWhoJoinedFirstAndWhoOwns() {
        Members read = MAPPER.readValue(MAPPER.writeValueAsString(members()), Members.class);

        assertThat(read.longestStanding(GroupRole.MEMBER)).contains(DAN);
        assertThat(read.longestStanding(GroupRole.MODERATOR)).contains(CLEO);
        assertThat(read.isLastOwner(ADA)).isTrue();
        read.remove(DAN);
        assertThat(read.longestStanding(GroupRole.MEMBER)).contains(BEN);
    }

    private static Members members() {
        Members members = new Members();
        members.put(DAN, GroupRole.MEMBER);
        members.put(BEN, GroupRole.MEMBER);
        members.put(ADA, GroupRole.OWNER);
        members.put(CLEO, GroupRole.MODERATOR);
        return members;
    }
}
