/** Tests of the relay. */
@NullMarked
package io.mlconnector.twin.relay;

import org.jspecify.annotations.NullMarked;
