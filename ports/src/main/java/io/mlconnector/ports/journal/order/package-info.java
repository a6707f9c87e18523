/** What is asked about whole orders. */
package io.mlconnector.ports.journal.order;
