/** Pending vendor invoices, with the checks of F&amp;O on every write. */
@NullMarked
package io.mlconnector.twin.dynamics.payables;

import org.jspecify.annotations.NullMarked;
