package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** Commands, and what is told of them afterwards. */
@ExtendWith(SharedWaypost.class)
@Isolated("the end of the log must be its own")
class HistoryApiIT {

    @Test
    void whatACommandDidIsInTheHistoryWithItsPositionAndWhoSentIt(Api api) {
        Authoring author = new Authoring(api);
        long course = author.course("A course with a past");
        long module = author.module("A module that goes");
        author.add(course, module);
        Answer deleted = api.delete("/api/modules/" + module).expect(204);

        JsonNode ofCourse = api.get("/api/courses/" + course + "/history")
                .expect(200)
                .body()
                .path("items");
        JsonNode ofModule = api.get("/api/modules/" + module + "/history")
                .expect(200)
                .body()
                .path("items");

        assertThat(ofCourse.findValuesAsString("type"))
                .isEqualTo(List.of("ModuleRemovedFromCourse", "ModuleAddedToCourse", "CourseCreated"));
        assertThat(ofModule.findValuesAsString("type")).isEqualTo(List.of("ModuleDeleted", "ModuleCreated"));
        assertThat(ofCourse.findValuesAsString("username")).isEqualTo(List.of("admin", "admin", "admin"));
        // The command waits for its consequences too, and answers with the position of the last of them.
        assertThat(List.of(ofModule.path(0).path("position"), ofCourse.path(0).path("position")))
                .extracting(JsonNode::asString)
                .contains(deleted.header("Waypost-Position").orElseThrow());
    }

    @Test
    void theFirstAdminWasMadeByNobodyAndFindsThemselves(Api api) {
        long admin = api.get("/api/auth/me").expect(200).id();

        JsonNode found =
                api.get("/api/users?search=ADMIN&role=admin").expect(200).body();
        JsonNode history =
                api.get("/api/users/" + admin + "/history").expect(200).body().path("items");
        JsonNode export = api.get("/api/users/" + admin + "/export").expect(200).body();

        assertThat(found.path("items").findValuesAsString("username")).contains("admin");
        JsonNode first = history.path(history.size() - 1);
        assertThat(first.path("type").asString()).isEqualTo("UserRegistered");
        assertThat(first.path("who").isNull()).isTrue();
        assertThat(export.path("account")).isEqualTo(api.get("/api/auth/me").body());
        assertThat(export.path("history")).isEqualTo(history);
    }
}
