package io.mlconnector.dynamics.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of a collection. Read row by row, and what many rows say alike (units, addresses, days) is held once: the lines of one order
 * differ in little.
 *
 * @param rows objects
 * @param next address of the next page as the server wrote it; empty on the last one
 */
public record Page(List<JsonNode> rows, String next) {

    /** Texts of a page that are held once; further ones are held as often as they occur. */
    private static final int MOST_SHARED = 5_000;

    private static final int LONGEST_SHARED = 100;

    public Page {
        rows = List.copyOf(rows);
    }

    /** The page in an answer; empty if it is none. */
    public static Optional<Page> read(Answer answer) {
        try (JsonParser json = Json.parser(answer.body(), new SharedTexts())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Optional<List<JsonNode>> rows = Optional.empty();
            String next = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("value") && value == JsonToken.START_ARRAY) {
                    rows = Optional.of(rows(json));
                } else if (name.equals("@odata.nextLink") && value == JsonToken.VALUE_STRING) {
                    next = json.getText();
                } else {
                    json.skipChildren();
                }
            }
            String link = next;
            // A text that ends before its object does is no page.
            return json.currentToken() == JsonToken.END_OBJECT
                    ? rows.map(found -> new Page(found, link))
                    : Optional.empty();
        } catch (IOException e) {
            // HTML from a gateway or a truncated response: the caller decides what a missing value means.
            return Optional.empty();
        }
    }

    private static List<JsonNode> rows(JsonParser json) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new IOException("The rows have no end");
            }
            rows.add(json.readValueAsTree());
        }
        return rows;
    }

    /** Makes the nodes of one page. */
    private static final class SharedTexts extends JsonNodeFactory {

        private static final long serialVersionUID = 1;

        private final transient Map<String, TextNode> shared = new HashMap<>();

        @Override
        public TextNode textNode(String text) {
            if (text == null || text.length() > LONGEST_SHARED) {
                return super.textNode(text);
            }
            TextNode known = shared.get(text);
            if (known != null) {
                return known;
            }
            TextNode made = super.textNode(text);
            if (shared.size() < MOST_SHARED) {
                shared.put(text, made);
            }
            return made;
        }
    }
}
