/** What both simulated servers share: reading a call, counting it, applying faults, responding. */
@NullMarked
package io.mlconnector.twin.http;

import org.jspecify.annotations.NullMarked;
