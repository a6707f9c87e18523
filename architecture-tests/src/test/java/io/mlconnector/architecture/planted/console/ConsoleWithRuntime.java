package io.mlconnector.architecture.planted.console;

import io.mlconnector.architecture.planted.runtime.RuntimeThatTalks;

record ConsoleWithRuntime(RuntimeThatTalks runtime) {}
