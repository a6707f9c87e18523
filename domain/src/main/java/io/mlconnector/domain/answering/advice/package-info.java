/** What a partner is told by itself about an invoice that he has to correct. */
package io.mlconnector.domain.answering.advice;
