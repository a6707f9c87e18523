package io.mlconnector.domain.flow;

/** Every state but {@link Discarded}: what a discarded document can be restored to. */
public sealed interface Restorable extends FlowState permits Progress, Halted {}
