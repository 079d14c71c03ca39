package dev.fanout.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;

/** Answers each request after the time that a schedule says; any number at once. */
final class DelayServer implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(US_ASCII);

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final LongUnaryOperator delayNanos;
  private final Channel listener;
  private long served;
  private volatile long stallFrom = Long.MAX_VALUE;
  private volatile long stallTo = Long.MAX_VALUE;

  /**
   * @param delayNanos by the number of the request, from 0
   */
  DelayServer(LongUnaryOperator delayNanos) {
    this.delayNanos = delayNanos;
    this.listener =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel.pipeline().addLast(new Answers());
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** No answer leaves within the stall; what would have left then leaves at its end. */
  void stall(long fromNanoTime, long toNanoTime) {
    stallTo = toNanoTime;
    stallFrom = fromNanoTime;
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private final class Answers extends ChannelInboundHandlerAdapter {
    private int last;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      while (bytes.isReadable()) {
        last = last << 8 | bytes.readByte();
        if (last == 0x0d0a0d0a) {
          answerLater(context, System.nanoTime() + delayNanos.applyAsLong(served++));
        }
      }
      bytes.release();
    }

    private void answerLater(ChannelHandlerContext context, long due) {
      long now = System.nanoTime();
      long at = due >= stallFrom && due < stallTo ? stallTo : due;
      context
          .executor()
          .schedule(() -> answer(context, at), Math.max(0, at - now), TimeUnit.NANOSECONDS);
    }

    private void answer(ChannelHandlerContext context, long due) {
      if (due >= stallFrom && due < stallTo) {
        answerLater(context, due);
      } else {
        context.writeAndFlush(Unpooled.wrappedBuffer(ANSWER));
      }
    }
  }
}
