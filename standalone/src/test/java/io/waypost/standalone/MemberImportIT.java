package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Lists of members as CSV. */
@ExtendWith(SharedWaypost.class)
class MemberImportIT {

    private Api api;
    private Groups groups;
    private Participants people;
    private RunningWaypost waypost;

    @BeforeEach
    void signIn(Api signedIn, RunningWaypost running) {
        api = signedIn;
        groups = new Groups(signedIn, running);
        people = new Participants(running);
        waypost = running;
    }

    @Test
    void namesAndAddressesInAnyLetterCaseBecomeMembersInOneTransaction() {
        long id = groups.group();
        long ada = people.user();
        long ben = people.user();
        String csv = "user,role\r\n" + Participants.nameOf(ada).toUpperCase(Locale.ROOT) + ",moderator\r\n"
                + Participants.emailOf(ben).toLowerCase(Locale.ROOT) + "\r\n";

        Answer answer = importing(api, id, csv).expect(200);

        JsonNode results = answer.body().path("results");
        assertThat(results.size()).isEqualTo(2);
        assertThat(results.get(0).propertyNames())
                .containsExactlyInAnyOrder("line", "user", "user_id", "role", "status");
        assertThat(results.get(0).path("line").asInt()).isEqualTo(2);
        assertThat(results.get(0).path("user").asString())
                .isEqualTo(Participants.nameOf(ada).toUpperCase(Locale.ROOT));
        assertThat(results.get(0).path("user_id").asLong()).isEqualTo(ada);
        assertThat(results.get(0).path("role").asString()).isEqualTo("moderator");
        assertThat(results.get(0).path("status").asString()).isEqualTo("added");
        assertThat(results.get(1).path("line").asInt()).isEqualTo(3);
        assertThat(results.get(1).path("role").asString()).isEqualTo("member");
        assertThat(answer.etag()).isEqualTo("\"3\"");
        assertThat(groups.members(id)).containsEntry(ada, "moderator").containsEntry(ben, "member");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        long id = groups.group();
        long ada = people.user();
        long ben = people.user();
        groups.add(id, ada, "moderator");
        String csv = Participants.nameOf(ada) + "\n" + Participants.nameOf(ben) + ",owner\n" + Participants.emailOf(ben)
                + ",owner";
        Answer first = importing(api, id, csv).expect(200);
        assertThat(statuses(first)).isEqualTo("already_member added already_member");
        assertThat(first.body().path("results").get(0).path("role").asString()).isEqualTo("moderator");

        Answer again = importing(api, id, csv).expect(200);

        assertThat(statuses(again)).isEqualTo("already_member already_member already_member");
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(groups.members(id)).containsEntry(ada, "moderator").containsEntry(ben, "owner");
    }

    @Test
    void oneBadLineKeepsAllOut() {
        long id = groups.group();
        long ada = people.user();
        String name = Participants.nameOf(ada);
        String csv =
                name + "\nnobody at all\n" + name + ",boss\n" + name + ",member,extra\n\n" + name + ",owner\na\0b\n";

        Answer refused = importing(api, id, csv).expectProblem(422, "invalid_input");

        assertThat(refused.body().path("errors").findValuesAsString("field"))
                .containsExactly("line 2", "line 3", "line 4", "line 6", "line 7");
        assertThat(refused.body().path("errors").findValuesAsString("message")).noneMatch(String::isBlank);
        assertThat(groups.members(id)).doesNotContainKey(ada);
        assertThat(groups.events(id)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "user,role\n"})
    void aFileThatNamesNobodyIs422(String csv) {
        importing(api, groups.group(), csv).expectProblem(422, "invalid_input");
    }

    @Test
    void whatIsNoCsvIs415AndWhatIsNoGroupIs404() {
        String path = Groups.path(groups.group()) + "/members:import";

        api.raw("POST", path, "application/json", "{}").expectProblem(415, "unsupported_media_type");
        api.raw("POST", path, "text/plain", "admin").expectProblem(415, "unsupported_media_type");
        importing(api, 999_999_999, "admin").expectProblem(404, "not_found");
    }

    @Test
    void aFileIsReadInTheCharactersThatItIsWrittenIn() {
        long id = groups.group();
        long user = people.user();
        waypost.context()
                .getBean(JdbcClient.class)
                .sql("update waypost_write.account set username = ? where id = ?")
                .param("J\u00f6rg-" + user)
                .param(user)
                .update();

        importing(api, id, "\uFEFFuser,role\nJ\u00d6RG-" + user).expect(200);

        assertThat(groups.members(id)).containsEntry(user, "member");
    }

    @Test
    void moderatorsImportPlainMembersOnly() {
        long id = groups.group();
        long moderator = people.user();
        long ada = people.user();
        groups.add(id, moderator, "moderator");
        Api client = people.parent(moderator);

        importing(client, id, Participants.nameOf(ada) + ",owner").expectProblem(403, "forbidden");
        assertThat(groups.members(id)).doesNotContainKey(ada);
        importing(client, id, Participants.nameOf(ada)).expect(200);
        assertThat(groups.members(id)).containsEntry(ada, "member");
    }

    @Test
    void tenThousandBecomeMembersAtOnce() {
        long id = groups.group();
        long first = 1_000_000_000;
        JdbcClient jdbc = waypost.context().getBean(JdbcClient.class);
        jdbc.sql("""
                        insert into waypost_write.account (id, username, email, password_hash, role, created_at, updated_at)
                        select n, 'many-' || n, 'many-' || n || '@example.org', 'none', 'user', now(), now()
                          from generate_series(?, ? + 9999) as n""").param(first).param(first).update();
        jdbc.sql("insert into waypost_write.user_lookup select n from generate_series(?, ? + 9999) as n")
                .param(first)
                .param(first)
                .update();
        String csv = LongStream.range(first, first + 10_000)
                .mapToObj(user -> "many-" + user)
                .collect(Collectors.joining("\n"));

        Answer answer = importing(api, id, csv).expect(200);

        assertThat(answer.body().path("results").size()).isEqualTo(10_000);
        assertThat(groups.members(id)).hasSize(10_001);
        long last = people.user();
        assertThat(api.post(Groups.member(id, last), Map.of()).expect(201).etag())
                .isEqualTo("\"10002\"");
        assertThat(api.patch(Groups.path(id), Map.of("name", "Many"))
                        .expect(200)
                        .body()
                        .path("member_count")
                        .asInt())
                .isEqualTo(10_002);
    }

    private static Answer importing(Api client, long group, String csv) {
        return client.raw("POST", Groups.path(group) + "/members:import", "text/csv", csv);
    }

    private static String statuses(Answer answer) {
        return StreamSupport.stream(answer.body().path("results").spliterator(), false)
                .map(result -> result.path("status").asString())
                .collect(Collectors.joining(" "));
    }
}
