package io.waypost.standalone;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is personal stands in the account and nowhere else, and is gone when the account is. */
class PersonalDataIT {

    private static final Pattern DATABASE = Pattern.compile("Database +(jdbc:\\S+)");
    private static final String TOPIC = "waypost.events";
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    private final Person person = Person.invented();

    @Test
    void isInNoEventTopicOrLogAndEveryTraceGoesWithTheAccount() throws Exception {
        Path data = directory.resolve("data");
        try (ForkedWaypost waypost = ForkedWaypost.start(data, "--waypost.admin.password=" + Api.ADMIN_PASSWORD)
                .untilReady()) {
            Api admin = Api.of(waypost.url()).signedInAsAdmin();
            JdbcClient jdbc = jdbc(waypost);
            long id = live(admin);
            assertThat(tablesWithTraces(jdbc)).containsExactly("waypost_write.account", "waypost_write.waiver_reason");
            awaitRelay(admin);
            // What is searched is there to be found: the person, by number, completed a course.
            assertThat(topic(waypost))
                    .contains(
                            "learner-" + id,
                            "io.waypost.learner.CourseCompleted.v1",
                            "io.waypost.group.MemberAddedToGroup.v1");
            assertNoTraces("the topic", topic(waypost));

            admin.delete("/api/users/" + id).expect(204);

            assertThat(tablesWithTraces(jdbc)).isEmpty();
            rebuildAll(admin);
            assertThat(tablesWithTraces(jdbc)).isEmpty();
            awaitRelay(admin);
            assertNoTraces("the topic", topic(waypost));
            assertNoTraces("the log", waypost.output());
            assertNoTraces("PostgreSQL's log", logsOfPostgres(data));
            Answer history = admin.get("/api/users/" + id + "/history").expect(200);
            assertNoTraces("the history", history.text());
            assertThat(history.text()).contains("\"username\":\"erased user " + id + "\"", "UserErased");
            admin.get("/api/users/" + id).expectProblem(404, "not_found");
        }
    }

    /** All that a person does with the service, and all that is done to them, also with mistakes; their number. */
    private long live(Api admin) {
        Api anyone = admin.anonymous();
        anyone.post("/api/auth/register", person.form("child_dob", person.lastName()))
                .expect(422);
        long id = anyone.post("/api/auth/register", person.form("child_dob", "2024-02-29"))
                .expect(201)
                .id();
        anyone.post("/api/auth/register", person.form("child_dob", "2024-02-29"))
                .expect(400);
        anyone.post("/api/auth/login", Map.of("username", person.username(), "password", person.firstName()))
                .expect(401);
        Answer tokens = anyone.post(
                        "/api/auth/login", Map.of("username", person.username(), "password", person.password()))
                .expect(200);
        Api user = anyone.withToken(tokens.body().path("access_token").asString());
        anyone.post(
                        "/api/auth/refresh",
                        Map.of(
                                "refresh_token",
                                tokens.body().path("refresh_token").asString()))
                .expect(200);
        user.patch("/api/auth/me", Map.of("last_name", person.lastName(), "avatar_url", person.avatarUrl()))
                .expect(200);
        Authoring author = new Authoring(admin);
        long course = author.courseWith(2);
        long module = author.order(course).getFirst();
        long first = author.post(module, "First");
        long second = author.post(module, "Second");
        long group =
                admin.post("/api/groups", Map.of("name", "Parents")).expect(201).id();
        admin.raw("POST", "/api/groups/" + group + "/members:import", "text/csv", person.email() + ",moderator\n")
                .expect(200);
        admin.raw("POST", "/api/groups/" + group + "/members:import", "text/csv", person.lastName() + ",member\n")
                .expect(422);
        admin.post("/api/groups/" + group + "/courses", Map.of("course_id", course))
                .expect(201);
        admin.post("/api/users/" + id + "/courses", Map.of("course_id", course)).expect(201);
        admin.put("/api/users/" + id + "/posts/" + first + "/waiver", Map.of("reason", "Is " + person.firstName()))
                .expect(200);
        user.put("/api/posts/" + second + "/completion", Map.of()).expect(200);
        user.get("/api/courses/" + course + "/progress").expect(200);
        admin.with("Accept", "text/csv")
                .get("/api/groups/" + group + "/progress")
                .expect(200);
        user.get("/api/groups/" + group).expect(200);
        user.get("/api/courses/" + course).expect(200);
        assertThat(admin.get("/api/users?search=" + person.lastName())
                        .expect(200)
                        .body()
                        .path("items")
                        .size())
                .isOne();
        assertThat(user.get("/api/users/" + id + "/export").expect(200).text()).contains(person.childName());
        admin.patch("/api/users/" + id, Map.of("first_name", person.firstName()))
                .expect(200);
        admin.patch("/api/users/" + id + "/role", Map.of("role", "manager")).expect(200);
        user.post("/api/modules", Map.of("title", "By a manager")).expect(201);
        admin.patch("/api/users/" + id + "/status", Map.of("is_active", false)).expect(200);
        admin.patch("/api/users/" + id + "/status", Map.of("is_active", true)).expect(200);
        return id;
    }

