package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Courses assigned to groups and directly to users, as the contract has them. */
@ExtendWith(SharedWaypost.class)
class AssignmentApiIT {

    private Api api;
    private Authoring author;
    private Groups groups;
    private Participants people;

    @BeforeEach
    void signIn(Api signedIn, RunningWaypost waypost) {
        api = signedIn;
        author = new Authoring(signedIn);
        groups = new Groups(signedIn, waypost);
        people = new Participants(waypost);
    }

    @Test
    void coursesOfAGroupStandWhereTheyArePut() {
        long id = groups.group();
        String courses = Groups.courses(id);
        long a = author.course("A");
        long b = author.course("B");
        long c = author.course("C");

        Answer first = api.post(courses, Map.of("course_id", a)).expect(201);
        assertThat(ids(first)).containsExactly(a);
        assertThat(first.header("location")).hasValue(courses);
        assertThat(ids(api.post(courses, Map.of("course_id", b)).expect(201))).containsExactly(a, b);
        assertThat(ids(api.post(courses, Map.of("course_id", c, "ordering", 0)).expect(201)))
                .containsExactly(c, a, b);
        Answer reordered = api.put(courses + "/order", Map.of("course_ids", List.of(b, a, c)))
                .expect(200);
        assertThat(ids(reordered)).containsExactly(b, a, c);
        assertThat(api.put(courses + "/order", Map.of("course_ids", List.of(b, a, c)))
                        .expect(200)
                        .etag())
                .isEqualTo(reordered.etag());

        api.delete(courses + "/" + a).expect(204);

        assertThat(groups.assigned(id)).containsExactly(b, c);
        assertThat(ids(api.put(courses + "/order", Map.of("course_ids", List.of(c, b)))
                        .expect(200)))
                .containsExactly(c, b);
    }

    @Test
    void anAssignedCourseIsShownAsItIs() {
        long id = groups.group();
        long course = author.courseWith(2);
        api.patch("/api/courses/" + course, Map.of("title", "Revised", "description", "Of two"))
                .expect(200);
        Answer itself = api.get("/api/courses/" + course).expect(200);

        JsonNode assigned = api.post(Groups.courses(id), Map.of("course_id", course))
                .expect(201)
                .body()
                .get(0);

        assertThat(assigned.propertyNames())
                .containsExactlyInAnyOrder("id", "title", "description", "created_at", "updated_at", "module_count");
        for (String field : assigned.propertyNames()) {
            assertThat(assigned.get(field)).as(field).isEqualTo(itself.body().get(field));
        }
    }

    @Test
    void whatCannotBeAssignedToAGroupIsNot() {
        long id = groups.group();
        String courses = Groups.courses(id);
        long a = author.course("A");
        api.post(courses, Map.of("course_id", a)).expect(201);

        api.post(courses, Map.of("course_id", a, "ordering", 0)).expectProblem(400, "course_already_assigned");
        api.post(courses, Map.of("course_id", 999_999_999)).expectProblem(404, "not_found");
        api.post(Groups.courses(999_999_999), Map.of("course_id", a)).expectProblem(404, "not_found");
        api.post(courses, Map.of()).expectProblem(422, "invalid_input");
        api.post(courses, Map.of("course_id", "x")).expectProblem(422, "invalid_input");
        for (List<Long> order : List.of(List.<Long>of(), List.of(a, a), List.of(a, author.course("B")))) {
            api.put(courses + "/order", Map.of("course_ids", order)).expectProblem(400, "not_a_permutation");
        }
        api.put(courses + "/order", Map.of()).expectProblem(422, "invalid_input");
        api.put(Groups.courses(999_999_999) + "/order", Map.of("course_ids", List.of()))
                .expectProblem(404, "not_found");
        api.delete(courses + "/999999999").expectProblem(404, "not_found");
        api.delete(Groups.courses(999_999_999) + "/" + a).expectProblem(404, "not_found");
        assertThat(groups.assigned(id)).containsExactly(a);
    }

