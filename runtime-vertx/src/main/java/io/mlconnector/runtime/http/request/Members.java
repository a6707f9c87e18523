package io.mlconnector.runtime.http.request;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.http.entrance.RepeatedMember;
import io.mlconnector.runtime.http.entrance.RequestBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The members of a JSON object that a caller sent, each of the type that is wanted. A member that is null is absent. */
public final class Members {

    /** Characters of a text; more would only be shown, never needed. */
    public static final int LONGEST_TEXT = 2_000;

    private final String path;
    private final JsonObject object;

    private Members(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    /**
     * Of the body; without any where there is no body.
     *
     * @param known every name that is understood
     * @throws BadRequest if it is no JSON object, or has a member that is not known
     */
    public static Members of(RoutingContext context, Set<String> known) {
        Buffer body = RequestBody.of(context);
        if (body.length() == 0) {
            return new Members("", new JsonObject());
        }
        Object value;
        Optional<String> repeated;
        try {
            value = body.toJsonValue();
            repeated = RepeatedMember.in(body.getBytes());
        } catch (DecodeException | IOException e) {
            throw new BadRequest("", "The body is no JSON. Send an object, such as {\"reason\": \"…\"}.");
        }
        repeated.ifPresent(name -> {
            String shown = NearestWord.shown(name);
            throw new BadRequest(shown, shown + " is given more than once; give it once.");
        });
        if (!(value instanceof JsonObject object)) {
            throw new BadRequest("", "The body must be a JSON object, such as {\"reason\": \"…\"}.");
        }
        Members members = new Members("", object);
        members.refuseUnknown(known);
        return members;
    }

    private void refuseUnknown(Set<String> known) {
        for (String name : object.fieldNames()) {
            if (!known.contains(name)) {
                String shown = NearestWord.shown(name);
                throw new BadRequest(
                        path + shown,
                        path + shown + " is not known here"
                                + NearestWord.of(shown, known)
                                        .map(word -> "; did you mean " + path + word + "?")
                                        .orElse(
                                                known.isEmpty()
                                                        ? "; this address takes no members."
                                                        : "; known are " + String.join(", ", new TreeSet<>(known))
                                                                + "."));
            }
        }
    }

    /** A text; empty if it is absent. */
    public Optional<String> text(String name) {
        return text(name, LONGEST_TEXT);
    }

    /**
     * The same.
     *
     * @param most characters that it may have
     */
    public Optional<String> text(String name, int most) {
        Object value = object.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            throw new BadRequest(path + name, path + name + " must be a text.");
        }
        return Optional.of(storable(path + name, text, most));
    }

    /**
     * A text that says something; empty if it is absent.
     *
     * @throws BadRequest if it is blank: a filter without a value would let everything through
     */
    public Optional<String> filled(String name) {
        Optional<String> text = text(name);
        if (text.filter(String::isBlank).isPresent()) {
            throw new BadRequest(path + name, path + name + " is empty; give it a value, or leave it out.");
        }
        return text;
    }

    /**
     * A text, or null where that is said: what clears something is never what somebody forgot.
     *
     * @param instead what to say instead of nothing, as the rest of a sentence
     * @return empty if it is null
     * @throws BadRequest if it is absent or blank
     */
    public Optional<String> orNull(String name, String instead) {
        if (!object.containsKey(name)) {
            throw new BadRequest(path + name, path + name + " is missing; " + instead + ".");
        }
        Optional<String> text = text(name);
        if (text.filter(String::isBlank).isPresent()) {
            throw new BadRequest(path + name, path + name + " is empty; " + instead + ".");
        }
        return text;
    }

    /** A truth value; false if it is absent. */
    public boolean flag(String name) {
        Object value = object.getValue(name);
        if (value == null) {
            return false;
        }
        if (!(value instanceof Boolean flag)) {
            throw new BadRequest(path + name, path + name + " must be true or false.");
        }
        return flag;
    }

    /** A day, such as 2026-11-30; empty if it is absent. */
    public Optional<LocalDate> day(String name) {
        return text(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new BadRequest(path + name, path + name + " must be a day such as 2026-11-30.");
            }
        });
    }

    /** A legal entity; empty if it is absent. Not blank, see {@link #filled}. */
    public Optional<LegalEntity> legalEntity(String name) {
        return filled(name).map(text -> {
            try {
                return new LegalEntity(text);
            } catch (IllegalArgumentException e) {
                throw new BadRequest(path + name, String.valueOf(e.getMessage()));
            }
        });
    }

    /** A whole number, as text; empty if it is absent. */
    public Optional<String> number(String name) {
        Object value = object.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Integer number)) {
            throw new BadRequest(path + name, path + name + " must be a whole number.");
        }
        return Optional.of(number.toString());
    }

    public boolean has(String name) {
        return object.getValue(name) != null;
    }

    /** An object in it; without members if it is absent. */
    public Members object(String name, Set<String> known) {
        Object value = object.getValue(name);
        if (value != null && !(value instanceof JsonObject) && !(value instanceof Map)) {
            throw new BadRequest(path + name, path + name + " must be an object.");
        }
        Members members = new Members(path + name + ".", value == null ? new JsonObject() : object.getJsonObject(name));
        members.refuseUnknown(known);
        return members;
    }

    /**
     * A text that a database and a history can hold.
     *
     * @param member its name, for the message
     * @throws BadRequest if it is too long, or holds U+0000 or half of a surrogate pair, which PostgreSQL cannot store
     */
    public static String storable(String member, String text) {
        return storable(member, text, LONGEST_TEXT);
    }

    private static String storable(String member, String text, int most) {
        if (text.length() > most) {
            throw new BadRequest(member, member + " has at most " + most + " characters.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new BadRequest(member, member + " has half of a character (a surrogate without its other half).");
        }
        if (text.indexOf('\0') >= 0) {
            throw new BadRequest(member, member + " must not contain the character U+0000.");
        }
        return text;
    }
}
