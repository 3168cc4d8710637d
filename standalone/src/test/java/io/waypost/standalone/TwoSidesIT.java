package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waypost.command.CommandSideApplication;
import io.waypost.embedded.KafkaBroker;
import io.waypost.embedded.PostgresServer;
import io.waypost.embedded.WaypostDatabase;
import io.waypost.query.QuerySideApplication;
import io.waypost.standalone.People.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two command nodes and two query nodes, each an application of its own, on one database with a role for each side. */
@Order(4)
class TwoSidesIT {

    private static final Duration SOON = Duration.ofMinutes(1);

    private static PostgresServer postgres;
    private static KafkaBroker kafka;
    private static final List<ConfigurableApplicationContext> NODES = new ArrayList<>();

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start(Optional.empty(), 0);
        kafka = KafkaBroker.start(Optional.empty(), 0);
        WaypostDatabase database = WaypostDatabase.ensure(postgres, "waypost");
        for (int i = 0; i < 2; i++) {
            NODES.add(start(CommandSideApplication.class, "command-side", WaypostDatabase.COMMAND, database));
        }
        for (int i = 0; i < 2; i++) {
            NODES.add(start(QuerySideApplication.class, "query-side", WaypostDatabase.QUERY, database));
        }
    }

    @AfterAll
    static void stop() {
        NODES.reversed().forEach(ConfigurableApplicationContext::close);
        kafka.close();
        postgres.close();
    }

    @Test
    void whatACommandNodeAcknowledgesEveryQueryNodeShows() {
        for (int command = 0; command < 2; command++) {
            for (int query = 2; query < 4; query++) {
                Api api = Api.of(url(command), url(query)).signedInAsAdmin();
                Authoring author = new Authoring(api);
                long course = author.courseWith(3);
                List<Long> order = author.order(course);
                assertThat(order).hasSize(3);

                Answer moved = api.patch(Authoring.modulesOf(course) + "/" + order.getLast(), Map.of("ordering", 0))
                        .expect(200);

                assertThat(moved.header("Waypost-Projection")).isEmpty();
                assertThat(author.order(course)).containsExactly(order.get(2), order.get(0), order.get(1));
                api.get("/api/auth/me").expect(200);
            }
        }
    }

    @Test
    void aNodeWithAStaleAggregateDecidesOnTheFreshOne() {
        Api first = Api.of(url(0), url(2)).signedInAsAdmin();
        Api second = Api.of(url(1), url(2)).signedInAsAdmin();
        Authoring author = new Authoring(first);
        long course = author.course("Shared");
        long module = author.module("Module");
        String path = "/api/courses/" + course;
        second.patch(path, Map.of("title", "Seen by the second")).expect(200);

        first.post(Authoring.modulesOf(course), Map.of("module_id", module)).expect(201);
        second.delete(Authoring.modulesOf(course) + "/" + module).expect(204);
        first.post(Authoring.modulesOf(course), Map.of("module_id", module)).expect(201);

        first.patch(path, Map.of("title", "By the first")).expect(200);
        assertThat(second.patch(path, Map.of("title", "Seen by the second"))
                        .expect(200)
                        .etag())
                .isEqualTo(first.get(path).expect(200).etag());
        assertThat(first.get(path).body().path("title").asString()).isEqualTo("Seen by the second");
    }

    @Test
    void editsThroughBothCommandNodesAllCount() throws Exception {
        Api first = Api.of(url(0), url(2)).signedInAsAdmin();
        Api second = Api.of(url(1), url(3)).signedInAsAdmin();
        Authoring author = new Authoring(first);
        long course = author.course("Busy");
        List<Callable<Answer>> edits = new ArrayList<>();
        List<Long> modules = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long module = author.module("Module " + i);
            modules.add(module);
            Api node = i % 2 == 0 ? first : second;
            edits.add(() -> node.post(Authoring.modulesOf(course), Map.of("module_id", module, "ordering", 0)));
        }

        List<Answer> answers = ConcurrentEditsIT.inParallel(edits);

        List<Long> added = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).status() == 201) {
                added.add(modules.get(i));
            } else {
                answers.get(i).expectProblem(409, "conflict");
            }
        }
        assertThat(added).isNotEmpty();
        assertThat(author.order(course)).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void aRebuildIsAskedForOnACommandNodeAndRunsOnAQueryNode() {
        Api api = Api.of(url(0), url(3)).signedInAsAdmin();
        long course = new Authoring(api).courseWith(2);
        String before = api.get("/api/courses/" + course).expect(200).text();

        api.post("/api/admin/projections/course-outline/rebuild", Map.of()).expect(202);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                api.get("/api/admin/projections").expect(200).text())
                        .doesNotContain("\"replaying\":true"));
        assertThat(api.get("/api/courses/" + course).expect(200).text()).isEqualTo(before);
    }

    @Test
    void whatUsersMayDoChangesOnEveryNodeWithinASecond() {
        Api admin = Api.of(url(0), url(2)).signedInAsAdmin();
        People people = new People(admin);
        Person disabled = people.make("user");
        Person promoted = people.make("user");
        Person erased = people.make("user");
        List<Api> clients = new ArrayList<>();
        for (Person person : List.of(disabled, promoted, erased)) {
            clients.add(people.signedIn(person));
        }
        for (int node = 0; node < 4; node++) {
            assertThat(statusesAt(node, clients)).containsOnly(403);
        }

        admin.patch(disabled.path() + "/status", Map.of("is_active", false)).expect(200);
        admin.patch(promoted.path() + "/role", Map.of("role", "admin")).expect(200);
        admin.delete(erased.path()).expect(204);

        // Not "until": however slow the machine is, nobody who asks after this second gets an old answer.
        await().pollDelay(Duration.ofSeconds(1)).atMost(SOON).until(() -> true);
        for (int node = 0; node < 4; node++) {
            // What an admin gets there: a command with an empty body is refused, a query is answered.
            int allowed = node < 2 ? 422 : 200;
            assertThat(statusesAt(node, clients)).containsExactly(401, allowed, 401);
        }
    }

    @Test
    void theLimitOfWrongPasswordsHoldsOverAllNodes() throws Exception {
        Api admin = Api.of(url(0), url(2)).signedInAsAdmin();
        People people = new People(admin);
        Person attacked = people.make("user");
        Person other = people.make("user");
        List<Callable<Answer>> guesses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Api node = Api.of(url(i % 2));
            guesses.add(
                    () -> node.post("/api/auth/login", Map.of("username", attacked.username(), "password", "wrong")));
        }

        List<Answer> answers = ConcurrentEditsIT.inParallel(guesses);

        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.status() == 429))
                .hasSize(14)
                .allSatisfy(answer -> {
                    answer.expectProblem(429, "too_many_attempts");
                    assertThat(Long.parseLong(answer.header("retry-after").orElseThrow()))
                            .isBetween(1L, 60L);
                });
        for (int node = 0; node < 2; node++) {
            Map<String, String> right = Map.of("username", attacked.username(), "password", People.PASSWORD);
            Api.of(url(node)).post("/api/auth/login", right).expectProblem(429, "too_many_attempts");
        }
        people.signIn(other);
    }

    @Test
    void theLimitOfAnAddressHoldsOverAllNodes() {
        JdbcClient command = NODES.getFirst().getBean(JdbcClient.class);
        String elsewhere = "203.0.113.7";
        command.sql("insert into waypost_write.failed_login (subject) select ? from generate_series(1, 99)")
                .param("address:" + elsewhere)
                .update();
        Person person = new People(Api.of(url(0)).signedInAsAdmin()).make("user");
        Map<String, String> right = Map.of("username", person.username(), "password", People.PASSWORD);
        Api from = Api.of(url(0)).with("X-Forwarded-For", elsewhere);

        from.post("/api/auth/login", right).expect(200);
        from.post("/api/auth/login", Map.of("username", People.uniqueName(), "password", "wrong"))
                .expectProblem(401, "wrong_credentials");
        from.at(url(1)).post("/api/auth/login", right).expectProblem(429, "too_many_attempts");

        Api.of(url(1)).post("/api/auth/login", right).expect(200);
    }

    @Test
    void aKeyThatOneNodeMadeIsGoodOnAllOfThem() {
        Api admin = Api.of(url(0), url(2)).signedInAsAdmin();
        Person person = new People(admin).make("user");
        admin.post("/api/admin/signing-keys", Map.of()).expect(201);

        for (int signing = 0; signing < 2; signing++) {
            Api client = new People(admin.at(url(signing))).signedIn(person);
            for (int node = 2; node < 4; node++) {
                client.at(url(node)).get("/api/auth/me").expect(200);
            }
        }
        admin.get("/api/auth/me").expect(200);
    }

    @Test
    void theCommandSideCanAddToWhatHappenedButNotChangeIt() {
        JdbcClient command = NODES.getFirst().getBean(JdbcClient.class);
        for (String change : List.of(
                "update waypost_write.domain_event set payload = '{}'",
                "delete from waypost_write.domain_event",
                "truncate waypost_write.domain_event",
                "update waypost_read.course set title = 'Changed'")) {
            assertThatThrownBy(() -> command.sql(change).update())
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private static ConfigurableApplicationContext start(
            Class<?> application, String config, String role, WaypostDatabase database) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        return SharedWaypost.oneAtATime(() -> new SpringApplicationBuilder(application)
                .run(
                        "--spring.config.name=" + config,
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + role,
                        "--spring.flyway.url=" + database.url(),
                        "--spring.flyway.user=" + WaypostDatabase.OWNER,
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        // As behind the gateway, which says where a request comes from.
                        "--server.forward-headers-strategy=native",
                        "--waypost.read-your-writes.timeout=20s",
                        "--waypost.admin.password=" + Api.ADMIN_PASSWORD));
    }

    /** What only admins may do there: a command on the first two nodes, a query on the others. */
    private static List<Integer> statusesAt(int node, List<Api> clients) {
        return clients.stream()
                .map(client -> client.at(url(node)))
                .map(client -> node < 2 ? client.post("/api/users", Map.of()) : client.get("/api/users?limit=1"))
                .map(Answer::status)
                .toList();
    }

    private static String url(int node) {
        return "http://localhost:" + NODES.get(node).getEnvironment().getRequiredProperty("local.server.port");
    }
}
