/** HTTP towards remote systems, with a bound on every answer. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.http;
