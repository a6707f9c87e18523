/** Questions about received files. */
package io.mlconnector.postgres.journal.file;
