/** The whole engine on virtual time, in one thread, from a seed. */
@NullMarked
package io.mlconnector.runtime.simulation;

import org.jspecify.annotations.NullMarked;
