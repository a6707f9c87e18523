/** A relay for any TCP protocol that can simulate network faults. */
@NullMarked
package io.mlconnector.twin.relay;

import org.jspecify.annotations.NullMarked;
