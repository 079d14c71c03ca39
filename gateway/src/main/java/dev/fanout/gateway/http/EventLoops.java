package dev.fanout.gateway.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.concurrent.TimeUnit;

/**
 * Event loops on the best transport of the machine: epoll where its native library loads, NIO
 * elsewhere. Servers and pools may share them; whoever creates them closes them last.
 */
public final class EventLoops implements AutoCloseable {
  private final EventLoopGroup group;
  private final String transport;
  private final int threads;
  private final FastThreadLocal<LoopContext> contexts = new FastThreadLocal<>();

  private EventLoops(EventLoopGroup group, String transport, int threads) {
    this.group = group;
    this.transport = transport;
    this.threads = threads;
  }

  /** Loops on the best transport. */
  public static EventLoops create(int threads) {
    return create(threads, Epoll.isAvailable());
  }

  /** Loops on NIO, as on a machine without native library. */
  public static EventLoops createNio(int threads) {
    return create(threads, false);
  }

  private static EventLoops create(int threads, boolean epoll) {
    if (threads < 1) {
      throw new IllegalArgumentException("an event loop group of " + threads + " threads");
    }
    DefaultThreadFactory factory = new DefaultThreadFactory("fanout-loop", true);
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            threads, factory, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    return new EventLoops(group, epoll ? "epoll" : "nio", threads);
  }

  /** {@code epoll} or {@code nio}, for the manifest. */
  public String transport() {
    return transport;
  }

  public int threads() {
    return threads;
  }

  /** One of the loops, by turns. */
  public EventLoop next() {
    return group.next();
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
  }

  ServerBootstrap serverBootstrap() {
    return new ServerBootstrap()
        .group(group)
        .channel(
            transport.equals("epoll")
                ? EpollServerSocketChannel.class
                : NioServerSocketChannel.class);
  }

  Bootstrap clientBootstrap(EventLoop loop) {
    return new Bootstrap()
        .group(loop)
        .channel(transport.equals("epoll") ? EpollSocketChannel.class : NioSocketChannel.class);
  }

  /** What the connections of one loop share; call it on that loop. */
  LoopContext context(EventLoop loop) {
    if (!loop.inEventLoop()) {
      throw new IllegalStateException("not on the event loop");
    }
    LoopContext context = contexts.get();
    if (context == null) {
      context = new LoopContext(loop);
      contexts.set(context);
    }
    return context;
  }
}
