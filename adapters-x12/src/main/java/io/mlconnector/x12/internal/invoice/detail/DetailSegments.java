package io.mlconnector.x12.internal.invoice.detail;

import io.mlconnector.domain.invoicing.detail.Carriage;
import io.mlconnector.domain.invoicing.detail.FreightTerms;
import io.mlconnector.domain.invoicing.detail.InvoiceContact;
import io.mlconnector.domain.invoicing.detail.PaymentTerms;
import io.mlconnector.domain.invoicing.detail.ShipmentTotal;
import io.mlconnector.domain.invoicing.detail.line.LineDescription;
import io.mlconnector.domain.invoicing.detail.line.LinePrice;
import io.mlconnector.domain.invoicing.detail.line.Packing;
import io.mlconnector.domain.invoicing.detail.line.SubLine;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.util.ArrayList;
import java.util.List;

/** Segments that are converted individually without interpretation (reference x12, section 10). */
final class DetailSegments {
    private static final int FIRST_NUMBER = 3;
    private static final int LAST_NUMBER = 7;

    private DetailSegments() {}

    static InvoiceContact contact(SegmentCursor per) {
        List<InvoiceContact.Line> numbers = new ArrayList<>(3);
        for (int i = FIRST_NUMBER; i <= LAST_NUMBER; i += 2) {
            if (!per.isEmpty(i + 1)) {
                numbers.add(new InvoiceContact.Line(per.upperCode(i), per.stripped(i + 1)));
            }
        }
        return new InvoiceContact(per.upperCode(1), per.stripped(2), numbers);
    }

    static PaymentTerms terms(SegmentCursor itd, NeededValues values) {
        return new PaymentTerms(
                itd.upperCode(1),
                itd.upperCode(2),
                values.anyDecimal(itd, 3),
                DateReader.read(itd, 4),
                values.anyDecimal(itd, 5),
                DateReader.read(itd, 6),
                values.anyDecimal(itd, 7),
                values.anyAmount(itd, 8),
                values.anyDecimal(itd, 13),
                itd.stripped(12));
    }

    static FreightTerms freight(SegmentCursor fob) {
        return new FreightTerms(fob.upperCode(1), fob.upperCode(2), fob.stripped(3), fob.upperCode(5));
    }

    static Carriage carriage(SegmentCursor cad) {
        return new Carriage(
                cad.upperCode(1),
                cad.stripped(2) + cad.stripped(3),
                cad.upperCode(4),
                cad.stripped(5),
                cad.upperCode(7),
                cad.stripped(8));
    }

    static ShipmentTotal shipped(SegmentCursor iss, NeededValues values) {
        return new ShipmentTotal(
                values.anyDecimal(iss, 1),
                iss.upperCode(2),
                values.anyDecimal(iss, 3),
                iss.upperCode(4),
                values.anyDecimal(iss, 5),
                iss.upperCode(6));
    }

    static LineDescription description(SegmentCursor pid) {
        return new LineDescription(pid.upperCode(1), pid.upperCode(2), pid.stripped(4), pid.stripped(5));
    }

    static LinePrice price(SegmentCursor ctp, NeededValues values) {
        return new LinePrice(
                ctp.upperCode(1),
                ctp.upperCode(2),
                values.anyDecimal(ctp, 3),
                values.anyDecimal(ctp, 4),
                ctp.component(5, 1));
    }

    static Packing packing(SegmentCursor po4, NeededValues values) {
        return new Packing(
                values.anyDecimal(po4, 1),
                values.anyDecimal(po4, 2),
                po4.upperCode(3),
                po4.upperCode(4),
                values.anyDecimal(po4, 14));
    }

    static SubLine subLine(SegmentCursor sln, NeededValues values) {
        return new SubLine(
                sln.stripped(1),
                sln.upperCode(3),
                values.anyDecimal(sln, 4),
                sln.component(5, 1),
                values.anyDecimal(sln, 6),
                ProductIds.readable(sln, ProductIds.SUB_LINE));
    }
}
