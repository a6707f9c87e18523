/** What is agreed about the header of an invoice in F&O. */
package io.mlconnector.domain.agreement.header;
