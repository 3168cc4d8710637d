package io.waypost.query.testing;

import io.waypost.api.course.CourseEvent;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.QuizQuestion;
import io.waypost.api.ordering.Ordering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A history of courses, modules, users, groups and progress as it could have happened, with events of every type, the same for the
 * same seed.
 */
public final class RandomHistory {

    private static final int COURSES = 4;
    private static final int MODULES = 6;

    private final Chance random;
    private final List<Object> events = new ArrayList<>();
    private final Map<CourseId, Ordering<ModuleId>> courses = new LinkedHashMap<>();
    private final Map<ModuleId, Ordering<PostId>> modules = new LinkedHashMap<>();
    private final RandomPeople people;
    private final RandomLearning learning;
    private long lastId;

    private RandomHistory(long seed) {
        this.random = new Chance(new Random(seed));
        this.people = new RandomPeople(random, courses.keySet());
        this.learning = new RandomLearning(random, people.users(), courses.keySet(), modules);
    }

    /** That many events. */
    public static List<Object> of(long seed, int size) {
        RandomHistory history = new RandomHistory(seed);
        while (history.events.size() < size) {
            history.step();
        }
        return List.copyOf(history.events);
    }

    private void step() {
        int choice = random.nextInt(7);
        if (choice < 2) {
            events.addAll(people.step());
        } else if (choice < 4) {
            events.addAll(learning.step());
        } else if (courses.size() < COURSES && random.nextInt(4) == 0) {
            CourseId id = new CourseId(++lastId);
            courses.put(id, Ordering.empty());
            events.add(new CourseEvent.CourseCreated(id, random.text(), random.optionalText()));
        } else if (modules.size() < MODULES && random.nextInt(4) == 0) {
            ModuleId id = new ModuleId(++lastId);
            modules.put(id, Ordering.empty());
            events.add(new ModuleEvent.ModuleCreated(id, random.text(), random.optionalText(), color()));
        } else if (!courses.isEmpty() && random.nextBoolean()) {
            changeCourse(random.pick(courses.keySet()));
        } else if (!modules.isEmpty()) {
            changeModule(random.pick(modules.keySet()));
        }
    }

    private void changeCourse(CourseId id) {
        Ordering<ModuleId> present = courses.getOrDefault(id, Ordering.empty());
        List<ModuleId> absent =
                modules.keySet().stream().filter(m -> !present.contains(m)).toList();
        int choice = random.nextInt(20);
        if (choice == 0) {
            courses.remove(id);
            events.add(new CourseEvent.CourseDeleted(id));
        } else if (choice < 4) {
            events.add(new CourseEvent.CourseRevised(id, random.text(), random.optionalText()));
        } else if (choice < 10 && !absent.isEmpty()) {
            ModuleId added = random.pick(absent);
            Ordering<ModuleId> next = present.insert(added, Optional.of(random.nextInt(present.size() + 1)));
            courses.put(id, next);
            events.add(new CourseEvent.ModuleAddedToCourse(id, added, next.positionOf(added), next.items()));
        } else if (present.size() > 0) {
            reorderCourse(id, present, choice);
        }
    }

    private void reorderCourse(CourseId id, Ordering<ModuleId> present, int choice) {
        ModuleId one = random.pick(present.items());
        Ordering<ModuleId> next = choice < 13
                ? present.moveTo(one, random.nextInt(present.size()))
                : choice < 16 ? present.permute(random.shuffled(present.items())) : present.remove(one);
        courses.put(id, next);
        events.add(
                choice < 13
                        ? new CourseEvent.ModuleMovedInCourse(id, one, next.positionOf(one), next.items())
                        : choice < 16
                                ? new CourseEvent.CourseModulesReordered(id, next.items())
                                : new CourseEvent.ModuleRemovedFromCourse(id, one, next.items()));
    }

    private void changeModule(ModuleId id) {
        Ordering<PostId> present = modules.getOrDefault(id, Ordering.empty());
        int choice = random.nextInt(24);
        if (choice == 0) {
            modules.remove(id);
            events.add(new ModuleEvent.ModuleDeleted(id));
        } else if (choice < 4) {
            events.add(new ModuleEvent.ModuleRevised(id, random.text(), random.optionalText(), color()));
        } else if (choice < 10) {
            PostId added = new PostId(++lastId);
            Ordering<PostId> next = present.insert(added, Optional.of(random.nextInt(present.size() + 1)));
            modules.put(id, next);
            events.add(new ModuleEvent.PostAddedToModule(
                    id,
                    added,
                    random.text(),
                    random.optionalText(),
                    content(added),
                    next.positionOf(added),
                    next.items()));
        } else if (present.size() > 0 && choice < 14) {
            PostId revised = random.pick(present.items());
            events.add(
                    new ModuleEvent.PostRevised(id, revised, random.text(), random.optionalText(), content(revised)));
        } else if (present.size() > 0) {
            reorderPosts(id, present, choice);
        }
    }

    private void reorderPosts(ModuleId id, Ordering<PostId> present, int choice) {
        PostId one = random.pick(present.items());
        Ordering<PostId> next = choice < 17
                ? present.moveTo(one, random.nextInt(present.size()))
                : choice < 20 ? present.permute(random.shuffled(present.items())) : present.remove(one);
        modules.put(id, next);
        events.add(
                choice < 17
                        ? new ModuleEvent.PostMovedInModule(id, one, next.positionOf(one), next.items())
                        : choice < 20
                                ? new ModuleEvent.ModulePostsReordered(id, next.items())
                                : new ModuleEvent.PostRemovedFromModule(id, one, next.items()));
    }

    /** A post keeps its type for life. */
    private PostContent content(PostId post) {
        return switch ((int) (post.value() % 4)) {
            case 0 -> new PostContent.DefaultContent(random.text(), random.optionalText());
            case 1 -> new PostContent.VideoContent("https://example.org/" + random.text(), 60, Optional.of(80));
            case 2 -> new PostContent.AttachmentContent("https://example.org/a", "a.pdf", "application/pdf", 10);
            default -> new PostContent.QuizContent(List.of(question()), random.nextInt(101));
        };
    }

    private QuizQuestion question() {
        return new QuizQuestion(
                1,
                random.text(),
                QuizQuestion.Kind.SINGLE,
                List.of(
                        new QuizQuestion.Option(1, random.text(), true),
                        new QuizQuestion.Option(2, random.text(), false)));
    }

    private Optional<Color> color() {
        return random.nextBoolean() ? Optional.of(new Color("#12aBcD")) : Optional.empty();
    }
}
