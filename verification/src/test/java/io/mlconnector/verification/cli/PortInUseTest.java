package io.mlconnector.verification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.cli.Main;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.verification.demo.Demo;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A port that something listens on already is no defect. */
@Timeout(300)
class PortInUseTest {

    @TempDir
    private Path folder;

    private static String failing(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(arguments)).isEqualTo(ExitCode.WRONG);
        } finally {
            System.setErr(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void the_twin_names_the_port_and_the_option_that_changes_it() throws IOException {
        try (ServerSocket taken = listening(0)) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(failing("twin", "--dynamics-port", port, "--cleo-port", "0"))
                    .contains("Port " + port, "--dynamics-port")
                    .doesNotContain("defect", "--cleo-port");
            assertThat(failing("twin", "--dynamics-port", "0", "--cleo-port", port))
                    .contains("Port " + port, "--cleo-port")
                    .doesNotContain("defect", "--dynamics-port");
        }
    }

    @Test
    void the_demo_takes_another_port_for_its_interface() throws IOException {
        Vertx vertx = Vertx.vertx();
        List<ServerSocket> taken = usual();
        try {
            Demo demo = Blocking.await(Demo.start(vertx, folder.resolve("demo"), 1, line -> {}));
            try {
                assertThat(demo.address()).doesNotEndWith(":8080");
            } finally {
                Blocking.await(demo.stop());
            }
        } finally {
            for (ServerSocket one : taken) {
                one.close();
            }
            Blocking.await(vertx.close());
        }
    }

    /** The port that the demo prefers; empty where somebody else has it already. */
    private static List<ServerSocket> usual() throws IOException {
        try {
            return List.of(listening(8080));
        } catch (BindException taken) {
            return List.of();
        }
    }
}
