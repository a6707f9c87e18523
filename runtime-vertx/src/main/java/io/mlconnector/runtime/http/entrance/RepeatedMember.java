package io.mlconnector.runtime.http.entrance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds a member that a JSON text gives twice. Readers differ in which of two they take (RFC 8259, section 4), so that nobody knows
 * what its sender meant.
 */
public final class RepeatedMember {

    /** Comments as the reader of bodies takes them. */
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private RepeatedMember() {}

    /**
     * The first one, by its path, such as {@code filter.partner}; empty if there is none.
     *
     * @param text JSON that can be read
     * @throws IOException if it cannot
     */
    public static Optional<String> in(byte[] text) throws IOException {
        try (JsonParser parser = STRICT.createParser(text)) {
            try {
                while (parser.nextToken() != null) {
                    // Reading on is what finds it.
                }
                return Optional.empty();
            } catch (StreamReadException e) {
                return Optional.of(parser.getParsingContext()
                        .pathAsPointer()
                        .toString()
                        .replaceFirst("^/", "")
                        .replace('/', '.'));
            }
        }
    }
}
