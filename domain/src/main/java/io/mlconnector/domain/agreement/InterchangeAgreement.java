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
 * @param validation what follows if their documents break the standard or their guide
 * @param guide what their documents must be like beyond the standard
 */
public record InterchangeAgreement(
        InterchangeAddress us,
        InterchangeAddress them,
        Release release,
        Usage usage,
        Delimiters delimiters,
        boolean acknowledgementRequested,
        WritingProfile profile,
        Validation validation,
        PartnerGuide guide) {

    public InterchangeAgreement {
        Objects.requireNonNull(us, "us");
        Objects.requireNonNull(them, "them");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(delimiters, "delimiters");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(validation, "validation");
        Objects.requireNonNull(guide, "guide");
    }

    /** Their documents are held against the standard alone, with warnings. */
    public InterchangeAgreement(
            InterchangeAddress us,
            InterchangeAddress them,
            Release release,
            Usage usage,
            Delimiters delimiters,
            boolean acknowledgementRequested,
            WritingProfile profile) {
        this(
                us,
                them,
                release,
                usage,
                delimiters,
                acknowledgementRequested,
                profile,
                Validation.WARN,
                PartnerGuide.NONE);
    }

    /** No TA1 is asked for, and orders are written as most accept them. */
    public InterchangeAgreement(
            InterchangeAddress us, InterchangeAddress them, Release release, Usage usage, Delimiters delimiters) {
        this(us, them, release, usage, delimiters, false, WritingProfile.USUAL);
    }
}
