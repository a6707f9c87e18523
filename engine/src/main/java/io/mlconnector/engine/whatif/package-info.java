/** What another tolerance would change about stored invoices. */
package io.mlconnector.engine.whatif;
