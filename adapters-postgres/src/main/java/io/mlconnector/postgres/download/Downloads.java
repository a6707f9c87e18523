package io.mlconnector.postgres.download;

import io.mlconnector.ports.journal.DownloadJournal;
import io.mlconnector.ports.journal.file.Download;
import io.mlconnector.postgres.journal.table.Unavailability;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Files between their download and their entry. */
public final class Downloads implements DownloadJournal {

    private final Pool pool;

    /** Over these connections. */
    public Downloads(Pool pool) {
        this.pool = pool;
    }

    @Override
    public CompletionStage<Boolean> reading(Download download) {
        return pool.preparedQuery("""
                        insert into download (connection, folder, remote_id, name, listed_size, modified, begun_at)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        on conflict (connection, folder, remote_id) do nothing
                        """)
                .execute(values(download))
                .map(rows -> rows.rowCount() > 0)
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Void> read(Download download, byte[] bytes) {
        return pool.preparedQuery("""
                        insert into download (connection, folder, remote_id, name, listed_size, modified, begun_at, bytes)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)
                        on conflict (connection, folder, remote_id) do update
                        set name = excluded.name, listed_size = excluded.listed_size, modified = excluded.modified,
                            bytes = excluded.bytes
                        """)
                .execute(values(download).addBuffer(Buffer.buffer(bytes)))
                .<Void>mapEmpty()
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<Download>> downloads(String connection, String folder) {
        return pool.preparedQuery("""
                        select connection, folder, remote_id, name, listed_size, modified, begun_at from download
                        where connection = $1 and folder = $2 order by begun_at, remote_id
                        """)
                .execute(Tuple.of(connection, folder))
                .map(rows -> {
                    List<Download> all = new ArrayList<>();
                    rows.forEach(row -> all.add(download(row)));
                    return all;
                })
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<byte[]>> bytesOf(Download download) {
        return pool.preparedQuery("select bytes from download where connection = $1 and folder = $2 and remote_id = $3")
                .execute(key(download))
                .<Optional<byte[]>>map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.ofNullable(rows.iterator().next().getBuffer("bytes"))
                                .map(Buffer::getBytes))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Void> settled(Download download) {
        return pool.preparedQuery("delete from download where connection = $1 and folder = $2 and remote_id = $3")
                .execute(key(download))
                .<Void>mapEmpty()
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    private static Tuple key(Download download) {
        return Tuple.of(download.connection(), download.folder(), download.remoteId());
    }

    private static Tuple values(Download download) {
        return key(download)
                .addString(download.name())
                .addLong(download.size().isPresent() ? (Long) download.size().getAsLong() : null)
                .addString(download.modified())
                .addOffsetDateTime(download.begunAt().atOffset(ZoneOffset.UTC));
    }

    private static Download download(Row row) {
        Long size = row.getLong("listed_size");
        return new Download(
                row.getString("connection"),
                row.getString("folder"),
                row.getString("remote_id"),
                row.getString("name"),
                size == null ? OptionalLong.empty() : OptionalLong.of(size),
                row.getString("modified"),
                row.getOffsetDateTime("begun_at").toInstant());
    }
}
