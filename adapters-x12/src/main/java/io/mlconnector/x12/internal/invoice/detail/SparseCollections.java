package io.mlconnector.x12.internal.invoice.detail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and maps that allocate nothing while they are empty, as most of them stay. */
public final class SparseCollections {
    private SparseCollections() {}

    /** The list with one more, which is a new list only for the first. */
    public static <T> List<T> with(List<T> list, T item) {
        List<T> grown = list.isEmpty() ? new ArrayList<>(4) : list;
        grown.add(item);
        return grown;
    }

    /** The map with one more unless the key is known. */
    public static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> grown = map.isEmpty() ? new LinkedHashMap<>() : map;
        grown.putIfAbsent(key, value);
        return grown;
    }
}
