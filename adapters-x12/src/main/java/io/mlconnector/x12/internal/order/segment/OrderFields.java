package io.mlconnector.x12.internal.order.segment;

import java.util.Map;

/** Names of the elements of an order, in the terms of purchasing. */
final class OrderFields {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("GS02", "our group code"),
            Map.entry("GS03", "the partner's group code"),
            Map.entry("BEG02", "the order type of the profile"),
            Map.entry("BEG03", "the order number"),
            Map.entry("BEG05", "the order date"),
            Map.entry("BCH02", "the order type of the profile"),
            Map.entry("BCH03", "the order number"),
            Map.entry("BCH05", "the number of the change"),
            Map.entry("BCH06", "the order date"),
            Map.entry("BCH11", "the confirmation date"),
            Map.entry("CUR02", "the currency"),
            Map.entry("REF01", "the reference qualifier of the profile"),
            Map.entry("REF02", "a reference"),
            Map.entry("PER02", "the contact's name"),
            Map.entry("PER04", "the contact's e-mail address"),
            Map.entry("FOB01", "the delivery terms"),
            Map.entry("ITD03", "the cash discount"),
            Map.entry("ITD07", "the terms of payment"),
            Map.entry("DTM01", "the date qualifier of the profile"),
            Map.entry("DTM02", "a date"),
            Map.entry("TD503", "the carrier"),
            Map.entry("TD505", "the mode of delivery"),
            Map.entry("MSG01", "a note"),
            Map.entry("MTX02", "a note"),
            Map.entry("N102", "a party's name"),
            Map.entry("N103", "the party id qualifier of the profile"),
            Map.entry("N104", "a party's code"),
            Map.entry("N201", "a party's name"),
            Map.entry("N301", "the street"),
            Map.entry("N302", "the street"),
            Map.entry("N401", "the city"),
            Map.entry("N402", "the state"),
            Map.entry("N403", "the postal code"),
            Map.entry("N404", "the country"),
            Map.entry("SAC02", "a charge"),
            Map.entry("SAC05", "the amount of a charge"),
            Map.entry("SAC08", "the rate of a charge"),
            Map.entry("SAC10", "the quantity of a charge"),
            Map.entry("SAC15", "the text of a charge"),
            Map.entry("PO101", "the line number"),
            Map.entry("PO102", "the quantity"),
            Map.entry("PO103", "the unit"),
            Map.entry("PO104", "the price"),
            Map.entry("POC01", "the line number"),
            Map.entry("POC03", "the quantity"),
            Map.entry("POC04", "the quantity left to receive"),
            Map.entry("POC05", "the unit"),
            Map.entry("POC06", "the price"),
            Map.entry("CTP03", "the net price"),
            Map.entry("PID05", "the description"),
            Map.entry("SCH01", "the quantity of a scheduled delivery"),
            Map.entry("SCH02", "the unit of a scheduled delivery"),
            Map.entry("SCH06", "the date of a scheduled delivery"),
            Map.entry("CTT01", "the number of lines"),
            Map.entry("CTT02", "the hash total"),
            Map.entry("AMT02", "the total amount"));

    private OrderFields() {}

    /** The words for an element; empty if there are none. */
    static String name(String tag, int place) {
        if (place == 0) {
            return "";
        }
        boolean productIds = (tag.equals("PO1") && place > 5) || (tag.equals("POC") && place > 7);
        return productIds ? "a product id" : NAMES.getOrDefault(place(tag, place), "");
    }

    /** The element as the standard names it, such as {@code PID05}. */
    static String place(String tag, int place) {
        return place < 10 ? tag + "0" + place : tag + place;
    }
}
