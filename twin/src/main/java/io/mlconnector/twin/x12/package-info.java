/** A small reader and writer of X12, made for this twin alone so that it cannot share mistakes with what it tests. */
@NullMarked
package io.mlconnector.twin.x12;

import org.jspecify.annotations.NullMarked;
