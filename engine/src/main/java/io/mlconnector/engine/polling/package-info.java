/** The poll over the confirmations of F&amp;O: the guarantee that none is missed, whatever the events say. */
@NullMarked
package io.mlconnector.engine.polling;

import org.jspecify.annotations.NullMarked;