    @Test
    void aCourseIsAssignedToAUserDirectly() {
        long user = people.user();
        long course = author.course("Direct");
        String courses = "/api/users/" + user + "/courses";

        Answer assigned = api.post(courses, Map.of("course_id", course)).expect(201);

        assertThat(assigned.body().propertyNames()).containsExactlyInAnyOrder("message", "user_id", "course_id");
        assertThat(assigned.body().path("user_id").asLong()).isEqualTo(user);
        assertThat(assigned.body().path("course_id").asLong()).isEqualTo(course);
        assertThat(assigned.header("location")).hasValue(courses);
        assertThat(direct(user)).containsExactly(course);
        api.post(courses, Map.of("course_id", course)).expectProblem(400, "course_already_assigned");

        api.delete(courses + "/" + course).expect(204);

        assertThat(direct(user)).isEmpty();
        api.delete(courses + "/" + course).expectProblem(404, "not_found");
        api.post(courses, Map.of("course_id", course)).expect(201);
    }

    @Test
    void whatCannotBeAssignedToAUserIsNot() {
        long user = people.user();
        long course = author.course("Direct");
        String courses = "/api/users/" + user + "/courses";
        long member = people.user();
        long group = groups.group();
        groups.add(group, member, "member");
        api.post(Groups.courses(group), Map.of("course_id", course)).expect(201);

        assertThat(api.post("/api/users/999999999/courses", Map.of("course_id", 999_999_999))
                        .expectProblem(404, "not_found")
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo("User not found");
        assertThat(api.post(courses, Map.of("course_id", 999_999_999))
                        .expectProblem(404, "not_found")
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo("Course not found");
        api.post(courses, Map.of()).expectProblem(422, "invalid_input");
        api.delete(courses + "/" + course).expectProblem(404, "not_found");
        api.delete("/api/users/" + member + "/courses/" + course).expectProblem(404, "not_found");
        api.delete("/api/users/999999999/courses/" + course).expectProblem(404, "not_found");
        assertThat(direct(user)).isEmpty();
        api.post(courses, Map.of("course_id", course)).expect(201);
    }

    @Test
    void aDeletedCourseHasLeftEveryGroupAndLearnerWhenItIsAnswered() {
        long course = author.course("Leaves");
        long stays = author.course("Stays");
        long first = groups.group();
        long second = groups.group();
        long user = people.user();
        for (long group : List.of(first, second)) {
            api.post(Groups.courses(group), Map.of("course_id", course)).expect(201);
            api.post(Groups.courses(group), Map.of("course_id", stays)).expect(201);
        }
        for (long assigned : List.of(course, stays)) {
            api.post("/api/users/" + user + "/courses", Map.of("course_id", assigned))
                    .expect(201);
        }

        Answer deleted = api.delete("/api/courses/" + course).expect(204);

        assertThat(deleted.header("Waypost-Projection")).isEmpty();
        assertThat(groups.assigned(first)).containsExactly(stays);
        assertThat(groups.assigned(second)).containsExactly(stays);
        assertThat(direct(user)).containsExactly(stays);
        assertThat(groups.events(first)).endsWith("CourseUnassignedFromGroup");
        assertThat(deleted.position()).isGreaterThanOrEqualTo(unassignedAt(course));
        api.post(Groups.courses(first), Map.of("course_id", course)).expectProblem(404, "not_found");
    }

    private long unassignedAt(long course) {
        return groups.jdbc().sql("""
                        select max(position) from waypost_write.event_log
                         where event_type in ('CourseUnassignedFromGroup', 'CourseUnassignedFromLearner')
                           and (payload ->> 'course_id')::bigint = ?""").param(course).query(Long.class).single();
    }

    private List<Long> direct(long user) {
        return groups.jdbc()
                .sql("select course_id from waypost_write.learner_course_lookup where user_id = ?")
                .param(user)
                .query((row, number) -> row.getLong("course_id"))
                .list();
    }

    private static List<Long> ids(Answer answer) {
        List<Long> ids = new ArrayList<>();
        answer.body().forEach(course -> ids.add(course.path("id").asLong()));
        return ids;
    }
}
