/** Taking back what let a document go on, as long as nothing of it was sent. */
package io.mlconnector.domain.takingback;
