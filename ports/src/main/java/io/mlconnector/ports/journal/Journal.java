package io.mlconnector.ports.journal;

/**
 * Every document, its place and its whole history. The one source of truth about what we did.
 *
 * <p>Each method is one transaction. A stage fails only if the store does not answer or on a defect; then nothing is known to be
 * saved, and the caller stops working on the document: its claim runs out and somebody takes it up again.
 */
public interface Journal
        extends DocumentFlows, ReceivedFiles, DownloadJournal, ControlNumberJournal, DocumentViews, NoticeJournal {}
