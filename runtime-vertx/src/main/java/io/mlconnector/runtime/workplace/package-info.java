/** What the console shows of the daemon as a whole: what persons did, the proof of the history, the settings. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.runtime.workplace;
