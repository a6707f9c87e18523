/** How commands on the same machine reach the daemon that runs with the same configuration. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.runtime.local;
