package io.mlconnector.dynamics.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is said in each behaviour of a contract, by the name of its test. */
final class Conversations {

    /**
     * One request that is expected, and what answers it.
     *
     * @param request method and beginning of the decoded address
     * @param texts each of which its address or body has
     * @param file that answers
     * @param values in place of names in braces
     */
    record Exchange(String request, List<String> texts, String file, Map<String, String> values) {
        Exchange {
            texts = List.copyOf(texts);
            values = Map.copyOf(values);
        }

        boolean answers(String asked, String body) {
            return asked.startsWith(request)
                    && texts.stream().allMatch(text -> asked.contains(text) || body.contains(text));
        }
    }

    /**
     * A behaviour.
     *
     * @param exchanges in their order
     * @param invoices how many F&O has whenever it is counted
     */
    record Conversation(List<Exchange> exchanges, int invoices) {
        Conversation {
            exchanges = List.copyOf(exchanges);
        }
    }

    private Conversations() {}

    /** All of a folder of recordings. */
    static Map<String, Conversation> in(String folder) {
        Map<String, Conversation> all = new LinkedHashMap<>();
        String name = "";
        List<Exchange> exchanges = new ArrayList<>();
        int invoices = 0;
        for (String line : (text(folder) + "\n## ").lines().toList()) {
            if (line.startsWith("## ")) {
                if (!name.isEmpty()) {
                    all.put(name, new Conversation(exchanges, invoices));
                }
                name = line.substring(3).strip();
                exchanges.clear();
                invoices = 0;
            } else if (line.startsWith("invoices ")) {
                invoices = Integer.parseInt(line.substring("invoices ".length()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                exchanges.add(exchange(folder, line));
            }
        }
        return all;
    }

    private static Exchange exchange(String folder, String line) {
        String[] both = line.split(" => ", 2);
        List<String> asked = List.of(both[0].split(" ~ ", -1));
        List<String> answer = List.of(both[1].split(" ", -1));
        Map<String, String> values = new LinkedHashMap<>();
        for (String value : answer.subList(1, answer.size())) {
            String[] pair = value.split("=", 2);
            values.put(pair[0], pair[1]);
        }
        String file = answer.get(0).startsWith("../") ? answer.get(0).substring(3) : folder + "/" + answer.get(0);
        return new Exchange(asked.get(0), asked.subList(1, asked.size()), file, values);
    }

    private static String text(String folder) {
        String name = "/recorded/" + folder + "/conversations.txt";
        try (InputStream file = Objects.requireNonNull(Conversations.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
