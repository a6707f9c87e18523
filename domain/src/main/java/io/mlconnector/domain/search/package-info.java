/** By which texts people find a document. */
package io.mlconnector.domain.search;
