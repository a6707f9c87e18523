/** Dynamics 365 Finance &amp; Operations as seen from outside: tokens, OData, batches, Business Events. */
@NullMarked
package io.mlconnector.twin.dynamics;

import org.jspecify.annotations.NullMarked;
