package io.waypost.standalone;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets users learn the way a client does, and looks into the log at what became of it.
 *
 * @param admin a client that may do everything but learn
 */
record Learning(Api admin, Participants people, JdbcClient jdbc) {

    Learning(Api admin, RunningWaypost waypost) {
        this(admin, new Participants(waypost), waypost.context().getBean(JdbcClient.class));
    }

    /** A new user, to whom courses are assigned directly. */
    Learner learner(long... courses) {
        long id = people.user();
        for (long course : courses) {
            assign(id, course);
        }
        return new Learner(id, people.parent(id), jdbc);
    }

    void assign(long user, long course) {
        admin.post("/api/users/" + user + "/courses", Map.of("course_id", course))
                .expect(201);
    }

    static String completion(long post) {
        return "/api/posts/" + post + "/completion";
    }

    /** A course with one module of so many posts, to read or of any type. */
    Shown course(int posts) {
        Authoring author = new Authoring(admin);
        long course = author.course("A course to learn");
        long module = author.module("A module to learn");
        author.add(course, module);
        return new Shown(
                course,
                module,
                IntStream.range(0, posts)
                        .mapToObj(i -> author.post(module, "Post " + i))
                        .toList());
    }

    /** A course, its one module, and the posts of that. */
    record Shown(long course, long module, List<Long> posts) {}

    /**
     * A user who learns.
     *
     * @param api their client
     */
    record Learner(long id, Api api, JdbcClient jdbc) {

        Answer complete(long post) {
            return api.put(completion(post), Map.of());
        }

        /** What happened to them, in order. */
        List<String> events() {
            return jdbc.sql(
                            "select event_type from waypost_write.event_log where aggregate_id = ? order by sequence_number")
                    .param("learner-" + id)
                    .query((row, number) -> row.getString("event_type"))
                    .list();
        }

        /** What happened of one kind, as JSON, in order. */
        List<String> events(String type) {
            return jdbc.sql("""
                            select payload::text as payload from waypost_write.event_log
                             where aggregate_id = ? and event_type = ? order by sequence_number""")
                    .param("learner-" + id)
                    .param(type)
                    .query((row, number) -> row.getString("payload"))
                    .list();
        }

        /** How often a course was completed. */
        long completions(long course) {
            return jdbc.sql("""
                            select count(*) from waypost_write.event_log
                             where aggregate_id = ? and event_type = 'CourseCompleted'
                               and (payload ->> 'course_id')::bigint = ?""")
                    .param("learner-" + id)
                    .param(course)
                    .query(Long.class)
                    .single();
        }
    }
}
