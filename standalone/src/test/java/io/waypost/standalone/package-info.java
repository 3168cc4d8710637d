@NullMarked
package io.waypost.standalone;

import org.jspecify.annotations.NullMarked;
