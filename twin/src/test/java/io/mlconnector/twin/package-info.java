/** Tests of the twin over real HTTP. */
@NullMarked
package io.mlconnector.twin;

import org.jspecify.annotations.NullMarked;
