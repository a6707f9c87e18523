package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.erp.MasterData;
import io.mlconnector.testing.contract.MasterDataContract;
import io.mlconnector.testing.contract.Trade;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MasterDataTest extends MasterDataContract {

    private final DynamicsBench bench = new DynamicsBench();
    private final MasterData data = bench.dynamics.masterData();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Override
    protected MasterData masterData() {
        return data;
    }

    @Override
    protected void release(LegalEntity legalEntity, String item) {
        bench.product(legalEntity, item);
    }

    @Override
    protected void unit(String symbol) {
        bench.twin.dynamics().masterData().addUnit(symbol, "Quantity", 0);
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
}
