/** Purchase orders and their confirmations. */
@NullMarked
package io.mlconnector.twin.dynamics.purchasing;

import org.jspecify.annotations.NullMarked;
