/** Business Events, the notices of F&amp;O. */
@NullMarked
package io.mlconnector.twin.dynamics.event;

import org.jspecify.annotations.NullMarked;
