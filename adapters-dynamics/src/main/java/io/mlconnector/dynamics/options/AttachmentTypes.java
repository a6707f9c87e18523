package io.mlconnector.dynamics.options;

import java.util.Objects;

/**
 * The document types of F&O (Organization administration, Document management, Document types) under which something is attached to a
 * vendor invoice. They are data of the environment.
 *
 * @param note type of notes, never blank
 * @param file type of files, never blank
 */
public record AttachmentTypes(String note, String file) {

    /** {@code Note} and {@code File}, which every environment has at first. */
    public static final AttachmentTypes USUAL = new AttachmentTypes("Note", "File");

    public AttachmentTypes {
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(file, "file");
    }
}
