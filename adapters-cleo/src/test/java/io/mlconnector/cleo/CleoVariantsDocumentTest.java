package io.mlconnector.cleo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.cleo.CleoBehaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CleoVariantsDocumentTest {

    @Test
    void the_published_variants_are_those_with_which_the_contract_runs() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Variants of Cleo's interface

                The folder interface of Cleo is not published in all its details, and tenants differ. The adapter keeps the same contract
                with each of these (`MailboxOfEveryVariantTest`), before a simulated tenant over HTTP. Keys are under
                `cleo.dialect` ([configuration.md](configuration.md#connectionscleo)); where none is named, none is needed.
                Written by a test: `./mvnw -pl adapters-cleo test -Dvariants.write=true`.

                | variant | what differs | keys |
                |---|---|---|
                """);
        for (CleoVariant variant : CleoVariant.values()) {
            text.append("| ")
                    .append(variant.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(" | ")
                    .append(variant.shown)
                    .append(" | ")
                    .append(variant.keys)
                    .append(" |\n");
        }
        Path file = Path.of("..", "docs", "cleo-variants.md");
        if (Boolean.getBoolean("variants.write")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("write it anew with -Dvariants.write=true")
                .exists()
                .content()
                .isEqualTo(text.toString());
    }

    @Test
    void every_value_of_every_difference_is_in_one_of_them() {
        all(CleoBehaviour.Envelope.values(), CleoBehaviour::envelope);
        all(CleoBehaviour.NameMember.values(), CleoBehaviour::nameMember);
        all(CleoBehaviour.Discriminator.values(), CleoBehaviour::discriminator);
        all(CleoBehaviour.LinkForm.values(), CleoBehaviour::linkForm);
        all(CleoBehaviour.SizeMember.values(), CleoBehaviour::sizeMember);
        all(CleoBehaviour.TimeFormat.values(), CleoBehaviour::timeFormat);
        all(CleoBehaviour.RefreshTokens.values(), CleoBehaviour::refreshTokens);
        all(new Boolean[] {true, false}, CleoBehaviour::totals);
        all(new Boolean[] {true, false}, CleoBehaviour::absoluteLinks);
        all(new Boolean[] {true, false}, CleoBehaviour::contentLink);
    }

    private static <T> void all(T[] values, Function<CleoBehaviour, T> of) {
        assertThat(Arrays.stream(CleoVariant.values()).map(variant -> of.apply(variant.behaviour)))
                .contains(values);
    }
}
