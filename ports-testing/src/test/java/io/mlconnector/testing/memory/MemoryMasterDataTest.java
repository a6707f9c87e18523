package io.mlconnector.testing.memory;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.MasterData;
import io.mlconnector.testing.contract.MasterDataContract;
import org.junit.jupiter.api.Test;

class MemoryMasterDataTest extends MasterDataContract {

    private final MemoryMasterData data = new MemoryMasterData();

    @Override
    protected MasterData masterData() {
        return data;
    }

    @Override
    protected void release(LegalEntity legalEntity, String item) {
        data.release(legalEntity, new ItemNumber(item));
    }

    @Override
    protected void unit(String symbol) {
        data.enter(new UnitSymbol(symbol));
    }

    @Test
    void a_read_ends_as_planned() {
        data.nextEnding(Ending.REFUSED);
        data.nextEnding(Ending.NOT_NOW);
        assertThat(await(data.units())).isInstanceOf(Outcome.Refused.class);
        assertThat(await(data.units())).isInstanceOf(Outcome.NotNow.class);
        assertThat(await(data.units())).isInstanceOf(Outcome.Done.class);
    }
}
