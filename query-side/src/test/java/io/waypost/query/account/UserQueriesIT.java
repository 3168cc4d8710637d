package io.waypost.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.api.user.SystemRole;
import io.waypost.query.testing.Accounts;
import io.waypost.query.testing.Happened;
import io.waypost.query.testing.QueryNode;
import io.waypost.query.testing.QueryNode.Answer;
import io.waypost.query.testing.TestDatabase;
import io.waypost.query.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserQueriesIT {

    private final TestDatabase database = TestDatabase.create();
    private final Tokens tokens = new Tokens(database);
    private final QueryNode node = QueryNode.start(database);
    private final String admin = tokens.of(1, SystemRole.ADMIN);
    private final String manager = tokens.of(52, SystemRole.MANAGER);
    private final String parent = tokens.of(3, SystemRole.USER);

    @BeforeAll
    void createAccounts() {
        Accounts accounts = new Accounts(database);
        accounts.add(1, "root", SystemRole.ADMIN);
        accounts.add(3, "parent", SystemRole.USER);
        // Older than the one before it, though its id is higher: another node gave it.
        accounts.add(52, "manager", SystemRole.MANAGER, Happened.START.plusSeconds(2));
        accounts.add(60, "bjoern_1", SystemRole.USER);
        accounts.name(60, "BJÖRN", "Weiß");
        accounts.add(61, "bjoernx1", SystemRole.USER);
        accounts.name(61, "Ünal", "Şahin");
        accounts.disable(61);
        accounts.add(62, "50%off", SystemRole.USER);
        accounts.add(63, "back\\slash", SystemRole.USER);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private static List<Long> ids(JsonNode users) {
        List<Long> ids = new ArrayList<>();
        users.forEach(user -> ids.add(user.get("id").asLong()));
        return ids;
    }

    private List<Long> found(String query) {
        Answer answer = node.get("/api/users?" + query, admin);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.body().get("next_cursor").isNull()).isTrue();
        return ids(answer.body().get("items"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users", "/api/auth/users"})
    void withoutParametersTheListIsAPlainArrayOfAllUsersOldestFirst(String path) {
        Answer answer = node.get(path, admin);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Waypost-As-Of")).contains("0");
        assertThat(ids(answer.body())).containsExactly(1L, 52L, 3L, 60L, 61L, 62L, 63L);
        assertThat(answer.body().get(0).toString()).isEqualTo("""
                {"id":1,"username":"root","email":"root@example.org","first_name":null,"last_name":null,\
                "child_name":null,"child_sex_assigned_at_birth":null,"child_dob":null,"avatar_url":null,\
                "role":{"id":3,"name":"admin","description":"Administers courses, users and the service"},\
                "email_verified":false,"is_active":true,"created_at":"2026-01-01T00:00:01Z",\
                "updated_at":"2026-01-01T00:00:01Z"}""");
    }

    @ParameterizedTest
    @CsvSource({
        "search=root, 1",
        "search=ROOT, 1",
        "search=oo, 1",
        "search=t%40example, '1,3'",
        "search=bj%C3%B6rn, 60",
        "search=BJ%C3%96RN%20wei%C3%9F, 60",
        "search=%C3%BCnal, 61",
        "search=%C5%9EAHIN, 61",
        "search=bjoern, '60,61'",
        "search=%20bjoern%20, '60,61'",
        "search=bjoern_, 60",
        "search=%25, 62",
        "search=50%25o, 62",
        "search=%5C, 63",
        "search=k%5Cs, 63",
        "search=n.org, ''",
        "search=root%20root, ''",
        "role=manager, 52",
        "role=admin, 1",
        "is_active=false, 61",
        "search=bjoern&is_active=true, 60",
        "search=bjoern&role=admin, ''",
        "search=r&role=manager&is_active=true, 52"
    })
    void aSearchFindsWhatHoldsTheTextAndFitsTheFilters(String query, String expected) {
        List<Long> ids = expected.isEmpty()
                ? List.of()
                : List.of(expected.split(",")).stream().map(Long::valueOf).toList();

        assertThat(found(query)).isEqualTo(ids);
    }

    @Test
    void aBlankSearchFindsAll() {
        assertThat(found("search=%20")).hasSize(7);
        assertThat(ids(node.get("/api/auth/users?search=root", admin).body().get("items")))
                .containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "role=boss, role",
        "role=, role",
        "is_active=yes, is_active",
        "limit=0, limit",
        "limit=201, limit",
        "limit=ten, limit",
        "cursor=%25, cursor",
        "cursor=abc, cursor",
        "cursor=MTA, cursor",
        "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OS0x, cursor",
        "cursor=LTUtLTU, cursor",
        "search=a%00b, search"
    })
    void aParameterWithoutMeaningIsInvalid(String query, String field) {
        Answer answer = node.get("/api/users?" + query, admin);

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users", "/api/auth/users", "/api/users?search=a", "/api/users?role=boss"})
    void onlyAnAdminListsUsers(String path) {
        assertThat(node.get(path, parent).status()).isEqualTo(403);
        assertThat(node.get(path, manager).status()).isEqualTo(403);
        assertThat(node.get(path, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void anAdminSeesAnyoneAndEveryoneThemselves() {
        Answer answer = node.get("/api/users/3", parent);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Waypost-As-Of")).contains("0");
        assertThat(answer.body()).isEqualTo(node.get("/api/users/3", admin).body());
        assertThat(answer.body().get("username").asString()).isEqualTo("parent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/1", "/api/users/4", "/api/users/0"})
    void othersLearnNothingNotEvenWhetherThereIsSuchAUser(String path) {
        assertThat(node.get(path, parent).status()).isEqualTo(403);
        assertThat(node.get(path, manager).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/4", "/api/users/0", "/api/users/-1", "/api/users/99999999999999999999"})
    void anAdminIsToldThatThereIsNoSuchUser(String path) {
        Answer answer = node.get(path, admin);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("detail").asString()).isEqualTo("User not found");
    }

    @Test
    void anIdThatIsNoNumberIsInvalidAndWithoutATokenNothingIsSaid() {
        assertThat(node.get("/api/users/ten", parent).status()).isEqualTo(422);
        assertThat(node.get("/api/users/1", Map.of()).status()).isEqualTo(401);
    }
}
