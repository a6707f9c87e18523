package io.mlconnector.postgres.continuity;

import io.mlconnector.ports.journal.file.TakenFile;
import io.vertx.core.Future;

/** Whoever must know what is committed, so that it is not forgotten with the database. May be called on any thread. */
public interface CommitWatch {

    /** Nobody needs to know: commands send nothing and take nothing. */
    CommitWatch NOBODY = new CommitWatch() {
        @Override
        public Future<Void> beforeUpload() {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> beforeRemoval(TakenFile file) {
            return Future.succeededFuture();
        }

        @Override
        public void afterTaking(TakenFile file) {}

        @Override
        public void afterCommit() {}
    };

    /**
     * The intent to upload a file is committed. The upload begins when this has completed; if it fails, the upload does not
     * begin, and the document is as after a crash.
     */
    Future<Void> beforeUpload();

    /**
     * The intent to remove a file from its folder is committed. The removal begins when this has completed; if it fails, it does
     * not begin.
     */
    Future<Void> beforeRemoval(TakenFile file);

    /** A file is committed as taken: others may remove it from its folder from now on. Does not wait. */
    void afterTaking(TakenFile file);

    /** Something else is committed. Does not wait. */
    void afterCommit();
}
