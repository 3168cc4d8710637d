package io.waypost.standalone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes groups the way a client does, and looks into the log and the lookups at what became of them. */
record Groups(Api api, JdbcClient jdbc) {

    Groups(Api api, RunningWaypost waypost) {
        this(api, waypost.context().getBean(JdbcClient.class));
    }

    /** A group whose owner is who the client is for. */
    long group() {
        return api.post("/api/groups", Map.of("name", "A group")).expect(201).id();
    }

    void add(long group, long user, String role) {
        api.post(member(group, user), Map.of("role", role)).expect(201);
    }

    static String path(long group) {
        return "/api/groups/" + group;
    }

    static String member(long group, long user) {
        return path(group) + "/members/" + user;
    }

    static String courses(long group) {
        return path(group) + "/courses";
    }

    /** The roles of the members. */
    Map<Long, String> members(long group) {
        Map<Long, String> members = new LinkedHashMap<>();
        jdbc.sql("select user_id, role from waypost_write.group_member_lookup where group_id = ? order by user_id")
                .param(group)
                .query(row -> {
                    members.put(row.getLong("user_id"), row.getString("role"));
                });
        return members;
    }

    /** The courses assigned, by their numbers. */
    List<Long> assigned(long group) {
        return jdbc.sql("select course_id from waypost_write.group_course_lookup where group_id = ? order by course_id")
                .param(group)
                .query((row, number) -> row.getLong("course_id"))
                .list();
    }

    /** What happened to the group, in order. */
    List<String> events(long group) {
        return jdbc.sql(
                        "select event_type from waypost_write.event_log where aggregate_id = ? order by sequence_number")
                .param("group-" + group)
                .query((row, number) -> row.getString("event_type"))
                .list();
    }
}
