package io.waypost.command.relay;

import io.waypost.api.course.CourseId;
import io.waypost.command.course.CourseCommand.CreateCourse;
import io.waypost.command.course.CourseCommand.ReviseCourse;
import io.waypost.command.platform.CommandRequest;
import io.waypost.command.platform.Commands;
import io.waypost.command.platform.IdAllocator;
import io.waypost.command.platform.Versioned;
import io.waypost.command.testing.CommandNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Commands by many users at a time, and so events of many aggregates in between each other. */
final class CourseLoad {

    private static final int THREADS = 8;

    private final Commands commands;
    private final IdAllocator ids;

    CourseLoad(CommandNode node) {
        this.commands = node.bean(Commands.class);
        this.ids = node.bean(IdAllocator.class);
    }

    /** Makes courses at the same time and revises each; every event is committed when this comes back. */
    void run(int courses, int revisionsEach) {
        try (ExecutorService users = Executors.newFixedThreadPool(THREADS)) {
            List<Future<CourseId>> made = IntStream.range(0, courses)
                    .mapToObj(i -> users.submit(() -> makeAndRevise(revisionsEach)))
                    .toList();
            for (Future<CourseId> course : made) {
                course.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a course. */
    CourseId makeCourse(String title, Optional<String> description) {
        CourseId id = new CourseId(ids.next("course"));
        commands.send(new CreateCourse(id, title, description), Versioned.class, CommandRequest.internal());
        return id;
    }

    private CourseId makeAndRevise(int revisions) {
        CourseId id = makeCourse("Sleep", Optional.of("How children sleep"));
        for (int i = 1; i <= revisions; i++) {
            commands.send(
                    new ReviseCourse(id, Optional.of("Sleep " + i), Optional.empty()),
                    Versioned.class,
                    CommandRequest.internal());
        }
        return id;
    }
}
