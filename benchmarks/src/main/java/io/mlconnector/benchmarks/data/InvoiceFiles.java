package io.mlconnector.benchmarks.data;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Generated files of 005010 810s; every one is the same for the same size. */
public final class InvoiceFiles {

    /** Lines of every invoice. */
    public static final int LINES = 20;

    private static final String ISA =
            "ISA*00*          *00*          *01*123456789      *ZZ*CONTOSO        *260310*0915*^*00501*000000123*0*P*>~";

    private static final String GS = "GS*IN*ACME*CONTOSO*20260310*0915*45*X*005010~";

    private InvoiceFiles() {}

    /** One invoice of twenty lines. */
    public static byte[] oneInvoice() {
        return file(1);
    }

    /**
     * One invoice of any number of lines.
     *
     * @param price of each line; 9.95 agrees with {@link Trade}
     */
    public static byte[] oneOf(int lines, String price) {
        String text = ISA + GS + invoice(1, lines).replace("*EA*9.95*", "*EA*" + price + "*") + end(1);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As many invoices as make at least so many bytes, in one group. */
    public static byte[] ofAtLeast(int bytes) {
        int invoices = Math.max(1, bytes / invoice(1, LINES).length());
        byte[] file = file(invoices);
        while (file.length < bytes) {
            file = file(++invoices);
        }
        return file;
    }

    /**
     * One interchange of one group as a stream that is made while it is read.
     *
     * @param lines lines of every invoice
     */
    public static InputStream stream(int invoices, int lines) {
        return new InputStream() {
            private byte[] part = (ISA + GS).getBytes(StandardCharsets.ISO_8859_1);
            private int position;
            private int made;

            @Override
            public int read() {
                return fill() ? part[position++] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int from, int count) {
                if (!fill()) {
                    return -1;
                }
                int given = Math.min(count, part.length - position);
                System.arraycopy(part, position, into, from, given);
                position += given;
                return given;
            }

            private boolean fill() {
                if (position == part.length && made <= invoices) {
                    made++;
                    part = (made <= invoices ? invoice(made, lines) : end(invoices))
                            .getBytes(StandardCharsets.ISO_8859_1);
                    position = 0;
                }
                return position < part.length;
            }
        };
    }

    private static String end(int invoices) {
        return "GE*" + invoices + "*45~IEA*1*000000123~";
    }

    private static byte[] file(int invoices) {
        var text = new StringBuilder(ISA).append(GS);
        for (int i = 1; i <= invoices; i++) {
            text.append(invoice(i, LINES));
        }
        text.append(end(invoices));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String invoice(int number, int lines) {
        String control = String.format(Locale.ROOT, "%04d", number);
        var set = new StringBuilder();
        int segments = 0;
        segments += add(set, "ST*810*" + control);
        segments += add(set, "BIG*20260325*INV-" + (9_000 + number) + "*20260310*PO-000471***DI*00");
        segments += add(set, "CUR*SE*USD");
        segments += add(set, "REF*IA*1001");
        segments += add(set, "N1*RI*ACME FOODS*92*1001");
        segments += add(set, "N3*100 HARBOR ROAD");
        segments += add(set, "N4*SPRINGFIELD*IL*62701*US");
        for (int line = 1; line <= lines; line++) {
            segments += add(set, "IT1*" + line + "*10*EA*9.95**BP*ITEM-" + (1_000 + line) + "*VN*ABC-" + line);
            segments += add(set, "PID*F****CORN CHIPS NO " + line);
        }
        segments += add(set, "TDS*" + lines * 9950);
        segments += add(set, "CTT*" + lines);
        add(set, "SE*" + (segments + 1) + "*" + control);
        return set.toString();
    }

    private static int add(StringBuilder set, String segment) {
        set.append(segment).append('~');
        return 1;
    }
}
