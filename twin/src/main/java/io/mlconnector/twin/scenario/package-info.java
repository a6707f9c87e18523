/** The initial data of a twin, and the script it executes. */
@NullMarked
package io.mlconnector.twin.scenario;

import org.jspecify.annotations.NullMarked;
