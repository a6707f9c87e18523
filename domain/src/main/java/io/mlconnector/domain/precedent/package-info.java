/** What people decided before about documents that stood still for the same cause. */
package io.mlconnector.domain.precedent;
