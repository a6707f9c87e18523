/** What is asked about whole orders, in SQL. */
package io.mlconnector.postgres.journal.order;
