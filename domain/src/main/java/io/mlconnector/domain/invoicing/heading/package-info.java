/** What an 810 tells that stands on the header of the invoice in F&O. */
package io.mlconnector.domain.invoicing.heading;
