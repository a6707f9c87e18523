package io.mlconnector.architecture.planted.ports;

import com.fasterxml.jackson.databind.JsonNode;

/** Planted: Jackson in a port. */
public interface PortWithJackson {

    void store(JsonNode node);
}
