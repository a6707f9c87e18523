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

    /** A listing that was made for something else is believed so long. */
    public static final Duration LISTING_BELIEVED = Duration.ofSeconds(2);

    /** So many files are removed by one listing; with a gateway's usual limit of 5 requests a second that takes 4 seconds. */
    public static final int MOST_PER_LISTING = 20;

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

    /**
     * Whether a file may be removed because a listing shows it as it was taken. A gateway removes what lies under an id, and no
     * request makes it look first whether that was written over meanwhile: the less time between listing and removal, the better.
     *
     * @param forRemoval whether it was made in order to remove files: then a slow one is believed as well, or nothing would ever be
     *     removed
     * @param listedAt when the gateway was asked for it
     * @param removed how many files were removed by it already
     */
    public static boolean believed(boolean forRemoval, Instant listedAt, int removed, Instant now) {
        return removed < MOST_PER_LISTING && (forRemoval || !now.isAfter(listedAt.plus(LISTING_BELIEVED)));
    }
}
