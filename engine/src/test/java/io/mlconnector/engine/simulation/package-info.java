/** The whole engine on virtual time, in one thread, from a seed. */
@NullMarked
package io.mlconnector.engine.simulation;

import org.jspecify.annotations.NullMarked;
