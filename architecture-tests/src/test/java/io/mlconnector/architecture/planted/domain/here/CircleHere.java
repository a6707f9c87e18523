package io.mlconnector.architecture.planted.domain.here;

import io.mlconnector.architecture.planted.domain.there.CircleThere;

public record CircleHere(CircleThere there) {}
