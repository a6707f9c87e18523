/** The entity sets of F&amp;O with their rows, and the requests that they refuse. */
@NullMarked
package io.mlconnector.twin.dynamics.entity;

import org.jspecify.annotations.NullMarked;
