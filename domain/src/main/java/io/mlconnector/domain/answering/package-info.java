/** What a trading partner answers to what we sent: order responses, ship notices, application advice. */
package io.mlconnector.domain.answering;
