package io.mlconnector.engine.simulation;

import java.util.Map;

/** A fault in the engine, switched on in a test only. */
interface PlantedFault {

    /**
     * The port of one process with the fault in it; the same port if the fault does not concern it.
     *
     * @param shared what all processes of a run remember together
     */
    <T> T in(Class<T> port, T whole, Map<Object, Object> shared);
}
