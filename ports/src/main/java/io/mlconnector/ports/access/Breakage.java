package io.mlconnector.ports.access;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Tells what a broken connection proves. */
public final class Breakage {

    private Breakage() {}

    /** Whether the connection was never made, so that the request certainly did not arrive. */
    public static boolean neverSent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnswerCutException) {
                return false;
            }
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLException
                    || cause.getClass().getSimpleName().contains("ConnectionPoolTooBusy")
                    || cause.getClass().getSimpleName().contains("ConnectTimeout")) {
                return true;
            }
        }
        return false;
    }

    /** Whether more was sent than is read: a repeat will hardly help. */
    public static boolean tooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnswerTooLargeException) {
                return true;
            }
        }
        return false;
    }

    /** Whether TLS was not agreed, most often because a certificate is not trusted. */
    public static boolean notAgreed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    /** That an answer broke off, and where; empty if none had begun. */
    public static Optional<AnswerCutException> within(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnswerCutException cut) {
                return Optional.of(cut).filter(AnswerCutException::begun);
            }
        }
        return Optional.empty();
    }

    /** A few words for a person. */
    public static String inWords(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return "the host name is not known";
            }
            if (cause.getClass().getSimpleName().contains("ProxyConnect")) {
                return "the proxy did not let it through (" + cause.getMessage() + ")";
            }
            if (cause instanceof ConnectException) {
                return "the connection was refused";
            }
            if (cause instanceof SSLException) {
                return "TLS could not be agreed: " + cause.getMessage();
            }
            if (cause instanceof AnswerTooLargeException
                    || cause instanceof AnswerTooSlowException
                    || cause instanceof AnswerCutException) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof TimeoutException) {
                return "no answer in time";
            }
        }
        return "the connection broke (" + failure.getClass().getSimpleName() + ")";
    }
}
