package io.waypost.query.progress;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.learner.LearnerEvent;
import io.waypost.api.learner.LearnerId;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.user.UserEvent;
import io.waypost.api.user.UserId;
import io.waypost.query.platform.Columns;
import io.waypost.query.platform.ReadSchema;
import io.waypost.query.platform.View;
import io.waypost.query.platform.ViewEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Folds what users have done with posts, and what that makes in each course that shows the posts. Whether a course is
 * assigned to a user is none of its concern: that is asked when the rows are read.
 */
@Component
class ProgressView implements View {

    static final String NAME = "progress";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "progress_folded",
                "progress_post",
                "progress_course_module",
                "course_total",
                "learner_post",
                "course_progress");
    }

    @Override
    public Set<Class<?>> folds() {
        return Set.of(
                CourseEvent.ModulesOrdered.class,
                CourseEvent.CourseDeleted.class,
                ModuleEvent.PostsOrdered.class,
                ModuleEvent.ModuleDeleted.class,
                LearnerEvent.PostProgressed.class,
                LearnerEvent.CourseCompleted.class,
                UserEvent.UserErased.class);
    }

    @Override
    public void apply(List<ViewEvent> batch, ReadSchema target) {
        List<ViewEvent> events = new FoldedVersions(target).advance(batch);
        Set<ShownPost> moved = new CourseStructure(target).fold(events);
        List<LearnerPostStep> steps = new LearnerPosts(target).fold(events);
        CourseProgressRows courses = new CourseProgressRows(target);
        courses.complete(completions(events));
        courses.add(steps);
        // Last, since it counts anew and so may follow on anything.
        courses.recount(moved);
        erase(events, target);
    }

    private static List<CourseCompletion> completions(List<ViewEvent> events) {
        Map<Object, CourseCompletion> first = new LinkedHashMap<>();
        for (ViewEvent happened : events) {
            if (happened.payload() instanceof LearnerEvent.CourseCompleted event) {
                CourseCompletion completion = new CourseCompletion(
                        event.learnerId().value(), event.courseId().value(), event.completedAt());
                first.putIfAbsent(completion.key(), completion);
            }
        }
        return List.copyOf(first.values());
    }

    private static void erase(List<ViewEvent> events, ReadSchema target) {
        Set<UserId> erased = new LinkedHashSet<>();
        for (ViewEvent happened : events) {
            if (happened.payload() instanceof UserEvent.UserErased event) {
                erased.add(event.userId());
            }
        }
        if (erased.isEmpty()) {
            return;
        }
        Columns<UserId> users = new Columns<>(List.copyOf(erased));
        for (String table : List.of("learner_post", "course_progress")) {
            target.sql("delete from schema." + table + " where user_id = any (?)")
                    .param(users.longs(UserId::value))
                    .update();
        }
        target.sql("delete from schema.progress_folded where aggregate_id = any (?)")
                .param(users.texts(user -> LearnerId.of(user).toString()))
                .update();
    }
}
