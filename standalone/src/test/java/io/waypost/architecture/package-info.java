@NullMarked
package io.waypost.architecture;

import org.jspecify.annotations.NullMarked;
