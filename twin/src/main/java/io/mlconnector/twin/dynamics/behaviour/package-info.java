/** The differences between F&amp;O environments that the simulator can take on. */
@NullMarked
package io.mlconnector.twin.dynamics.behaviour;

import org.jspecify.annotations.NullMarked;
