package io.mlconnector.postgres.backup;

import io.mlconnector.postgres.address.ConnectOptions;
import io.mlconnector.postgres.address.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What tables a database has, as it says itself: a backup need not be taught about a new one. */
final class Schema {

    /** Flyway's own table goes with the schema, not with the data. */
    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
            order by relname
            """;

    private static final String REFERENCES = """
            select distinct t.relname, r.relname from pg_constraint c
            join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
            where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace and t.oid <> r.oid
            """;

    private static final String SEQUENCES = """
            select sequencename, coalesce(last_value, 0) from pg_sequences
            where schemaname = current_schema() order by sequencename
            """;

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /** Connects; gives up when nobody answers, or a statement gets no further for ten minutes. Blocks. */
    static Connection connect(DatabaseAddress address, String name) throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", address.user());
        how.setProperty("password", address.password());
        how.setProperty("ApplicationName", name);
        how.setProperty("connectTimeout", "10");
        how.setProperty("loginTimeout", "20");
        how.setProperty("socketTimeout", "600");
        return DriverManager.getConnection(ConnectOptions.jdbcUrl(address), how);
    }

    /** The version; 0 for a database without a schema of ours. */
    int version() throws SQLException {
        if (first("select to_regclass('flyway_schema_history')::text") == null) {
            return 0;
        }
        String version = first("select max(version::int) from flyway_schema_history where success");
        return version == null ? 0 : Integer.parseInt(version);
    }

    /** All tables, each after those to which its rows refer. */
    List<String> tables() throws SQLException {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        for (String[] row : rows(TABLES, 1)) {
            open.put(row[0], new LinkedHashSet<>());
        }
        for (String[] row : rows(REFERENCES, 2)) {
            open.computeIfPresent(row[0], (table, references) -> {
                references.add(row[1]);
                return references;
            });
        }
        List<String> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            List<String> ready = open.entrySet().stream()
                    .filter(table -> ordered.containsAll(table.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + open.keySet());
            }
            ordered.addAll(ready);
            ready.forEach(open::remove);
        }
        return ordered;
    }

    List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (String[] row : rows("""
                select a.attname from pg_attribute a where a.attrelid = '%s'::regclass and a.attnum > 0
                and not a.attisdropped and a.attgenerated = '' order by a.attnum
                """.formatted(quoted(table)), 1)) {
            columns.add(row[0]);
        }
        return columns;
    }

    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> sequences = new TreeMap<>();
        for (String[] row : rows(SEQUENCES, 2)) {
            sequences.put(row[0], Long.parseLong(row[1]));
        }
        return sequences;
    }

    String quoted(String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(name, true);
        }
    }

    String quoted(List<String> names) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            all.add(quoted(name));
        }
        return String.join(", ", all);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row; null if it is null. */
    @Nullable String first(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private List<String[]> rows(String sql, int columns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String[]> all = new ArrayList<>();
            while (rows.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.getString(i + 1);
                }
                all.add(row);
            }
            return all;
        }
    }
}
