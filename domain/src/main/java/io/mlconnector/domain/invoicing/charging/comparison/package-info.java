/** Whether an order carries the charges that its invoices state. */
package io.mlconnector.domain.invoicing.charging.comparison;
