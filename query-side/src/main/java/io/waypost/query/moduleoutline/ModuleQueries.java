package io.waypost.query.moduleoutline;

import io.waypost.api.module.ModuleId;
import io.waypost.api.module.PostId;
import io.waypost.api.problem.ProblemCode;
import io.waypost.api.problem.RequestRejected;
import io.waypost.platform.security.CurrentUser;
import io.waypost.query.platform.CourseVisibility;
import io.waypost.query.platform.Found;
import io.waypost.query.platform.Shown;
import io.waypost.query.platform.Versioned;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers what a user may see of modules and posts. */
@Component
class ModuleQueries {

    private final ModuleRepository modules;
    private final OneModule one;
    private final CourseVisibility visibility;
    private final PostContentJson json = new PostContentJson();

    ModuleQueries(ModuleRepository modules, OneModule one, CourseVisibility visibility) {
        this.modules = modules;
        this.one = one;
        this.visibility = visibility;
    }

    /** The modules that the user's list shows, oldest first. */
    List<ModuleAnswer> list(CurrentUser user) {
        List<CountedModule> shown = visibility.listsAllModules(user)
                ? modules.findAllCounted()
                : modules.findCountedInCourses(visibility.assignedCourses(user));
        return shown.stream().map(ModuleAnswer::of).toList();
    }

    /**
     * One module.
     *
     * @throws RequestRejected if there is none, or the user may not open it
     */
    Shown<Versioned<ModuleWithPostsAnswer>> one(ModuleId id, CurrentUser user) {
        Found<ModuleWithPostsAnswer> found = one.find(id, user).orElseThrow(() -> RequestRejected.notFound("Module"));
        if (!visibility.opens(user, found.granted())) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "This module is in no course assigned to you.");
        }
        return found.shown();
    }

    /**
     * One post, with the version of its module.
     *
     * @throws RequestRejected if there is none, or the user may not open it
     */
    Versioned<PostAnswer> post(PostId id, CurrentUser user) {
        PostRow post = modules.findPost(id.value()).orElseThrow(() -> RequestRejected.notFound("Post"));
        ModuleRow module = modules.findById(post.moduleId()).orElseThrow(() -> RequestRejected.notFound("Post"));
        if (!visibility.opensModuleIn(user, modules.findCourseIds(module.id()))) {
            throw new RequestRejected(ProblemCode.FORBIDDEN, "This post is in no course assigned to you.");
        }
        PostAnswer answer = PostAnswer.of(post, json.answer(post.content(), visibility.seesQuizAnswers(user)));
        return new Versioned<>(answer, module.version());
    }
}
