package io.waypost.benchmarks;

import io.waypost.api.course.CourseEvent.CourseCreated;
import io.waypost.api.course.CourseEvent.CourseRevised;
import io.waypost.api.course.CourseEvent.ModuleAddedToCourse;
import io.waypost.api.course.CourseEvent.ModuleMovedInCourse;
import io.waypost.api.course.CourseId;
import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleEvent.ModuleCreated;
import io.waypost.api.module.ModuleEvent.ModulePostsReordered;
import io.waypost.api.module.ModuleEvent.ModuleRevised;
import io.waypost.api.module.ModuleEvent.PostAddedToModule;
import io.waypost.api.module.ModuleEvent.PostRevised;
import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.DefaultContent;
import io.waypost.api.module.PostContent.QuizContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.PostId;
import io.waypost.api.module.QuizQuestion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** Courses of 13 modules with 10 posts each, which go on being mended while they are used. */
final class HistoryAuthors {

    private static final int MODULES = 13;
    private static final int POSTS = 10;
    private static final int VIDEO = 4;
    private static final int QUIZ = 9;
    private static final int QUESTIONS = 3;
    private static final String TEXT =
            "Sleep comes in short stretches at first. Keep the evenings calm and the light low, and note what helps. ";

    private final HistoryLog log;
    private final Random random;
    private final long first;
    private final int courses;
    private final List<List<Long>> modulesOfCourses = new ArrayList<>();
    private final List<List<Long>> postsOfModules = new ArrayList<>();
    private long posts;

    /**
     * @param first the number of the first course, module and post, which the others follow
     * @param courses how many courses
     */
    HistoryAuthors(HistoryLog log, Random random, long first, int courses) {
        this.log = log;
        this.random = random;
        this.first = first;
        this.courses = courses;
    }

    /** Writes all courses. */
    void begin(long author) throws SQLException {
        for (int course = 0; course < courses; course++) {
            CourseId id = new CourseId(first + course);
            log.add(author, new CourseCreated(id, "Course " + course, Optional.of(TEXT)));
            List<Long> modules = new ArrayList<>();
            modulesOfCourses.add(modules);
            for (int place = 0; place < MODULES; place++) {
                long module = first + postsOfModules.size();
                addModule(author, new ModuleId(module));
                modules.add(module);
                log.add(author, new ModuleAddedToCourse(id, new ModuleId(module), place, moduleIds(modules)));
            }
        }
    }

    /** The courses. */
    List<Long> courses() {
        return LongStream.range(first, first + courses).boxed().toList();
    }

    /** A course as it is at the moment. */
    Course course(long course) {
        return new Course(
                course,
                modulesOfCourses.get((int) (course - first)).stream()
                        .map(module -> new Course.LearningModule(
                                module, List.copyOf(postsOfModules.get((int) (module - first)))))
                        .toList());
    }

    /** The posts that a course shows at the moment, module by module, in order. */
    List<Long> posts(long course) {
        return modulesOfCourses.get((int) (course - first)).stream()
                .flatMap(module -> postsOfModules.get((int) (module - first)).stream())
                .toList();
    }

    boolean isVideo(long post) {
        return (post - first) % POSTS == VIDEO;
    }

    boolean isQuiz(long post) {
        return (post - first) % POSTS == QUIZ;
    }

    /** One change to something that is there. */
    void mend(long author) throws SQLException {
        int index = random.nextInt(postsOfModules.size());
        ModuleId module = new ModuleId(first + index);
        List<Long> present = postsOfModules.get(index);
        switch (random.nextInt(20)) {
            case 0 -> addPost(author, module, present);
            case 1 -> {
                Collections.swap(present, 0, random.nextInt(present.size()));
                log.add(author, new ModulePostsReordered(module, postIds(present)));
            }
            case 2 ->
                log.add(
                        author,
                        new ModuleRevised(module, "Module " + module.value(), Optional.of(TEXT), Optional.empty()));
            case 3 -> moveModule(author);
            case 4 -> {
                CourseId course = new CourseId(first + random.nextInt(courses));
                log.add(author, new CourseRevised(course, "Course " + course.value(), Optional.of(TEXT)));
            }
            default -> {
                long post = present.get(random.nextInt(present.size()));
                log.add(
                        author,
                        new PostRevised(module, new PostId(post), "Post " + post, Optional.empty(), content(post)));
            }
        }
    }

    private void moveModule(long author) throws SQLException {
        int course = random.nextInt(courses);
        List<Long> modules = modulesOfCourses.get(course);
        long moved = modules.removeLast();
        modules.addFirst(moved);
        log.add(
                author,
                new ModuleMovedInCourse(new CourseId(first + course), new ModuleId(moved), 0, moduleIds(modules)));
    }

    private void addModule(long author, ModuleId module) throws SQLException {
        log.add(
                author,
                new ModuleCreated(
                        module, "Module " + module.value(), Optional.of(TEXT), Optional.of(new Color("#336699"))));
        List<Long> present = new ArrayList<>();
        postsOfModules.add(present);
        for (int place = 0; place < POSTS; place++) {
            addPost(author, module, present);
        }
    }

    private void addPost(long author, ModuleId module, List<Long> present) throws SQLException {
        long post = first + posts;
        posts++;
        present.add(post);
        log.add(
                author,
                new PostAddedToModule(
                        module,
                        new PostId(post),
                        "Post " + post,
                        Optional.of("What it is about"),
                        content(post),
                        present.size() - 1,
                        postIds(present)));
    }

    private PostContent content(long post) {
        if (isVideo(post)) {
            return new VideoContent("https://videos.example.org/" + post + ".mp4", 300, Optional.of(80));
        }
        return isQuiz(post) ? quiz() : new DefaultContent(TEXT.repeat(3), Optional.empty());
    }

    private static QuizContent quiz() {
        List<QuizQuestion> questions = new ArrayList<>();
        for (long question = 1; question <= QUESTIONS; question++) {
            questions.add(new QuizQuestion(
                    question,
                    "Which one is right?",
                    QuizQuestion.Kind.SINGLE,
                    List.of(
                            new QuizQuestion.Option(1, "This one", true),
                            new QuizQuestion.Option(2, "That one", false))));
        }
        return new QuizContent(questions, 60);
    }

    private static List<ModuleId> moduleIds(List<Long> modules) {
        return modules.stream().map(ModuleId::new).toList();
    }

    private static List<PostId> postIds(List<Long> present) {
        return present.stream().map(PostId::new).toList();
    }
}
