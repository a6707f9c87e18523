/** Files between their download and their entry, in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.postgres.download;
