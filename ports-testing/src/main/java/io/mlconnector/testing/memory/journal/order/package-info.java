/** What is asked about whole orders, from memory. */
package io.mlconnector.testing.memory.journal.order;
