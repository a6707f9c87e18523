package io.mlconnector.engine.simulation;

import io.mlconnector.ports.journal.payload.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/** Prints what the first seeds come to, one line each, so that two processes can be compared. */
final class ToldRuns {

    private ToldRuns() {}

    /**
     * Prints it.
     *
     * @param args how many seeds
     */
    public static void main(String[] args) {
        first(Integer.parseInt(args[0])).forEach(System.out::println);
    }

    static List<String> first(int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> {
                    List<String> story = Quietly.story(seed, Disturbance.NONE);
                    byte[] told = String.join("\n", story).getBytes(StandardCharsets.UTF_8);
                    return seed + " " + story.size() + " " + Hashes.of(told).hex();
                })
                .toList();
    }
}
