package dev.fanout.load;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** One event loop with its own thread, paced by whoever runs a trial on it. */
final class LoopTransport {
  private final MultiThreadIoEventLoopGroup group;
  private final PacedIoHandler handler;
  private final EventLoop loop;
  private final long threadId;

  private LoopTransport(IoHandlerFactory transport) {
    PacedIoHandler.Factory factory = new PacedIoHandler.Factory(transport);
    this.group =
        new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("fanout-load", true), factory);
    this.handler = factory.made();
    this.loop = group.next();
    this.threadId = loop.submit(LoopTransport::prepareThread).syncUninterruptibly().getNow();
  }

  private static long prepareThread() {
    boolean unused = TimerSlack.shorten();
    return Thread.currentThread().getId();
  }

  static boolean usesEpoll(LoadRunnerOptions.Transport wanted) {
    return wanted == LoadRunnerOptions.Transport.BEST && Epoll.isAvailable();
  }

  static LoopTransport open(boolean epoll) {
    return new LoopTransport(epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  static Class<? extends SocketChannel> channelClass(boolean epoll) {
    return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
  }

  EventLoop loop() {
    return loop;
  }

  long threadId() {
    return threadId;
  }

  PacedIoHandler handler() {
    return handler;
  }

  void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
