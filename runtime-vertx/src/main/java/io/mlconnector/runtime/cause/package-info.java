/** Documents that stand still for one cause, and what frees all of them. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.runtime.cause;
