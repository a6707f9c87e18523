/** Records as lines at a terminal. */
package io.mlconnector.runtime.cli.listing;
