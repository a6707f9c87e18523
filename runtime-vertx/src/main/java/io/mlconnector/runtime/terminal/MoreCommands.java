package io.mlconnector.runtime.terminal;

import java.util.List;

/**
 * Commands that another module brings, found on the class path by {@link java.util.ServiceLoader}: the daemon does not carry
 * what only trying it out needs.
 */
public interface MoreCommands {

    /** Command classes, each with a picocli annotation and a constructor without arguments. */
    List<Class<?>> commands();
}
