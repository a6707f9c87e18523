/** A Studio flow behind an API Provider of Cleo. */
package io.mlconnector.twin.cleo.provider;
