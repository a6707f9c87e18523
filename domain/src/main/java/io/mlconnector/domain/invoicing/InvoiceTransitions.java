package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Transition;
import io.mlconnector.domain.invoicing.InvoiceState.Attaching;
import io.mlconnector.domain.invoicing.InvoiceState.AttachmentsInDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.DeletingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.Duplicate;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderToDelete;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Posted;
import io.mlconnector.domain.invoicing.InvoiceState.PostingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.PostingLines;
import io.mlconnector.domain.invoicing.InvoiceState.PostingWhole;
import io.mlconnector.domain.invoicing.InvoiceState.Ready;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.invoicing.InvoiceState.ToAttach;
import java.util.List;

/** Every change of state that {@link InvoiceDecisions} may make. */
public final class InvoiceTransitions {

    /** All of them; an invoice begins as {@code Received}. */
    public static final List<Transition> ALL = List.of(
            Transition.of(Received.class, Received.class, "F&O could not be read now"),
            Transition.of(Received.class, PostingWhole.class, "passed, change set intended"),
            Transition.of(Received.class, PostingHeader.class, "passed, header intended"),
            Transition.of(Received.class, PostingLines.class, "begun before, missing lines intended"),
            Transition.of(Received.class, Posted.class, "begun before and whole"),
            Transition.of(Received.class, Held.class, "cannot be aligned, or differs"),
            Transition.of(Received.class, Duplicate.class, "there already"),
            Transition.of(Received.class, Failed.class, "read refused or given up"),
            Transition.of(Ready.class, PostingWhole.class, "change set intended"),
            Transition.of(Ready.class, PostingHeader.class, "header intended"),
            Transition.of(Ready.class, Received.class, "a person has it examined again"),
            Transition.of(Ready.class, Held.class, "a person took back what had let it go on"),
            Transition.of(PostingWhole.class, Posted.class, "created"),
            Transition.of(PostingWhole.class, Received.class, "certainly not created"),
            Transition.of(PostingWhole.class, Failed.class, "refused or given up"),
            Transition.of(PostingWhole.class, InDoubt.class, "outcome unknown, or crashed"),
            Transition.of(PostingHeader.class, PostingLines.class, "header created, lines intended"),
            Transition.of(PostingHeader.class, Received.class, "certainly not created"),
            Transition.of(PostingHeader.class, Failed.class, "refused or given up"),
            Transition.of(PostingHeader.class, InDoubt.class, "outcome unknown, or crashed"),
            Transition.of(HeaderPosted.class, PostingLines.class, "lines intended"),
            Transition.of(HeaderPosted.class, InDoubt.class, "nothing was missing, its deletion was refused"),
            Transition.of(PostingLines.class, Posted.class, "lines created"),
            Transition.of(PostingLines.class, HeaderPosted.class, "lines certainly not created"),
            Transition.of(PostingLines.class, Failed.class, "lines refused or given up"),
            Transition.of(PostingLines.class, InDoubt.class, "outcome unknown, or crashed"),
            Transition.of(InDoubt.class, InDoubt.class, "asked, not settled yet"),
            Transition.of(InDoubt.class, Posted.class, "found whole"),
            Transition.of(InDoubt.class, HeaderPosted.class, "found, lines missing"),
            Transition.of(InDoubt.class, Received.class, "did not arrive"),
            Transition.of(InDoubt.class, Duplicate.class, "somebody else's invoice found"),
            Transition.of(InDoubt.class, Held.class, "F&O does not tell, lost the header, or has something else"),
            Transition.of(Held.class, Received.class, "a person lets it go on"),
            Transition.of(Held.class, InDoubt.class, "a person has F&O asked again"),
            Transition.of(Held.class, Discarded.class, "discarded by a person"),
            Transition.of(Failed.class, Received.class, "a person has it examined again"),
            Transition.of(Failed.class, Ready.class, "a person has it posted again"),
            Transition.of(Failed.class, HeaderPosted.class, "a person has the lines posted again"),
            Transition.of(Failed.class, Discarded.class, "discarded by a person"),
            Transition.of(Held.class, Held.class, "a person took back what had let it go on"),
            Transition.of(Failed.class, Held.class, "a person took back what had let it go on"),
            Transition.of(Held.class, HeaderToDelete.class, "a person has its header deleted"),
            Transition.of(Failed.class, HeaderToDelete.class, "a person has its header deleted"),
            Transition.of(Discarded.class, HeaderToDelete.class, "a person has its header deleted"),
            Transition.of(HeaderToDelete.class, HeaderToDelete.class, "not settled yet, or F&O could not be read now"),
            Transition.of(HeaderToDelete.class, DeletingHeader.class, "deletion intended"),
            Transition.of(HeaderToDelete.class, Discarded.class, "header gone"),
            Transition.of(HeaderToDelete.class, Failed.class, "posted, not ours any more, or read refused"),
            Transition.of(DeletingHeader.class, Discarded.class, "header deleted"),
            Transition.of(
                    DeletingHeader.class,
                    HeaderToDelete.class,
                    "outcome unknown, crashed, not there, or certainly not deleted"),
            Transition.of(DeletingHeader.class, Failed.class, "deletion refused"),
            Transition.of(Received.class, ToAttach.class, "begun before and whole, attachments wanted"),
            Transition.of(PostingWhole.class, ToAttach.class, "created, attachments wanted"),
            Transition.of(PostingLines.class, ToAttach.class, "lines created, attachments wanted"),
            Transition.of(InDoubt.class, ToAttach.class, "found whole, attachments wanted"),
            Transition.of(ToAttach.class, ToAttach.class, "F&O could not be asked now"),
            Transition.of(ToAttach.class, Attaching.class, "attachments intended"),
            Transition.of(ToAttach.class, Posted.class, "attached before, nothing to attach, or given up"),
            Transition.of(Attaching.class, Posted.class, "attached, refused or given up"),
            Transition.of(Attaching.class, ToAttach.class, "certainly not attached"),
            Transition.of(Attaching.class, AttachmentsInDoubt.class, "outcome unknown, or crashed"),
            Transition.of(AttachmentsInDoubt.class, AttachmentsInDoubt.class, "asked, not settled yet"),
            Transition.of(AttachmentsInDoubt.class, Posted.class, "found, or given up"),
            Transition.of(AttachmentsInDoubt.class, ToAttach.class, "did not arrive"),
            Transition.of(Duplicate.class, Received.class, "a person has it examined again"),
            Transition.of(Discarded.class, Received.class, "a person corrected it"),
            Transition.of(Discarded.class, Held.class, "restored"),
            Transition.of(Discarded.class, Failed.class, "restored"));

    private InvoiceTransitions() {}
}
