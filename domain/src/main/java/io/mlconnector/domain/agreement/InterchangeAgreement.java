package io.mlconnector.domain.agreement;

import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import java.util.Objects;

/**
 * How interchanges with a partner are addressed and written.
 *
 * @param us our end
 * @param them the partner's end
 * @param release in which we write
 * @param usage production or test; an interchange of the other kind is not processed
 * @param delimiters in which we write
 * @param acknowledgementRequested ISA14: whether we ask for a TA1
 * @param profile how our orders are written
 */
public record InterchangeAgreement(
        InterchangeAddress us,
        InterchangeAddress them,
        Release release,
        Usage usage,
        Delimiters delimiters,
        boolean acknowledgementRequested,
        WritingProfile profile) {

    public InterchangeAgreement {
        Objects.requireNonNull(us, "us");
        Objects.requireNonNull(them, "them");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(delimiters, "delimiters");
        Objects.requireNonNull(profile, "profile");
    }

    /** No TA1 is asked for, and orders are written as most accept them. */
    public InterchangeAgreement(
            InterchangeAddress us, InterchangeAddress them, Release release, Usage usage, Delimiters delimiters) {
        this(us, them, release, usage, delimiters, false, WritingProfile.USUAL);
    }
}
