package io.mlconnector.x12.internal.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.Release;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Names of segments, elements and codes")
class NamesTest {
    private final Names names = Names.all();

    @ParameterizedTest(name = "name every element of every segment of release {0}")
    @EnumSource(Release.class)
    void nameEveryElement(Release release) {
        List<String> nameless = new ArrayList<>();
        Dictionary dictionary = Dictionary.of(release);
        for (String line : Resource.lines("segments-" + release.version() + ".txt")) {
            String tag = line.substring(0, line.indexOf(' '));
            int elements =
                    dictionary.segment(Tag.of(tag)).orElseThrow().elements().size();
            if (names.segment(tag).isEmpty()) {
                nameless.add(tag);
            }
            for (int element = 1; element <= elements; element++) {
                if (names.element(tag, element).isEmpty()) {
                    nameless.add(tag + element);
                }
            }
        }
        assertThat(nameless).isEmpty();
    }

    @Test
    @DisplayName("are given to codes that are on a list")
    void namedCodesAreListed() {
        List<CodeLists> lists =
                Arrays.stream(Release.values()).map(CodeLists::load).toList();
        assertThat(Resource.lines("code-names.txt"))
                .allMatch(line -> lists.stream()
                        .anyMatch(list -> list.of(line.split(" ")[0]).holds(line.split(" ")[1])));
    }

    @Test
    @DisplayName("say what a code means, whatever the case of its letters")
    void sayWhatACodeMeans() {
        assertThat(names.code("355", "ea")).contains("each");
        assertThat(names.code("374", "002")).contains("delivery requested");
        assertThat(names.code("355", "??")).isEmpty();
        assertThat(names.element("BIG", 2)).contains("invoice number");
    }
}
