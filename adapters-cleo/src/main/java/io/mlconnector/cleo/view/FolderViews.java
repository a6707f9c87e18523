package io.mlconnector.cleo.view;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the account sees, for people who configure it. Reads only. */
public interface FolderViews {

    /** Finds a folder and asks for its first entry, however many it has. */
    CompletionStage<Outcome<FolderGlance>> glance(FolderReference folder);

    /**
     * The same for questions that belong together: what one of them learns of the way to a folder, the others use. Not for longer than
     * they take.
     */
    default FolderViews together() {
        return this;
    }

    /**
     * What is in a folder, folders first, by name.
     *
     * @param folder empty for the top
     */
    CompletionStage<Outcome<List<TreeEntry>>> children(Optional<TreeEntry> folder);
}
