package io.mlconnector.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderHintTest {

    private static final FolderReference ACME = new FolderReference.ByPath("/download/acme");
    private static final FolderReference ACME_TWO = new FolderReference.ByPath("/download/acme-2");
    private static final FolderReference BY_ID = new FolderReference.ById("Qm9v");
    private static final List<FolderReference> ALL = List.of(ACME, ACME_TWO, BY_ID);

    @Test
    void a_folder_is_named_by_its_path_by_the_path_of_a_file_in_it_or_by_its_id() {
        assertThat(FolderHint.named(List.of("file.available", "/download/acme"), ALL))
                .containsExactly(ACME);
        assertThat(FolderHint.named(List.of("download/acme/"), ALL)).containsExactly(ACME);
        assertThat(FolderHint.named(List.of("/download/acme-2/810.edi"), ALL)).containsExactly(ACME_TWO);
        assertThat(FolderHint.named(List.of("Qm9v", "/download/acme"), ALL)).containsExactly(ACME, BY_ID);
    }

    @Test
    void what_names_none_of_them_restricts_nothing() {
        assertThat(FolderHint.named(List.of("acme", "/download", "qm9v", "", "/upload/acme"), ALL))
                .isEmpty();
        assertThat(FolderHint.named(List.of(), ALL)).isEmpty();
    }
}
