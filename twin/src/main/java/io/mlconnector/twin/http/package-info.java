/** What both simulated servers share: reading a call, counting it, letting a fault strike, answering. */
@NullMarked
package io.mlconnector.twin.http;

import org.jspecify.annotations.NullMarked;
