/** What another tolerance would change, for the interface and for commands. */
package io.mlconnector.runtime.whatif;
