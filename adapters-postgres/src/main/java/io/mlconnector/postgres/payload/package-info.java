/** Stored bytes: compressed, the large ones beside the event loop. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.postgres.payload;
