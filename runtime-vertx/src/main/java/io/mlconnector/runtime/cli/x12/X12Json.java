package io.mlconnector.runtime.cli.x12;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.x12.explanation.ExplainedElement;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.mlconnector.x12.explanation.ExplainedGroup;
import io.mlconnector.x12.explanation.ExplainedInterchange;
import io.mlconnector.x12.explanation.ExplainedLoop;
import io.mlconnector.x12.explanation.ExplainedPart;
import io.mlconnector.x12.explanation.ExplainedSegment;
import io.mlconnector.x12.explanation.ExplainedSet;
import io.mlconnector.x12.explanation.ExplainedTotal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** An explained file as one JSON value. */
final class X12Json {

    private X12Json() {}

    static JsonObject of(ExplainedFile file) {
        return new JsonObject()
                .put("interchanges", array(file.interchanges(), X12Json::interchange))
                .put(
                        "strays",
                        array(
                                file.strays(),
                                stray -> new JsonObject()
                                        .put("offset", stray.offset())
                                        .put("length", stray.length())
                                        .put("text", stray.text())))
                .put("problems", problems(file.problems()));
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonObject> each) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(each.apply(value)));
        return array;
    }

    private static JsonObject interchange(ExplainedInterchange interchange) {
        return new JsonObject()
                .put("sender", interchange.sender())
                .put("receiver", interchange.receiver())
                .put("number", interchange.number())
                .put("offset", interchange.offset())
                .put("complete", interchange.complete())
                .put("segments", array(interchange.segments(), X12Json::segment))
                .put("groups", array(interchange.groups(), X12Json::group));
    }

    private static JsonObject group(ExplainedGroup group) {
        return new JsonObject()
                .put("code", group.code())
                .put("number", group.number())
                .put("version", group.version())
                .put("segments", array(group.segments(), X12Json::segment))
                .put("sets", array(group.sets(), X12Json::set));
    }

    private static JsonObject set(ExplainedSet set) {
        return new JsonObject()
                .put("id", set.id())
                .put("name", set.name())
                .put("number", set.number())
                .put("version", set.version())
                .put("release", set.release())
                .put("understood", set.understood())
                .put("usable", set.usable())
                .put("parts", array(set.parts(), X12Json::part))
                .put("totals", array(set.totals(), X12Json::total));
    }

    private static JsonObject part(ExplainedPart part) {
        return switch (part) {
            case ExplainedSegment segment -> segment(segment);
            case ExplainedLoop loop ->
                new JsonObject().put("loop", loop.path()).put("parts", array(loop.parts(), X12Json::part));
        };
    }

    private static JsonObject segment(ExplainedSegment segment) {
        return new JsonObject()
                .put("segment", segment.tag())
                .put("name", segment.name())
                .put("position", segment.position())
                .put("inSet", segment.inSet())
                .put("offset", segment.offset())
                .put("whole", segment.whole())
                .put("elements", array(segment.elements(), X12Json::element))
                .put("problems", problems(segment.problems()));
    }

    private static JsonObject element(ExplainedElement element) {
        return new JsonObject()
                .put("position", element.position())
                .put("name", element.name())
                .put("value", element.value())
                .put("hidden", element.hidden())
                .put("dataElement", element.dataElement())
                .put("type", element.type())
                .put("meaning", element.meaning())
                .put("components", array(element.components(), X12Json::element))
                .put("problems", problems(element.problems()));
    }

    private static JsonObject total(ExplainedTotal total) {
        return new JsonObject()
                .put("name", total.name())
                .put("counted", total.counted())
                .put("stated", total.stated())
                .put("statedAt", total.statedAt())
                .put("verdict", total.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static JsonArray problems(List<SyntaxProblem> problems) {
        return array(problems, X12Json::problem);
    }

    private static JsonObject problem(SyntaxProblem problem) {
        return new JsonObject()
                .put("code", problem.code())
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("standardCode", problem.standardCode())
                .put("segment", problem.segment())
                .put("segmentInFile", problem.segmentInFile())
                .put("segmentInSet", problem.segmentInSet())
                .put("element", problem.element())
                .put("component", problem.component())
                .put("offset", problem.offset())
                .put("text", problem.text())
                .put("rule", problem.rule())
                .put("message", problem.message());
    }
}
