package io.mlconnector.architecture;

import java.util.Arrays;
import java.util.stream.Stream;

/** The modules, by the package below the root that each one owns. */
enum Module {
    DOMAIN("domain"),
    PORTS("ports"),
    PORTS_TESTING("testing"),
    X12("x12"),
    JSON("json"),
    HTTP("http"),
    POSTGRES("postgres"),
    DYNAMICS("dynamics"),
    CLEO("cleo"),
    ENGINE("engine"),
    CONSOLE("console"),
    RUNTIME("runtime"),
    TWIN("twin"),
    VERIFICATION("verification"),
    BENCHMARKS("benchmarks");

    private final String directory;

    Module(String directory) {
        this.directory = directory;
    }

    /** Everything of this module below a root. */
    String below(String root) {
        return root + "." + directory + "..";
    }

    /** What others must not see of this module below a root. */
    String internalBelow(String root) {
        return root + "." + directory + "..internal..";
    }

    static String[] below(String root, Module... modules) {
        return Arrays.stream(modules).map(module -> module.below(root)).toArray(String[]::new);
    }

    static Module[] allBut(Module... some) {
        return Stream.of(values())
                .filter(module -> !Arrays.asList(some).contains(module))
                .toArray(Module[]::new);
    }
}
