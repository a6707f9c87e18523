/** Documents, their files and bytes, and what people do to them, for the interface for programs. */
package io.mlconnector.runtime.document;
