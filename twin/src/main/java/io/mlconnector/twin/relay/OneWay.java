package io.mlconnector.twin.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;

/** One direction of a connection: delays, throttles, discards or cuts off its bytes. Confined to one event loop. */
final class OneWay {

    /** Beyond this many bytes on their way the sender has to wait. */
    static final int MOST_HELD = 256 * 1024;

    private static final int SLICES_PER_SECOND = 20;

    private final Vertx vertx;
    private final NetSocket from;
    private final NetSocket to;
    private final LongConsumer counter;
    private final Runnable cut;
    private final Deque<Buffer> waiting = new ArrayDeque<>();
    private Future<Void> lastWrite = Future.succeededFuture();
    private long latencyMillis;
    private int bytesPerSecond;
    private long millisPerByte;
    private boolean frozen;
    private boolean silent;
    private boolean cutting;
    private long left = Long.MAX_VALUE;
    private int held;
    private int late;
    private boolean pacing;
    private boolean blocked;
    private boolean paused;
    private boolean ended;
    private boolean over;

    OneWay(Vertx vertx, NetSocket from, NetSocket to, LongConsumer counter, Runnable cut) {
        this.vertx = vertx;
        this.from = from;
        this.to = to;
        this.counter = counter;
        this.cut = cut;
    }

    void open() {
        from.handler(this::arrived);
        from.endHandler(end -> later(() -> ended = true));
        from.resume();
    }

    void delay(long millis) {
        latencyMillis = millis;
    }

    void slow(int newBytesPerSecond) {
        bytesPerSecond = newBytesPerSecond;
    }

    void drip(long newMillisPerByte) {
        millisPerByte = newMillisPerByte;
    }

    void freeze() {
        frozen = true;
    }

    void thaw() {
        frozen = false;
        pump();
    }

    void silence() {
        silent = true;
    }

    void cutAfter(long bytes) {
        left = bytes;
        if (bytes == 0) {
            cutting = true;
            pump();
        }
    }

    private void arrived(Buffer bytes) {
        counter.accept(bytes.length());
        if (silent || cutting) {
            return;
        }
        cutting = bytes.length() >= left;
        Buffer passing = cutting ? bytes.getBuffer(0, (int) left) : bytes;
        left -= left == Long.MAX_VALUE ? 0 : passing.length();
        held += passing.length();
        later(() -> waiting.add(passing));
        if (held > MOST_HELD && !paused) {
            paused = true;
            from.pause();
        }
    }

    /** Bytes must not overtake bytes that are already delayed. */
    private void later(Runnable arrival) {
        if (latencyMillis == 0 && late == 0) {
            arrival.run();
            pump();
            return;
        }
        late++;
        vertx.setTimer(Math.max(1, latencyMillis), fired -> {
            late--;
            arrival.run();
            pump();
        });
    }

    private void pump() {
        while (!waiting.isEmpty() && !pacing && !blocked && !frozen) {
            send(nextSlice());
        }
        if (paused && held < MOST_HELD / 2) {
            paused = false;
            from.resume();
        }
        if (waiting.isEmpty() && late == 0 && !pacing && !over && !silent && !frozen && (cutting || ended)) {
            over = true;
            lastWrite.onComplete(written -> {
                if (cutting) {
                    cut.run();
                } else {
                    to.close();
                }
            });
        }
    }

    private Buffer nextSlice() {
        Buffer next = waiting.remove();
        int most = millisPerByte > 0 ? 1 : Math.max(1, bytesPerSecond / SLICES_PER_SECOND);
        if ((bytesPerSecond == 0 && millisPerByte == 0) || next.length() <= most) {
            return next;
        }
        waiting.addFirst(next.slice(most, next.length()));
        return next.slice(0, most);
    }

    private void send(Buffer bytes) {
        lastWrite = to.write(bytes);
        held -= bytes.length();
        long rest =
                Math.max(millisPerByte, bytesPerSecond > 0 ? Math.max(1, bytes.length() * 1000L / bytesPerSecond) : 0);
        if (rest > 0) {
            pacing = true;
            vertx.setTimer(rest, fired -> {
                pacing = false;
                pump();
            });
        }
        if (to.writeQueueFull()) {
            blocked = true;
            to.drainHandler(drained -> {
                blocked = false;
                pump();
            });
        }
    }
}
