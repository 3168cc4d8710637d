package io.waypost.command.module;

import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostType;

/** The new content of a post as it was sent: whoever sends it need not say its type, which only the module knows. */
@FunctionalInterface
public interface ContentDraft {

    /**
     * Reads the content by the rules of a type.
     *
     * @throws io.waypost.platform.web.InvalidInput if it is no content of that type
     */
    PostContent readAs(PostType type);
}
