/** The OData protocol over the entity sets: addresses, queries, filters, batches and metadata. */
@NullMarked
package io.mlconnector.twin.dynamics.odata;

import org.jspecify.annotations.NullMarked;
