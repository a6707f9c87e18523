/** How a YAML file is read: mappings, single values and choices, and the mistakes in them with their lines. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.runtime.config.section;
