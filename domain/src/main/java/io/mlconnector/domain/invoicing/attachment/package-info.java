/** What explains a posted invoice to the clerk who sees it in F&O, and how it gets there. */
package io.mlconnector.domain.invoicing.attachment;
