@NullMarked
package io.waypost.demo;

import org.jspecify.annotations.NullMarked;
