package io.mlconnector.console.partner;

import io.mlconnector.console.page.Frame;
import java.util.List;

/**
 * The page of partners.
 *
 * @param frame around it
 * @param rows all of them, in the order of the configuration
 */
public record PartnerList(Frame frame, List<PartnerRow> rows) {
    public PartnerList {
        rows = List.copyOf(rows);
    }
}
