package io.mlconnector.postgres.continuity;

import io.vertx.core.Future;

/** Whoever must know what is committed, so that it is not forgotten with the database. May be called on any thread. */
public interface CommitWatch {

    /** Nobody needs to know: commands send nothing. */
    CommitWatch NOBODY = new CommitWatch() {
        @Override
        public Future<Void> beforeUpload() {
            return Future.succeededFuture();
        }

        @Override
        public void afterCommit() {}
    };

    /**
     * The intent to upload a file is committed. The upload begins when this has completed; if it fails, the upload does not
     * begin, and the document is as after a crash.
     */
    Future<Void> beforeUpload();

    /** Something else is committed. Does not wait. */
    void afterCommit();
}
