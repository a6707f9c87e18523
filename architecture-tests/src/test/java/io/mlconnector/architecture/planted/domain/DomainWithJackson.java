package io.mlconnector.architecture.planted.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Planted: an annotation of a library in the domain. */
public record DomainWithJackson(
        @JsonProperty("order_number") String orderNumber) {}
