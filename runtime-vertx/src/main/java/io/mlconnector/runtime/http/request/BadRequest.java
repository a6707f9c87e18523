package io.mlconnector.runtime.http.request;

/** A request says something that it cannot say; answered with 400 and the name of the member. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String member;

    /**
     * Without a stack trace: nothing is wrong with the program.
     *
     * @param member of the body, by its path, or of the query; empty: the body as a whole
     * @param message a sentence that says what is expected
     */
    public BadRequest(String member, String message) {
        super(message, null, false, false);
        this.member = member;
    }

    public String member() {
        return member;
    }
}
