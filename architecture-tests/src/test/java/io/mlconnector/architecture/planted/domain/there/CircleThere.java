package io.mlconnector.architecture.planted.domain.there;

import io.mlconnector.architecture.planted.domain.here.CircleHere;

public interface CircleThere {

    CircleHere here();
}
