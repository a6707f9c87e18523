/** What would become of invoices if something else had been agreed about their checks. */
package io.mlconnector.domain.invoicing.whatif;
