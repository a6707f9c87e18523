/** The twin: wire-level simulators of Dynamics 365 F&amp;O, of Cleo Integration Cloud and of trading partners. */
@NullMarked
package io.mlconnector.twin;

import org.jspecify.annotations.NullMarked;
