/** What we answer to what we received: the verdicts of a TA1 and of 997s. */
package io.mlconnector.domain.answering.acknowledgement;
