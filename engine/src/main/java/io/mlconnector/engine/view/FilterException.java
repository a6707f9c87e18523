package io.mlconnector.engine.view;

/** A filter that is none, in words for the person who wrote it. */
public final class FilterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    FilterException(String name, String message) {
        super(message);
        this.name = name;
    }

    /** The filter's name. */
    public String name() {
        return name;
    }
}
