package io.mlconnector.verification.fuzz;

import java.util.List;
import java.util.Random;

/** Makes values that nobody should send, the same ones for the same seed. */
final class Nastiness {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "x".repeat(1_999),
            "x".repeat(2_001),
            "\r\n2026-01-01T00:00:00.000 SEVERE  forged",
            "\u001b[2J\u001b[31m",
            "\ud800",
            "\u202e\u0007",
            "' or '1'='1",
            "%",
            "_",
            "\\",
            "${jndi:ldap://x}",
            "../../etc/passwd",
            "null",
            "true",
            "-1",
            "0",
            "501",
            "2147483648",
            "99999999999999999999999",
            "1e400",
            "NaN",
            "2026-13-45T99:99:99Z",
            "+1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-03-10T09:15:00Z",
            "0".repeat(64),
            "ffff".repeat(16),
            "administrator",
            "Ünïcödé 💥");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "99999999999999999999999",
            "1.5",
            "\"\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "[]",
            "[null]",
            "{}",
            "{\"a\":{\"b\":[]}}",
            "\"" + "y".repeat(2_001) + "\"",
            "[".repeat(200) + "]".repeat(200));

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "\"text\"",
            "1",
            "{",
            "{\"a\"",
            "\0",
            "\ufeff{}",
            "{} {}",
            "{\"reason\":\"a\",\"reason\":1}",
            "[".repeat(100_000),
            "{\"filter\":".repeat(2_000) + "1" + "}".repeat(2_000),
            "ISA*00*~",
            "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260101*0000*U*00401*000000001*0*P*>~",
            "a=b&c=%00",
            "x".repeat(70_000),
            "x".repeat(2 * 1024 * 1024 + 1));

    private final Random random;

    Nastiness(Random random) {
        this.random = random;
    }

    /** A text for a path or a query. */
    String text() {
        return pick(TEXTS);
    }

    /** A JSON value. */
    String value() {
        return pick(VALUES);
    }

    /** A whole body. */
    String body() {
        return pick(BODIES);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
