package io.mlconnector.architecture.planted.engine;

import com.fasterxml.jackson.databind.JsonNode;

record EngineWithAdapter(JsonNode json) {}
