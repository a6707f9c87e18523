/** Tests of what both simulated servers share. */
@NullMarked
package io.mlconnector.twin.http;

import org.jspecify.annotations.NullMarked;
