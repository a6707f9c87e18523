/** What an examination found about each line of an invoice, as it is kept in the history of the document. */
package io.mlconnector.domain.invoicing.matching;
