/** Files between their download and their entry, in PostgreSQL. */
package io.mlconnector.postgres.download;
