package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.ports.erp.MasterData;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every source of master data must do. */
public abstract class MasterDataContract {

    /** The port under test; the same one during a test. */
    protected abstract MasterData masterData();

    /** Releases an item in a company. */
    protected abstract void release(LegalEntity legalEntity, String item);

    /** Enters a unit of measure. */
    protected abstract void unit(String symbol);

    @Test
    void an_item_is_known_where_it_is_released_whatever_its_case() {
        release(Trade.DAT, "M-100");
        ItemNumber asked = new ItemNumber("m-100");
        assertThat(done(masterData().released(Trade.DAT, Set.of(asked, new ItemNumber("M-101")))))
                .containsExactly(asked);
        assertThat(done(masterData().released(Trade.USMF, Set.of(asked)))).isEmpty();
    }

    @Test
    void where_nothing_is_asked_nothing_is_known() {
        release(Trade.USMF, "M-100");
        assertThat(done(masterData().released(Trade.USMF, Set.of()))).isEmpty();
    }

    @Test
    void an_item_with_a_quote_in_its_number_is_an_item_as_any_other() {
        release(Trade.USMF, "O'NEIL & 5\"");
        ItemNumber asked = new ItemNumber("O'NEIL & 5\"");
        assertThat(done(masterData().released(Trade.USMF, Set.of(asked)))).containsExactly(asked);
    }

    @Test
    void of_tens_of_thousands_of_items_those_that_are_released_are_known() {
        Set<ItemNumber> asked = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            asked.add(new ItemNumber("I-" + i));
        }
        release(Trade.USMF, "I-19999");
        release(Trade.USMF, "J-1");
        assertThat(done(masterData().released(Trade.USMF, asked))).containsExactly(new ItemNumber("I-19999"));
    }

    @Test
    void units_are_those_of_all_companies() {
        unit("drum");
        assertThat(done(masterData().units())).contains(new UnitSymbol("drum")).doesNotContain(new UnitSymbol("keg"));
    }
}
