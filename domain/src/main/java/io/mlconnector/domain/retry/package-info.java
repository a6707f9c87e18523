/** When something is tried again, and when no more: classes of failures, waits, pauses, and the circuit. */
@NullMarked
package io.mlconnector.domain.retry;

import org.jspecify.annotations.NullMarked;
