package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many clients edit one course at the same time. */
@ExtendWith(SharedWaypost.class)
class ConcurrentEditsIT {

    private static final int CLIENTS = 32;

    @Test
    void twoHundredEditsOfOneCourseAllCount(Api api, RunningWaypost waypost) throws Exception {
        Authoring author = new Authoring(api);
        long course = author.courseWith(60);
        List<Long> initial = author.order(course);
        String modules = Authoring.modulesOf(course);
        List<Long> leaving = initial.subList(0, 50);
        List<Long> arriving = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            arriving.add(author.module("Arrives " + i));
        }
        List<Callable<Answer>> edits = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            long leaves = leaving.get(i);
            long arrives = arriving.get(i);
            long moves = initial.get(50 + i % 10);
            int place = i * 7 % 40;
            edits.add(() -> api.delete(modules + "/" + leaves));
            edits.add(() -> api.post(modules, Map.of("module_id", arrives, "ordering", place)));
            edits.add(() -> {
                Answer moved = api.patch(modules + "/" + moves, Map.of("ordering", place));
                List<Long> after = Authoring.order(moved.expect(200), "module_id");
                assertThat(after.indexOf(moves)).isEqualTo(Math.min(place, after.size() - 1));
                return moved;
            });
            edits.add(() -> api.patch(modules + "/" + moves, Map.of("after", moves)));
        }

        List<Answer> answers = inParallel(edits);

        assertThat(answers)
                .hasSize(200)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as("%s", answer.text()).isBetween(200, 204));
        Set<Long> expected = new HashSet<>(initial.subList(50, 60));
        expected.addAll(arriving);
        List<Long> order = author.order(course);
        assertThat(order).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        // Each acknowledged edit that changed something is an event of its own.
        long changes = answers.stream()
                .filter(answer -> answer.status() != 200)
                .map(Answer::position)
                .distinct()
                .count();
        assertThat(changes).isEqualTo(100);
        assertThat(eventsOf(waypost, course)).isEqualTo(1 + etagVersion(api, course));
        assertThat(replayed(waypost, course)).isEqualTo(order);
        assertThat(snapshotsOf(waypost, course)).isPositive();
    }

    @Test
    void oneOfManyWhoAddTheSameModuleWins(Api api) throws Exception {
        Authoring author = new Authoring(api);
        long course = author.course("Contended");
        long module = author.module("Wanted");
        List<Callable<Answer>> attempts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            attempts.add(() -> api.post(Authoring.modulesOf(course), Map.of("module_id", module)));
        }

        List<Answer> answers = inParallel(attempts);

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectProblem(400, "module_already_in_course"));
        assertThat(author.order(course)).containsExactly(module);
    }

    /** The order that results when every change in the log is made again, one by one, on a plain list. */
    private static List<Long> replayed(RunningWaypost waypost, long course) {
        List<Long> order = new ArrayList<>();
        waypost.context()
                .getBean(JdbcClient.class)
                .sql("select event_type, (payload ->> 'module_id')::bigint as module_id,"
                        + " (payload ->> 'ordering')::int as ordering"
                        + " from waypost_write.event_log where aggregate_id = ? order by sequence_number")
                .param("course-" + course)
                .query((row, number) -> {
                    Long module = row.getLong("module_id");
                    switch (row.getString("event_type")) {
                        case "ModuleAddedToCourse" -> order.add(row.getInt("ordering"), module);
                        case "ModuleRemovedFromCourse" -> order.remove(module);
                        case "ModuleMovedInCourse" -> {
                            order.remove(module);
                            order.add(row.getInt("ordering"), module);
                        }
                        default ->
                            assertThat(number)
                                    .as("only the first event is no edit")
                                    .isZero();
                    }
                    return module;
                })
                .list();
        return order;
    }

    private static long etagVersion(Api api, long course) {
        return Long.parseLong(
                api.get("/api/courses/" + course).expect(200).etag().replace("\"", ""));
    }

    private static long eventsOf(RunningWaypost waypost, long course) {
        return count(waypost, "select count(*) from waypost_write.domain_event where aggregate_id = ?", course);
    }

    private static long snapshotsOf(RunningWaypost waypost, long course) {
        return count(waypost, "select count(*) from waypost_write.snapshot where aggregate_id = ?", course);
    }

    private static long count(RunningWaypost waypost, String sql, long course) {
        return waypost.context()
                .getBean(JdbcClient.class)
                .sql(sql)
                .param("course-" + course)
                .query(Long.class)
                .single();
    }

    static List<Answer> inParallel(List<Callable<Answer>> requests) throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : clients.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
