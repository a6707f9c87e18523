package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.ports.edi.DocumentCodec;
import java.time.Instant;
import java.util.Optional;

/** Whether an 824 can be written, before it is announced: somebody still sits there who can choose other words. */
public final class AdviceTrial {

    private AdviceTrial() {}

    /**
     * Why it cannot be written; empty if it can.
     *
     * @param partner to whom, as agreed with him
     * @param at time of writing
     */
    public static Optional<String> unwritable(
            ApplicationAdvice advice, TradingPartner partner, DocumentCodec codec, Instant at) {
        AdviceWriting writing = new AdviceWriting(
                advice, partner, new FolderReference.ByPath("/"), at, "Choose another code, or other words.");
        return writing.asIfWritten(codec) instanceof Writing.Impossible(var why)
                ? Optional.of(why.message())
                : Optional.empty();
    }
}
