package io.mlconnector.cleo.internal.session;

import io.mlconnector.cleo.options.CleoOptions;
import java.util.regex.Pattern;

/** What to do about a refused sign-in, by Cleo's own words, whose wording nobody has documented (reference cleo, section 1). */
enum SignInAdvice {
    CODE(
            "totp|two.?factor|2fa|mfa|verification code|one.?time|authenticator",
            "Cleo requires a two-factor code or does not accept it. Set cleo.totpKey to the shared key of this user (the text"
                    + " beside the QR code), check that the clock of this machine is right, and cleo.dialect.totpParameter;"
                    + " or use a service account without two-factor authentication."),
    LOCKED(
            "lock(ed|out)|too many (failed|attempts)|temporarily (disabled|blocked)",
            "The account is locked. Wait 15 minutes or have an administrator of Cleo unlock it; first check the password,"
                    + " because each wrong one prolongs this."),
    EXPIRED(
            "expir|must be changed|change (your|the) password|password reset",
            "The password has expired. Set a new one in Cleo and enter it here (ml-connector credentials set NAME); for a"
                    + " service account have its expiry switched off."),
    DISABLED(
            "disabled|inactive|deactivated|not enabled|suspended",
            "The account is switched off. Have an administrator of Cleo switch it on."),
    ADDRESS(
            "ip.?address|whitelist|allow.?list|not allowed from|address (is )?not|remote address",
            "Cleo does not let the address of this machine in. Have it added to the addresses that this user may come"
                    + " from, or use cleo.proxy."),
    OTHER(
            "",
            "Check username and password, that the account is not locked and that Cleo Portal is among its allowed"
                    + " connections.");

    private final Pattern words;
    private final String advice;

    SignInAdvice(String words, String advice) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        this.advice = advice;
    }

    /** The advice for what Cleo said. */
    static SignInAdvice of(String said) {
        for (SignInAdvice one : values()) {
            if (one != OTHER && one.words.matcher(said).find()) {
                return one;
            }
        }
        return OTHER;
    }

    /** What to do. */
    String words(CleoOptions options) {
        return this == CODE && options.totpKey().isPresent()
                ? "Cleo does not accept the two-factor code. Check cleo.totpKey, that the clock of this machine is right, and"
                        + " cleo.dialect.totpParameter."
                : advice;
    }
}
