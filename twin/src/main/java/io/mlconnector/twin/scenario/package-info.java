/** What a twin is filled with, and the script it plays. */
@NullMarked
package io.mlconnector.twin.scenario;

import org.jspecify.annotations.NullMarked;
