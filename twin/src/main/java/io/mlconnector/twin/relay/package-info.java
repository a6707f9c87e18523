/** A relay for any TCP protocol that can be told to misbehave as networks do. */
@NullMarked
package io.mlconnector.twin.relay;

import org.jspecify.annotations.NullMarked;
