package io.mlconnector.verification.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.verification.description.Description.Described;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The description of the interface is one that programs and people can use. */
class DescriptionLintTest {

    private static final Pattern IN_PATH = Pattern.compile("[{]([^}]+)[}]");

    private final Description description = Description.read();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void a_reader_of_others_finds_nothing_wrong_with_it() {
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(description.text(), null, new ParseOptions());
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getSpecVersion()).isEqualTo(SpecVersion.V31);
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_a_tag_and_an_answer_to_errors() {
        List<String> tags = description.all().path("tags").findValuesAsText("name");
        TreeSet<String> names = new TreeSet<>();
        for (Described one : description.operations()) {
            JsonNode operation = one.operation();
            check(one, one.id().matches("[a-z][a-zA-Z]+") && names.add(one.id()), "has a name of its own");
            check(one, !operation.path("summary").asText().isBlank(), "has a summary");
            check(one, operation.path("tags").size() == 1, "has one tag");
            operation
                    .path("tags")
                    .forEach(tag -> check(one, tags.contains(tag.asText()), "has a tag that is described"));
            operation.path("responses").properties().forEach(answer -> {
                JsonNode told = description.resolved(answer.getValue());
                check(one, !told.path("description").asText().isBlank(), "says what " + answer.getKey() + " means");
                boolean error = answer.getKey().startsWith("4");
                check(
                        one,
                        !error || told.path("content").has("application/problem+json"),
                        "answers " + answer.getKey() + " with a problem");
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_parameter_of_a_path_is_declared_and_explained() {
        for (Described one : description.operations()) {
            Matcher named = IN_PATH.matcher(one.path());
            while (named.find()) {
                check(
                        one,
                        one.parameters().stream()
                                .anyMatch(parameter ->
                                        parameter.path("name").asText().equals(named.group(1))
                                                && parameter.path("in").asText().equals("path")
                                                && parameter.path("required").asBoolean()
                                                && parameter.has("example")),
                        "declares " + named.group(1) + " with an example");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_reference_leads_somewhere_and_every_component_is_used() {
        TreeSet<String> used = new TreeSet<>();
        Matcher references =
                Pattern.compile("#(/components/[A-Za-z]+/[A-Za-z]+)").matcher(description.text());
        while (references.find()) {
            used.add(references.group(1));
        }
        TreeSet<String> there = new TreeSet<>();
        description.all().path("components").properties().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> there.add("/components/" + kind.getKey() + "/" + name));
            }
        });
        assertThat(used).isEqualTo(there);
    }

    /** Nothing is remembered of a secret, not even a digest (CredentialsApiTest). */
    @Test
    void every_action_takes_an_idempotency_key_except_the_one_that_takes_a_secret() {
        assertThat(description.operations())
                .filteredOn(
                        one -> one.path().startsWith("/api/") && !one.method().equals("get"))
                .filteredOn(one -> !one.id().equals("enterCredential"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.parameters())
                        .as(one.id())
                        .extracting(parameter -> parameter.path("name").asText())
                        .contains("Idempotency-Key"));
    }

    @Test
    void every_example_is_what_its_schema_allows() {
        int examples = 0;
        for (Described one : description.operations()) {
            for (JsonNode parameter : one.parameters()) {
                if (parameter.has("example")) {
                    examples++;
                    fits(one, description.resolved(parameter.path("schema")), parameter.path("example"));
                }
            }
            for (JsonNode example : one.body().path("examples")) {
                examples++;
                fits(one, one.body().path("schema"), example.path("value"));
            }
            boolean takesJson = !one.body().isMissingNode();
            check(one, !takesJson || one.body().path("examples").size() > 0, "shows what it takes");
        }
        assertThat(wrong).isEmpty();
        assertThat(examples).isGreaterThan(30);
    }

    private void fits(Described one, JsonNode schema, JsonNode value) {
        description.faults(schema, value).forEach(fault -> wrong.add(one.id() + ": " + value + ": " + fault));
    }

    private void check(Described one, boolean holds, String what) {
        if (!holds) {
            wrong.add(one.method() + " " + one.path() + " does not hold: " + what);
        }
    }
}
