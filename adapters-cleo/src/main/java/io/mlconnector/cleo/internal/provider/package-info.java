/** Posting documents to API Provider endpoints of CIC Studio (reference cleo, section 6.1). */
package io.mlconnector.cleo.internal.provider;
