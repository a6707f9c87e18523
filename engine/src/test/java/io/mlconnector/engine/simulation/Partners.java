package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.TradingPartner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The partners of one connection read what reaches them, and answer: well or badly, at once, late, twice or never. */
final class Partners {

    /** The latest moment of a late answer, after the order came. */
    private static final Duration LATEST = Duration.ofMinutes(5);

    private static final Pattern ORDER = Pattern.compile("(850|860)_([a-z]+)_.*_([a-z]+-PO-[0-9]+-[0-9]+)_.*");

    private final Chance chance;
    private final Trade trade;
    private final Play play;
    private final Set<String> read = new HashSet<>();
    private final List<Answer> answers = new ArrayList<>();

    /** What an answer says. */
    enum Kind {
        TA1,
        FUNCTIONAL,
        BUSINESS
    }

    /**
     * An answer that lies in a folder.
     *
     * @param upload the name of the file that is answered
     * @param file the name of the answer
     * @param accepted whether the partner is content
     */
    record Answer(String upload, String file, Kind kind, boolean accepted) {

        /** Whether it says anything: a good TA1 says nothing of what is inside. */
        boolean says() {
            return kind != Kind.TA1 || !accepted;
        }
    }

    Partners(Chance chance, Trade trade, Play play) {
        this.chance = chance;
        this.trade = trade;
        this.play = play;
    }

    List<Answer> answers() {
        return answers;
    }

    /** A file of ours has reached its folder. */
    void receive(String name, byte[] bytes) {
        Matcher order = ORDER.matcher(name);
        if (!order.matches() || !read.add(name)) {
            return;
        }
        TradingPartner partner = order.group(2).equals("acme") ? trade.acme() : trade.globex();
        int number = Integer.parseInt(new String(bytes, StandardCharsets.UTF_8).substring(90, 99));
        String set = order.group(1);
        String orderNumber = order.group(3).replaceAll("^[a-z]+-|-[0-9]+$", "");
        List<Said> all = chosen().stream()
                .map(kind -> said(kind, set, number, orderNumber))
                .toList();
        if (chance.happens(0.3)) {
            send(partner, name, all);
        } else {
            all.forEach(one -> send(partner, name, List.of(one)));
        }
    }

    /** One answer, before it is sent. */
    private record Said(Kind kind, boolean accepted, Paper.Interchange interchange) {}

    private List<Kind> chosen() {
        return switch (chance.below(8)) {
            case 0 -> List.of();
            case 1 -> List.of(Kind.TA1, Kind.FUNCTIONAL);
            case 2, 3 -> List.of(Kind.FUNCTIONAL);
            case 4 -> List.of(Kind.BUSINESS);
            default -> List.of(Kind.FUNCTIONAL, Kind.BUSINESS);
        };
    }

    private Said said(Kind kind, String set, int number, String order) {
        boolean accepted = chance.happens(0.8);
        int own = play.nextNumber();
        Paper.Interchange interchange = switch (kind) {
            case TA1 ->
                Paper.Interchange.ofTa1(
                        own,
                        String.format(Locale.ROOT, "TA1*%09d*260310*1200*%s", number, accepted ? "A*000" : "R*006"));
            case FUNCTIONAL -> Paper.Interchange.of(own, "FA", functional(set, number, accepted));
            case BUSINESS -> Paper.Interchange.of(own, set.equals("850") ? "PR" : "CA", business(set, order, accepted));
        };
        return new Said(kind, accepted, interchange);
    }

    /** Puts answers into the folder in one file. */
    private void send(TradingPartner partner, String upload, List<Said> all) {
        if (all.isEmpty()) {
            return;
        }
        String name = "ans_" + all.getFirst().interchange().number();
        Play.Published file = play.answer(
                partner, name + ".edi", all.stream().map(Said::interchange).toList());
        Duration after = chance.happens(0.15)
                ? chance.millis((int) Trade.ANSWER_WITHIN.toMillis(), (int) LATEST.toMillis())
                : chance.millis(100, 60_000);
        play.plan(after, () -> {
            all.forEach(one -> answers.add(new Answer(upload, file.name(), one.kind(), one.accepted())));
            play.publish(file);
        });
        if (chance.happens(0.15)) {
            play.plan(after.plus(chance.millis(1, 60_000)), () -> play.publish(file.named(name + "_again.edi")));
        }
    }

    private static Paper.Set functional(String set, int number, boolean accepted) {
        String group = set.equals("850") ? "PO" : "PC";
        return new Paper.Set(
                "997",
                List.of(
                        "AK1*" + group + "*" + number,
                        "AK2*" + set + "*0001",
                        accepted ? "AK5*A" : "AK5*R*5",
                        accepted ? "AK9*A*1*1*1" : "AK9*R*1*1*0"));
    }

    private static Paper.Set business(String set, String order, boolean accepted) {
        String type = accepted ? "AD" : "RJ";
        return set.equals("850")
                ? new Paper.Set("855", List.of("BAK*00*" + type + "*" + order + "*20260310", "CTT*0"))
                : new Paper.Set("865", List.of("BCA*00*" + type + "*" + order + "***20260310", "CTT*0"));
    }
}
