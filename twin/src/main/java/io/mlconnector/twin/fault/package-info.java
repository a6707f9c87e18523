/** Faults that a test scripts in advance. */
@NullMarked
package io.mlconnector.twin.fault;

import org.jspecify.annotations.NullMarked;
