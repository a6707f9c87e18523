package io.mlconnector.architecture.planted.runtime;

import io.mlconnector.architecture.planted.verification.Judge;

record RuntimeWithVerification(Judge judge) {}
