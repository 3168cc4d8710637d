package io.waypost.query.moduleoutline;

/**
 * A module with the number of its posts.
 *
 * @param module the module
 * @param postCount the number of its posts
 */
record CountedModule(ModuleRow module, long postCount) {}
