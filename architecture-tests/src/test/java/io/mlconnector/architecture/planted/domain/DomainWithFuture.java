package io.mlconnector.architecture.planted.domain;

import java.util.concurrent.CompletionStage;

/** Planted: a future in the domain. */
public record DomainWithFuture(CompletionStage<String> answer) {}
