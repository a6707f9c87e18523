/** Trading partners: they read purchase orders and answer with invoices. */
@NullMarked
package io.mlconnector.twin.partner;

import org.jspecify.annotations.NullMarked;
