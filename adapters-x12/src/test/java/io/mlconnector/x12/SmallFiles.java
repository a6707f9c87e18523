package io.mlconnector.x12;

import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.EncodedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes up small files, whole and damaged: invoices of the generator, orders of our writer, answers, samples. The same
 * ones for the same generator.
 */
final class SmallFiles {
    private static final X12Codec CODEC = new X12Codec();
    private static final int LARGEST = 5000;
    private static final List<byte[]> SAMPLES = Samples.names().stream()
            .map(Samples::file)
            .filter(file -> file.length < LARGEST)
            .toList();
    private static final List<String> ANSWER = List.of(
            "AK1*PO*4711",
            "AK2*850*0001",
            "AK3*PO1*6**8",
            "AK4*3*355*7*QQ",
            "AK4*5>2**6",
            "AK5*R*5*4",
            "AK2*850*0002",
            "AK5*A",
            "AK9*P*2*2*1");
    private static final List<String> ADVICE = List.of(
            "BGN*11*ADV-1*20260323*1015", "OTI*TR*IV*INV-7781***20260322*1400*4711*0001*810*005010",
            "REF*PO*PO-000471", "TED*010*TOTAL OUT OF BALANCE*TDS*16*1*610*178904*178000");

    private final RandomGenerator random;
    private final RandomInvoices invoices;
    private final Damage damage;

    SmallFiles(RandomGenerator random) {
        this.random = random;
        this.invoices = new RandomInvoices(random);
        this.damage = new Damage(random);
    }

    /** The next file: one in six whole, the others damaged once to three times. */
    byte[] next() {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return damaged(SAMPLES.get(random.nextInt(SAMPLES.size())));
        }
        String text = kind < 6 ? invoice() : kind < 9 ? order() : answer();
        String terminator = "~";
        List<String> segments = new ArrayList<>(Arrays.asList(text.split("~\\s*")));
        int damages = random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < damages && segments.size() > 4; i++) {
            segments = damage.ofSegments(segments);
        }
        if (random.nextInt(3) > 0) {
            count(segments);
        }
        String lines = random.nextInt(4) == 0 ? "~\r\n" : terminator;
        byte[] file = (String.join(lines, segments) + "~").getBytes(StandardCharsets.ISO_8859_1);
        return random.nextInt(12) == 0 ? damage.ofBytes(file, SAMPLES) : file;
    }

    private byte[] damaged(byte[] sample) {
        byte[] file = sample;
        for (int i = random.nextInt(3); i > 0; i--) {
            file = damage.ofBytes(file, SAMPLES);
        }
        return file.length > 3 * LARGEST ? sample : file;
    }

    private String invoice() {
        VendorInvoice invoice = invoices.next();
        Interchange interchange = Interchange.of(InvoiceText.segments(invoice));
        if (random.nextInt(5) == 0) {
            interchange.set("810", InvoiceText.segments(invoices.next()));
        }
        return interchange.version(random.nextBoolean() ? "004010" : "005010").text();
    }

    private String order() {
        RandomOrders.Case some = new RandomOrders(random, true).next();
        return CODEC.encode(some.message(), some.envelope(), some.profile()) instanceof EncodedFile.Written written
                ? usual(new String(written.bytes(), StandardCharsets.ISO_8859_1))
                : answer();
    }

    /** The delimiters that damages know. */
    private static String usual(String text) {
        char element = text.charAt(3);
        char component = text.charAt(104);
        char terminator = text.charAt(105);
        char[] signs = text.toCharArray();
        for (int i = 0; i < signs.length; i++) {
            signs[i] =
                    signs[i] == element ? '*' : signs[i] == component ? '>' : signs[i] == terminator ? '~' : signs[i];
        }
        return new String(signs);
    }

    private String answer() {
        boolean advice = random.nextBoolean();
        return Interchange.empty()
                .set(advice ? "824" : "997", (advice ? ADVICE : ANSWER).toArray(String[]::new))
                .group(advice ? "AG" : "FA")
                .version(random.nextBoolean() ? "004010" : "005010")
                .text();
    }

    /** Puts the counts of SE right again. */
    private static void count(List<String> segments) {
        int count = 0;
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            count = segment.startsWith("ST*") ? 1 : count + 1;
            if (segment.startsWith("SE*") && segment.indexOf('*', 3) > 0) {
                segments.set(i, "SE*" + count + segment.substring(segment.indexOf('*', 3)));
            }
        }
    }
}
