/** What every answer has in common: JSON, problem documents, request ids. */
@NullMarked
package io.waypost.platform.web;

import org.jspecify.annotations.NullMarked;
