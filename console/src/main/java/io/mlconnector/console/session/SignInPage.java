package io.mlconnector.console.session;

import io.mlconnector.console.page.Frame;
import java.util.Optional;

/**
 * The page that asks who it is.
 *
 * @param frame around it
 * @param to where the person wanted to go
 * @param refused why the last try failed; empty on the first one
 */
public record SignInPage(Frame frame, String to, Optional<String> refused) {}
