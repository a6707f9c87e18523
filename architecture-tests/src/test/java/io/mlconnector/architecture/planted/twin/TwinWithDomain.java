package io.mlconnector.architecture.planted.twin;

import io.mlconnector.architecture.planted.domain.Innocent;

/** Planted: a twin that shares our types. */
public record TwinWithDomain(Innocent order) {}
