/** Schemas and whether the database is there. */
@NullMarked
package io.waypost.platform.database;

import org.jspecify.annotations.NullMarked;