    private List<String> tablesWithTraces(JdbcClient jdbc) {
        List<String> found = new ArrayList<>();
        for (String table : jdbc.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                         where schemaname like 'waypost%' order by 1""").query(String.class).list()) {
            Long rows = jdbc.sql("select count(*) from " + table + " t where t::text ~* ?")
                    .param(String.join("|", person.traces()))
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private void assertNoTraces(String where, String text) {
        assertThat(text).as(where).isNotEmpty();
        assertThat(text.toLowerCase(ROOT)).as(where).doesNotContain(person.traces());
    }

    private static void rebuildAll(Api admin) {
        admin.get("/api/admin/projections").expect(200).body().forEach(projection -> {
            if (projection.path("kind").asString().equals("view")) {
                admin.post("/api/admin/projections/" + projection.path("name").asString() + "/rebuild", Map.of())
                        .expect(202);
            }
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                admin.get("/api/admin/projections").expect(200).text())
                        .doesNotContain("\"replaying\":true"));
    }

    private static void awaitRelay(Api admin) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                admin.get("/api/admin/projections").expect(200).body())
                        .filteredOn(
                                projection -> projection.path("kind").asString().equals("relay"))
                        .singleElement()
                        .satisfies(
                                relay -> assertThat(relay.path("lag").asLong()).isZero()));
    }

    /** Everything in the topic: keys, headers and values. */
    private static String topic(ForkedWaypost waypost) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", waypost.kafka());
        StringBuilder text = new StringBuilder();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    text.append(record.key()).append(' ').append(record.value()).append(' ');
                    record.headers()
                            .forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8))
                                    .append(' '));
                }
            }
        }
        return text.toString();
    }

    private static String logsOfPostgres(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            StringBuilder text = new StringBuilder();
            files.filter(file ->
                            file.toString().endsWith(".log") && file.toString().contains("postgres"))
                    .filter(Files::isRegularFile)
                    .forEach(file -> text.append(read(file)));
            return text.toString();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JdbcClient jdbc(ForkedWaypost waypost) {
        return JdbcClient.create(
                new DriverManagerDataSource(waypost.found(DATABASE).orElseThrow(), "postgres", ""));
    }

    /** A person, every part of whom can be told from all else. */
    private record Person(
            String username,
            String email,
            String password,
            String firstName,
            String lastName,
            String childName,
            String childSex,
            String avatarUrl) {

        static Person invented() {
            return new Person(
                    trace(),
                    trace() + "@example.org",
                    trace(),
                    trace(),
                    trace(),
                    trace(),
                    trace(),
                    "https://example.org/" + trace() + ".png");
        }

        Map<String, Object> form(String field, String value) {
            return People.form(
                    username,
                    Map.of(
                            "email",
                            email,
                            "password",
                            password,
                            "first_name",
                            firstName,
                            "last_name",
                            lastName,
                            "child_name",
                            childName,
                            "child_sex_assigned_at_birth",
                            childSex,
                            "avatar_url",
                            avatarUrl,
                            field,
                            value));
        }

        String[] traces() {
            return new String[] {
                username, email, password, firstName, lastName, childName, childSex, avatarUrl, "2024-02-29"
            };
        }

        private static String trace() {
            return "x" + UUID.randomUUID().toString().replace("-", "");
        }
    }
}
