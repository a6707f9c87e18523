package io.mlconnector.domain.intake;

import java.time.Duration;
import java.time.Instant;

/** When a file whose documents are settled may be removed from its folder. */
public final class RemovalRule {

    /**
     * A file that could not be read whole stays at least so long: its sender may have paused in the middle of writing it, and a
     * removal that is under way when the rest arrives would remove the rest with it. What has grown by then looks different and is
     * taken anew.
     */
    public static final Duration NOT_READ_WHOLE_STAYS = Duration.ofHours(24);

    private RemovalRule() {}

    /**
     * Whether a file is removed now.
     *
     * @param readWhole whether all of it could be read
     * @param takenAt when it was taken
     */
    public static boolean due(boolean readWhole, Instant takenAt, Instant now) {
        return readWhole || !now.isBefore(takenAt.plus(NOT_READ_WHOLE_STAYS));
    }
}
