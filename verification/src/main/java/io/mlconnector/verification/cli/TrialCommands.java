package io.mlconnector.verification.cli;

import io.mlconnector.runtime.terminal.MoreCommands;
import java.util.List;

/** The commands that need the simulators. */
public final class TrialCommands implements MoreCommands {

    @Override
    public List<Class<?>> commands() {
        return List.of(DemoCommand.class, TwinCommand.class, VerifyCommand.class);
    }
}
