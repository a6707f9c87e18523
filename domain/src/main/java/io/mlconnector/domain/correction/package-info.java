/** What a person may change in the bytes of a document before it is done again. */
package io.mlconnector.domain.correction;
