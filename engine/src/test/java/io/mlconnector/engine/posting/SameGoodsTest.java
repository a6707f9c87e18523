package io.mlconnector.engine.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.stored.ReceivedSet;
import io.mlconnector.x12.X12Codec;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SameGoodsTest {

    private static Set<String> of(String sender, String number, String order) {
        String file = "ISA*00*          *00*          *ZZ*" + String.format("%-15s", sender)
                + "*ZZ*CONTOSO        *260309*0900*U*00401*000000001*0*P*>~"
                + "GS*IN*" + sender + "*CONTOSO*20260309*0900*1*X*004010~ST*810*0001~"
                + "BIG*20260309*" + number + "**" + order + "~IT1*1*10*EA*9.95**BP*ITEM-1~TDS*9950~CTT*1~SE*6*0001~"
                + "GE*1*1~IEA*1*000000001~";
        DecodedDocument document = new X12Codec()
                .decode(file.getBytes(StandardCharsets.US_ASCII))
                .documents()
                .get(0);
        assertThat(document.content()).isInstanceOf(Content.Invoice.class);
        return SameGoods.of(Optional.of(ReceivedSet.ofInvoice(
                document.reference(), ((Content.Invoice) document.content()).invoice(), document.problems())));
    }

    @Test
    void invoices_of_one_order_take_turns() {
        assertThat(of("ACME", "INV-1", "PO-7")).containsAnyElementsOf(of("ACME", "INV-2", "po-7"));
    }

    @Test
    void numbers_that_may_be_the_same_take_turns_whatever_the_order() {
        assertThat(of("ACME", "INV-900", "PO-7")).containsAnyElementsOf(of("ACME", "INV900R", "PO-8"));
    }

    @Test
    void others_do_not_wait_for_each_other() {
        assertThat(of("ACME", "INV-901", "PO-7")).doesNotContainAnyElementsOf(of("ACME", "INV-902", "PO-8"));
        assertThat(of("ACME", "INV-900", "PO-7")).doesNotContainAnyElementsOf(of("GLOBEX", "INV-900", "PO-8"));
    }

    @Test
    void what_cannot_be_read_waits_for_nothing() {
        assertThat(SameGoods.of(Optional.empty())).isEmpty();
    }
}
