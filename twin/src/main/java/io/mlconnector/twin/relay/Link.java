package io.mlconnector.twin.relay;

import io.mlconnector.twin.relay.RelayFault.Direction;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A client's connection and the one to the server that belongs to it. Confined to one event loop. */
final class Link {

    private final NetSocket client;
    private final NetSocket server;
    private final Consumer<Link> gone;
    private final OneWay toServer;
    private final OneWay toClient;
    private int closed;

    Link(
            Vertx vertx,
            NetSocket client,
            NetSocket server,
            LongConsumer bytesToServer,
            LongConsumer bytesToClient,
            Consumer<Link> gone) {
        this.client = client;
        this.server = server;
        this.gone = gone;
        this.toServer = new OneWay(vertx, client, server, bytesToServer, this::close);
        this.toClient = new OneWay(vertx, server, client, bytesToClient, this::close);
        server.exceptionHandler(Link::broken);
        client.closeHandler(end -> closedOne());
        server.closeHandler(end -> closedOne());
    }

    void open() {
        toServer.open();
        toClient.open();
    }

    private void closedOne() {
        if (++closed == 2) {
            gone.accept(this);
        }
    }

    int portToServer() {
        return server.localAddress().port();
    }

    void apply(RelayFault fault) {
        switch (fault) {
            case RelayFault.Latency latency -> {
                long millis = Math.max(1, latency.eachWay().toMillis());
                toServer.delay(millis);
                toClient.delay(millis);
            }
            case RelayFault.Bandwidth bandwidth -> {
                toServer.slow(bandwidth.bytesPerSecond());
                toClient.slow(bandwidth.bytesPerSecond());
            }
            case RelayFault.HalfOpen half -> way(half.silent()).silence();
            case RelayFault.CutAfter after -> way(after.direction()).cutAfter(after.bytes());
            case RelayFault.Reset reset -> reset();
            case RelayFault.Frozen frozen -> {
                toServer.freeze();
                toClient.freeze();
            }
            case RelayFault.Dripping dripping ->
                toClient.drip(Math.max(1, dripping.everyByte().toMillis()));
        }
    }

    private OneWay way(Direction direction) {
        return direction == Direction.TO_SERVER ? toServer : toClient;
    }

    /** Removes delays; bytes that are already delayed stay delayed. What is frozen goes on. */
    void calm() {
        toServer.delay(0);
        toClient.delay(0);
        toServer.slow(0);
        toClient.slow(0);
        toClient.drip(0);
        toServer.thaw();
        toClient.thaw();
    }

    void reset() {
        reset(client);
        reset(server);
    }

    void close() {
        client.close();
        server.close();
    }

    /** Broken connections are this relay's trade; the end that follows is passed on. */
    static void broken(Throwable failure) {}

    /** With nothing to linger for, the kernel closes by RST. */
    static void reset(NetSocket socket) {
        Channel channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.eventLoop().execute(() -> channel.unsafe().close(channel.newPromise()));
        }
    }
}
