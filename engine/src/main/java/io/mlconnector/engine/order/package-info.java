/** How orders stand: what was answered, what is open, whose turn it is. */
package io.mlconnector.engine.order;
