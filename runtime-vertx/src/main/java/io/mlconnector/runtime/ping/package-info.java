/** Asks both sides of a connection whether they answer, without changing anything there. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.runtime.ping;
