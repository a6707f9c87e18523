package io.mlconnector.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.x12.X12Codec;
import org.junit.jupiter.api.Test;

class TransactionSetLimitTest {

    private static final long MIB = 1 << 20;

    @Test
    void a_set_may_take_a_64th_of_the_heap() {
        assertThat(TransactionSetLimit.of(256 * MIB)).isEqualTo((int) (4 * MIB));
    }

    @Test
    void a_tiny_heap_still_takes_a_mebibyte_and_a_large_one_no_more_than_the_codec_does() {
        assertThat(TransactionSetLimit.of(16 * MIB)).isEqualTo((int) MIB);
        assertThat(TransactionSetLimit.of(64_000 * MIB)).isEqualTo(X12Codec.LARGEST_SET);
    }
}
