package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rebuild gives the same answers and has no other effect: nothing is decided, appended or published again. */
@ExtendWith(SharedWaypost.class)
@Isolated("what others append would look like an effect")
class RebuildIT {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void changesNoAnswerAndRepeatsNoEffect(Api api, RunningWaypost waypost) {
        Authoring author = new Authoring(api);
        long course = author.courseWith(4);
        long module = author.order(course).getFirst();
        long post = author.post(module, "Post");
        long doomed = author.module("Doomed");
        author.add(course, doomed);
        api.delete("/api/modules/" + doomed).expect(204);
        await().atMost(SOON).until(() -> lag(api) == 0);
        List<String> paths =
                List.of("/api/courses", "/api/courses/" + course, "/api/modules/" + module, "/api/posts/" + post);
        List<String> answers = paths.stream().map(path -> api.get(path).text()).toList();
        long events = events(waypost);
        long published = published(waypost);

        for (String view : List.of("course-outline", "module-outline", "groups", "direct-courses", "progress")) {
            api.post("/api/admin/projections/" + view + "/rebuild", Map.of()).expect(202);
        }

        await().atMost(SOON)
                .until(() -> !api.get("/api/admin/projections").text().contains("\"replaying\":true"));
        assertThat(paths.stream().map(path -> api.get(path).text()).toList()).isEqualTo(answers);
        assertThat(events(waypost)).isEqualTo(events);
        assertThat(published(waypost)).isEqualTo(published);
        long more = author.course("After the rebuild");
        api.get("/api/courses/" + more).expect(200);
    }

    private static long lag(Api api) {
        return api.get("/api/admin/projections").expect(200).body().findValuesAsString("lag").stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static long events(RunningWaypost waypost) {
        return waypost.context()
                .getBean(JdbcClient.class)
                .sql("select count(*) from waypost_write.domain_event")
                .query(Long.class)
                .single();
    }

    private static long published(RunningWaypost waypost) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", waypost.kafka().bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer
                    .endOffsets(consumer.partitionsFor("waypost.events").stream()
                            .map(partition -> new TopicPartition("waypost.events", partition.partition()))
                            .collect(Collectors.toSet()))
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
