package dev.fanout.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens connections of one event loop, with their TLS handshake. */
final class Connector {
  private static final int READ_BYTES = 16 * 1024;

  private final TrialScript script;
  private final LoopTrial trial;
  private final long timeoutMillis;
  private final ReusedReadBuffer readBuffer = new ReusedReadBuffer(READ_BYTES);
  private final Bootstrap bootstrap;

  Connector(TrialScript script, LoopTransport transport, boolean epoll, LoopTrial trial) {
    this.script = script;
    this.trial = trial;
    this.timeoutMillis = script.plan.limits().connectTimeout().toMillis();
    this.bootstrap =
        new Bootstrap()
            .group(transport.loop())
            .channel(LoopTransport.channelClass(epoll))
            .remoteAddress(script.plan.target())
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeoutMillis);
    if (script.tls == null) {
      bootstrap.option(ChannelOption.RECVBUF_ALLOCATOR, readBuffer);
    }
  }

  void release() {
    readBuffer.release();
  }

  /** Ends in {@link LoopTrial#opened} or {@link LoopTrial#notOpened}. */
  void open(Slot slot) {
    slot.state = Slot.State.CONNECTING;
    bootstrap
        .clone()
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                if (script.tls != null) {
                  channel.pipeline().addLast(tlsHandler(script.tls, channel));
                }
                channel.pipeline().addLast(slot.newLink());
              }
            })
        .connect()
        .addListener(
            (ChannelFuture done) -> {
              if (!done.isSuccess()) {
                trial.notOpened(slot, ErrorKind.CONNECT, done.cause());
              } else if (script.tls == null) {
                trial.opened(slot, done.channel());
              } else {
                awaitHandshake(slot, done.channel());
              }
            });
  }

  private SslHandler tlsHandler(SslContext tls, SocketChannel channel) {
    SslHandler handler = tls.newHandler(channel.alloc(), script.serverName, script.serverPort);
    handler.setHandshakeTimeout(timeoutMillis, TimeUnit.MILLISECONDS);
    return handler;
  }

  private void awaitHandshake(Slot slot, Channel channel) {
    @Nullable SslHandler handler = channel.pipeline().get(SslHandler.class);
    if (handler == null) {
      trial.notOpened(slot, ErrorKind.TLS, null);
      return;
    }
    handler
        .handshakeFuture()
        .addListener(
            done -> {
              if (done.isSuccess()) {
                trial.opened(slot, channel);
              } else {
                channel.close();
                trial.notOpened(slot, ErrorKind.TLS, done.cause());
              }
            });
  }
}
