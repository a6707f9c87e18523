/** Tests of the reader and writer of X12. */
@NullMarked
package io.mlconnector.twin.x12;

import org.jspecify.annotations.NullMarked;
