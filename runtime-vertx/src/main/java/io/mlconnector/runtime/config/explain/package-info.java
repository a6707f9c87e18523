/** What a configuration says, value by value: in force, from where, and what it means. */
@NullMarked
package io.mlconnector.runtime.config.explain;

import org.jspecify.annotations.NullMarked;
