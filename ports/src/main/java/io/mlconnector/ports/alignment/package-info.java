/** What alignment needs from outside. */
package io.mlconnector.ports.alignment;
