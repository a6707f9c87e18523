/** Cleo Integration Cloud as seen from outside: login, folders, files, and the router behind the upload folders. */
@NullMarked
package io.mlconnector.twin.cleo;

import org.jspecify.annotations.NullMarked;
