package io.mlconnector.architecture.planted.verification;

public record Judge(String verdict) {}
