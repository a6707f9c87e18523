package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.trade.LegalEntity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What partners write, as X12 text. */
final class Paper {

    private Paper() {}

    /** What an invoice is like. */
    enum Kind {
        /** Lines and a total. */
        PLAIN,
        /** With notes, references, terms and dates. */
        DETAILED,
        /** A credit note. */
        CREDIT,
        /** With a charge, which nobody posts without a person. */
        CHARGED
    }

    /**
     * An invoice over ten pieces of each line of an order.
     *
     * @param number of the invoice
     * @param company whose order it is
     * @param order its order
     * @param lines of it
     */
    record Invoice(String number, LegalEntity company, String order, String item, int lines, Kind kind) {

        Invoice named(String other, Kind otherKind) {
            return new Invoice(other, company, order, item, lines, otherKind);
        }

        Set set() {
            List<String> all = new ArrayList<>();
            all.add("BIG*20260309*" + number + "**" + order + (kind == Kind.CREDIT ? "***CR" : ""));
            if (kind == Kind.DETAILED) {
                all.addAll(List.of("NTE*GEN*THANK YOU", "REF*DP*038", "ITD*01*3*2**10**30", "DTM*011*20260319"));
            }
            for (int i = 1; i <= lines; i++) {
                all.add("IT1*" + i + "*10*EA*9.95**BP*" + (i == 1 ? item : "ITEM-" + i) + "*VP*V-" + i);
            }
            all.add("TDS*" + (9950L * lines + (kind == Kind.CHARGED ? 500 : 0)));
            if (kind == Kind.CHARGED) {
                all.add("SAC*C*D240***500");
            }
            all.add("CTT*" + lines);
            return new Set("810", all);
        }
    }

    /**
     * A transaction set.
     *
     * @param id such as 810
     * @param segments between ST and SE
     */
    record Set(String id, List<String> segments) {}

    /**
     * An interchange with at most one group.
     *
     * @param number of the interchange and of its group
     * @param loose TA1s between header and group
     * @param group its code; empty if there is none
     * @param sets in the group
     * @param invoices that the sets are
     */
    record Interchange(int number, List<String> loose, String group, List<Set> sets, List<Invoice> invoices) {

        static Interchange of(int number, String group, Set set) {
            return new Interchange(number, List.of(), group, List.of(set), List.of());
        }

        static Interchange ofTa1(int number, String segment) {
            return new Interchange(number, List.of(segment), "", List.of(), List.of());
        }

        static Interchange ofInvoices(int number, List<Invoice> invoices) {
            return new Interchange(
                    number, List.of(), "IN", invoices.stream().map(Invoice::set).toList(), invoices);
        }

        /** Whether it gets a 997. */
        boolean answered() {
            return !group.isEmpty() && !group.equals("FA");
        }

        private String text(TradingPartner partner) {
            String sender = partner.interchange().them().id();
            String us = partner.interchange().us().id();
            StringBuilder text = new StringBuilder(String.format(
                    Locale.ROOT,
                    "ISA*00*          *00*          *ZZ*%-15s*ZZ*%-15s*260320*1200*U*00401*%09d*0*P*>~",
                    sender,
                    us,
                    number));
            loose.forEach(segment -> text.append(segment).append('~'));
            if (!group.isEmpty()) {
                text.append("GS*" + group + "*" + sender + "*" + us + "*20260320*1200*" + number + "*X*004010~");
                for (int i = 0; i < sets.size(); i++) {
                    Set set = sets.get(i);
                    String id = String.format(Locale.ROOT, "%04d", i + 1);
                    text.append("ST*" + set.id() + "*" + id + "~");
                    set.segments().forEach(segment -> text.append(segment).append('~'));
                    text.append("SE*" + (set.segments().size() + 2) + "*" + id + "~");
                }
                text.append("GE*" + sets.size() + "*" + number + "~");
            }
            return text.append(String.format(Locale.ROOT, "IEA*%d*%09d~", group.isEmpty() ? 0 : 1, number))
                    .toString();
        }
    }

    /** A file of a partner to us. */
    static byte[] file(TradingPartner partner, List<Interchange> interchanges) {
        StringBuilder text = new StringBuilder();
        interchanges.forEach(interchange -> text.append(interchange.text(partner)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
