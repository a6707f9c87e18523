package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.ports.erp.MasterData;
import io.mlconnector.testing.contract.Trade;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MasterDataTest {

    private final DynamicsBench bench = new DynamicsBench();
    private final MasterData data = bench.dynamics.masterData();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void an_item_is_known_where_it_is_released_whatever_its_case() {
        bench.product(Trade.DAT, "M-100");
        ItemNumber asked = new ItemNumber("m-100");
        assertThat(done(data.released(Trade.DAT, Set.of(asked, new ItemNumber("M-101")))))
                .containsExactly(asked);
        assertThat(done(data.released(Trade.USMF, Set.of(asked)))).isEmpty();
        assertThat(done(data.released(Trade.USMF, Set.of()))).isEmpty();
    }

    @Test
    void fifty_thousand_items_are_asked_for_in_few_calls() {
        Set<ItemNumber> asked = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            asked.add(new ItemNumber("I-" + i));
        }
        bench.product(Trade.USMF, "I-49999");
        int before = bench.requests();
        assertThat(done(data.released(Trade.USMF, asked))).containsExactly(new ItemNumber("I-49999"));
        assertThat(bench.requests() - before).isLessThan(10);
    }

    @Test
    void units_are_those_of_all_companies() {
        bench.twin.dynamics().masterData().addUnit("drum", "Quantity", 0);
        assertThat(done(data.units())).contains(new UnitSymbol("drum")).doesNotContain(new UnitSymbol("keg"));
    }
}
