/** Attaches what explains a posted invoice to it in F&O. */
package io.mlconnector.engine.attaching;
