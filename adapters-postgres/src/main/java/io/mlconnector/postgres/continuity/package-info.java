/** Notices that the database was put back to an earlier time, by a mark that is kept outside of it (docs/decisions/0020). */
package io.mlconnector.postgres.continuity;
