package io.mlconnector.cleo.internal.folder;

import io.mlconnector.cleo.internal.listing.Entry;
import io.mlconnector.cleo.internal.listing.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the pages of one listing have shown so far. Rows that are added or removed meanwhile shift the pages (reference cleo,
 * section 2.1), so a listing that shrank or repeated itself is read again from its beginning, a bounded number of times.
 */
final class Sweep {

    /** From the beginning at most so often. */
    private static final int MOST = 3;

    private final Map<String, Entry> all = new LinkedHashMap<>();
    private final Set<String> now = new HashSet<>();
    private int begun = 1;
    private long start;
    private OptionalLong least = OptionalLong.empty();
    private boolean shrank;
    private String untold = "";

    /** What to do after a page. */
    enum Next {
        /** There is more. */
        PAGE,
        /** All of it was seen. */
        WHOLE,
        /** It never ends, and shows the same again. */
        REPEATS,
        /** It ends before the number that it names. */
        SHORT
    }

    /** Index of the first row of the next page, counted from 0. */
    long start() {
        return start;
    }

    /** How many entries were seen. */
    int size() {
        return all.size();
    }

    /** Whether the listing is read from its beginning for the first time and no row of it was seen. */
    boolean fresh() {
        return start == 0 && begun == 1;
    }

    /** The entries that no page before had. */
    List<Entry> add(Page page) {
        List<Entry> fresh = new ArrayList<>();
        for (Entry entry : page.entries()) {
            if (all.put(entry.key(), entry) == null) {
                fresh.add(entry);
            }
        }
        if (!page.untold().isEmpty()) {
            untold = page.untold();
        }
        return fresh;
    }

    /**
     * What follows a page that was added.
     *
     * @param asked how many rows the page was asked for
     */
    Next after(Page page, int asked) {
        int before = now.size();
        page.entries().forEach(entry -> now.add(entry.key()));
        int rows = page.entries().size();
        int newRows = now.size() - before;
        start += rows;
        shrank |= page.total().stream().anyMatch(total -> total < least.orElse(0));
        least = page.total();
        if (page.total().isEmpty()) {
            // Without a total, a page without new rows is the last one. If it is as full as it was asked to be, the
            // server
            // knows no further pages and may have more; with more rows than were asked for it gave all that it has.
            return newRows > 0 ? Next.PAGE : rows == asked ? Next.REPEATS : Next.WHOLE;
        }
        long total = page.total().getAsLong();
        if (start < total) {
            return newRows > 0 ? Next.PAGE : anew(rows > 0 ? Next.REPEATS : Next.SHORT);
        }
        // What is removed makes later rows move forward, over the edge of a page; what is added shows a row twice.
        return shrank || now.size() < total ? anew(Next.WHOLE) : Next.WHOLE;
    }

    private Next anew(Next otherwise) {
        if (begun >= MOST) {
            return otherwise;
        }
        begun++;
        start = 0;
        now.clear();
        least = OptionalLong.empty();
        shrank = false;
        return Next.PAGE;
    }

    /** Everything that was seen, each entry as it was seen last. */
    List<Entry> entries() {
        return List.copyOf(all.values());
    }

    /** What of an entry that does not say what it is; empty if all do. */
    String untold() {
        return untold;
    }
}
