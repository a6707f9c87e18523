package io.mlconnector.http;

import io.mlconnector.ports.access.AnswerCutException;
import io.mlconnector.ports.access.AnswerTooLargeException;
import io.mlconnector.ports.access.AnswerTooSlowException;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Collects the body of one answer as long as it keeps within its limits; of one request only. */
final class BoundedBody implements BodyCodec<Buffer> {

    private final Vertx vertx;
    private final AnswerLimits limits;
    private Runnable cut = () -> {};
    private Optional<RuntimeException> refusal = Optional.empty();
    private boolean left;
    private boolean begun;
    private OptionalLong announced = OptionalLong.empty();
    private long received;

    BoundedBody(Vertx vertx, AnswerLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    /** How the connection is cut. */
    void cutBy(Runnable reset) {
        this.cut = reset;
    }

    /** There is a connection, and the request is about to leave on it. */
    void leaves() {
        this.left = true;
    }

    /** The head of the answer is there; it states the length of what follows, or does not. */
    void announced(OptionalLong length) {
        this.begun = true;
        this.announced = length;
    }

    /** What a failure means after what is known of the request. */
    Throwable broken(Throwable failure) {
        return !left
                ? failure
                : begun ? AnswerCutException.within(received, announced, failure) : AnswerCutException.before(failure);
    }

    /** Why the connection was cut; empty if it was not. */
    Optional<RuntimeException> refusal() {
        return refusal;
    }

    @Override
    public BodyStream<Buffer> stream() {
        return new Collecting();
    }

    private final class Collecting implements BodyStream<Buffer> {

        private final Promise<Buffer> whole = Promise.promise();
        private final CompositeByteBuf collected = Unpooled.compositeBuffer(Integer.MAX_VALUE);
        private final long timer;

        Collecting() {
            timer = vertx.setTimer(
                    Math.max(1, limits.time().toMillis()),
                    ignored -> refuse(new AnswerTooSlowException(limits.time())));
            whole.future().onComplete(ignored -> vertx.cancelTimer(timer));
        }

        /** The reason is told before the connection is cut: otherwise the cut would be the reason. */
        private void refuse(RuntimeException why) {
            if (whole.tryFail(why)) {
                refusal = Optional.of(why);
                vertx.runOnContext(ignored -> cut.run());
            }
        }

        @Override
        public Future<Buffer> result() {
            return whole.future();
        }

        @Override
        public Future<Void> write(Buffer part) {
            if (collected.readableBytes() + (long) part.length() > limits.mostBytes()) {
                AnswerTooLargeException why = new AnswerTooLargeException(limits.mostBytes());
                refuse(why);
                return Future.failedFuture(why);
            }
            // Part by part: a buffer that grows is copied again and again, and is twice as large as its content.
            collected.addComponent(true, Unpooled.wrappedBuffer(part.getBytes()));
            received = collected.readableBytes();
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> end() {
            whole.tryComplete(BufferInternal.buffer(collected));
            return Future.succeededFuture();
        }

        @Override
        public void handle(Throwable failure) {
            whole.tryFail(failure);
        }

        @Override
        public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
            return this;
        }

        @Override
        public WriteStream<Buffer> setWriteQueueMaxSize(int size) {
            return this;
        }

        @Override
        public boolean writeQueueFull() {
            return false;
        }

        @Override
        public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
            return this;
        }
    }
}
