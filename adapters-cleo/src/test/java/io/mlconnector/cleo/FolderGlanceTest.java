package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.cleo.view.FolderGlance;
import io.mlconnector.cleo.view.FolderViews;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A look at several folders costs the account few requests, and still tells of each how it is now. */
class FolderGlanceTest {

    private static final FolderReference ACME = new FolderReference.ByPath("/download/acme");
    private static final FolderReference GLOBEX = new FolderReference.ByPath("/download/globex");
    private static final FolderReference UPLOAD = new FolderReference.ByPath("/upload/acme");

    private CleoBench bench = new CleoBench();

    @BeforeEach
    void begin() {
        bench.close();
        bench = new CleoBench();
        Stream.of("/download/acme", "/download/globex", "/upload/acme")
                .forEach(folder -> bench.twin.cleo().put(folder, "a.edi", new byte[] {1}));
        await(bench.cleo.signIn());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private int listings() {
        return (int) bench.twin.requests().requests().stream()
                .filter(one -> one.toString().contains("/folders"))
                .count();
    }

    private int costOf(FolderViews views) {
        int before = listings();
        Stream.of(ACME, GLOBEX, UPLOAD)
                .forEach(folder -> assertThat(done(views.glance(folder)).empty())
                        .as("%s", folder)
                        .isFalse());
        return listings() - before;
    }

    @Test
    void together_each_level_on_the_way_is_listed_once() {
        int alone = costOf(bench.cleo.explorer());
        int together = costOf(bench.cleo.explorer().together());

        assertThat(alone).isEqualTo(9);
        assertThat(together)
                .as("the top, two levels below it, and three folders")
                .isEqualTo(6);
    }

    @Test
    void a_folder_that_there_is_not_is_told_of_and_the_others_are_found() {
        FolderViews together = bench.cleo.explorer().together();
        Outcome<FolderGlance> missing = await(together.glance(new FolderReference.ByPath("/download/nobody")));

        assertThat(missing).isInstanceOf(Outcome.Refused.class);
        assertThat(done(together.glance(ACME)).empty()).isFalse();
    }
}
