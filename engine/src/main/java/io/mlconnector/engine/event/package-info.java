/** What Business Events tell besides confirmed orders: counted by kind, and written into the histories of our documents. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.engine.event;
