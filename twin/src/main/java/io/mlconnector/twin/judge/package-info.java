/** The twin's own judgement of what it has received, measured against what it has sent out. */
@NullMarked
package io.mlconnector.twin.judge;

import org.jspecify.annotations.NullMarked;
