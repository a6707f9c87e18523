package io.mlconnector.architecture.planted.engine;

import io.mlconnector.architecture.planted.runtime.RuntimeThatTalks;

record EngineWithRuntime(RuntimeThatTalks runtime) {}
