package io.mlconnector.runtime.cli.config;

import io.vertx.core.json.Json;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A configuration for one connection and its first partner, made of answers; questions without an answer get the example's. */
final class FirstConfiguration {

    private final Map<Question, String> answers = new EnumMap<>(Question.class);

    /** With one more answer. */
    void put(Question question, String answer) {
        answers.put(question, answer.strip());
    }

    /** What was answered; of a question that was not yet asked, its example. */
    String get(Question question) {
        return answers.getOrDefault(question, question.example());
    }

    /** Each legal entity once, as written. */
    List<String> legalEntities() {
        return words(get(Question.LEGAL_ENTITIES));
    }

    /** The name under which the secret of the F&O application is to be stored. */
    String dynamicsCredential() {
        return get(Question.CONNECTION) + "-dynamics";
    }

    /** The name under which the password of the Cleo user is to be stored. */
    String cleoCredential() {
        return get(Question.CONNECTION) + "-cleo";
    }

    /** The file. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append("# Every key, its default and its meaning: ml-connector config explain --all\n");
        text.append("dataDirectory: ./data\n");
        text.append("http: {host: 127.0.0.1, port: 8080}\n\n");
        text.append("connections:\n");
        text.append("  - id: ").append(quoted(Question.CONNECTION)).append('\n');
        text.append("    dynamics:\n");
        text.append("      environmentUrl: ")
                .append(quoted(Question.ENVIRONMENT_URL))
                .append('\n');
        text.append("      tenantId: ").append(quoted(Question.TENANT)).append('\n');
        text.append("      clientId: ").append(quoted(Question.CLIENT)).append('\n');
        text.append("      clientSecret: {secret: ")
                .append(Json.encode(dynamicsCredential()))
                .append("}\n");
        text.append("      legalEntities: [")
                .append(legalEntities().stream().map(Json::encode).collect(Collectors.joining(", ")))
                .append("]\n");
        text.append("    cleo:\n");
        text.append("      baseUrl: ").append(quoted(Question.BASE_URL)).append('\n');
        text.append("      username: ").append(quoted(Question.USERNAME)).append('\n');
        text.append("      password: {secret: ")
                .append(Json.encode(cleoCredential()))
                .append("}\n");
        partner(text);
        return text.toString();
    }

    private void partner(StringBuilder text) {
        text.append("    partners:\n");
        text.append("      - id: ").append(quoted(Question.PARTNER)).append('\n');
        text.append("        name: ").append(quoted(Question.PARTNER_NAME)).append('\n');
        text.append("        vendors: {").append(vendors()).append("}\n");
        text.append("        interchange:\n");
        text.append("          us:   ").append(address(Question.US)).append('\n');
        text.append("          them: ").append(address(Question.THEM)).append('\n');
        if (!get(Question.ORDERS).isEmpty()) {
            text.append("        orders: {folder: ")
                    .append(quoted(Question.ORDERS))
                    .append("}\n");
        }
        if (!get(Question.INVOICES).isEmpty()) {
            text.append("        invoices: {folder: ")
                    .append(quoted(Question.INVOICES))
                    .append("}\n");
        }
    }

    /** One account for each legal entity, in their order; one alone is that of all. */
    private String vendors() {
        List<String> accounts = words(get(Question.VENDORS));
        List<String> entities = legalEntities();
        StringBuilder vendors = new StringBuilder();
        for (int i = 0; i < entities.size(); i++) {
            String account =
                    accounts.isEmpty() ? "" : accounts.get(accounts.size() == 1 ? 0 : Math.min(i, accounts.size() - 1));
            vendors.append(i == 0 ? "" : ", ")
                    .append(Json.encode(entities.get(i)))
                    .append(": ")
                    .append(Json.encode(account));
        }
        return vendors.toString();
    }

    private String address(Question question) {
        String[] parts = get(question).split(":", 2);
        String qualifier = parts.length == 2 ? parts[0].strip() : "ZZ";
        return "{qualifier: " + Json.encode(qualifier) + ", id: " + Json.encode(parts[parts.length - 1].strip()) + "}";
    }

    private String quoted(Question question) {
        return Json.encode(get(question));
    }

    private static List<String> words(String answer) {
        return Arrays.stream(answer.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
