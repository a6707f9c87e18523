package io.mlconnector.runtime.http.request;

/** A part of the interface for programs. */
public interface Routes {

    /** Adds its routes; who is not signed in does not reach them. */
    void mount(ApiRouter router);
}
