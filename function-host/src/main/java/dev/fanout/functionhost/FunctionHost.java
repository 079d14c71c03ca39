package dev.fanout.functionhost;

import dev.fanout.functionhost.InstanceFleet.Instance;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Serves the functions of one staging folder on a loopback port. One event loop does the HTTP, a
 * bounded pool of threads runs the functions, which block for their delay.
 */
public final class FunctionHost implements AutoCloseable {
  private static final int MAX_WAITING = 10_000;
  private static final int BACKLOG = 1_024;

  private static final String INSTANCE_NAME = "fanout.env.WEBSITE_POD_NAME";

  private final List<URLClassLoader> loaders;
  private final WorkerPool workers;
  private final EventLoopGroup loop;
  private final Channel listener;
  private final HostState state;

  private FunctionHost(
      List<URLClassLoader> loaders,
      WorkerPool workers,
      EventLoopGroup loop,
      Channel listener,
      HostState state) {
    this.loaders = List.copyOf(loaders);
    this.workers = workers;
    this.loop = loop;
    this.listener = listener;
    this.state = state;
  }

  /**
   * @throws StagingFolderException when the folder or a function in it cannot be used
   * @throws java.net.BindException when the port is taken
   */
  public static FunctionHost start(FunctionHostOptions options) throws IOException {
    StagingFolder folder = StagingFolder.read(options.folder());
    List<URLClassLoader> loaders = new ArrayList<>();
    WorkerPool workers = new WorkerPool(options.maxConcurrency(), MAX_WAITING);
    boolean epoll = Epoll.isAvailable();
    EventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(
            1,
            new DefaultThreadFactory("fanout-function-host", true),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    try {
      List<Instance> instances = instances(folder, options, loaders);
      HostState state =
          new HostState(
              instances.get(0).router(),
              workers,
              options.maxBodyBytes(),
              options.waiting() == FunctionHostOptions.Waiting.TIMER,
              options
                  .scaling()
                  .map(model -> new InstanceFleet(instances, model, MAX_WAITING, System::nanoTime))
                  .orElse(null));
      Channel listener = listen(options.address(), loop, epoll, state);
      return new FunctionHost(loaders, workers, loop, listener, state);
    } catch (IOException e) {
      workers.close();
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      close(loaders);
      throw e;
    }
  }

  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  public HostCounters counters() {
    return state.counters();
  }

  /** Requests by instance, for a host that scales; empty for one that does not. */
  public Map<String, Long> servedByInstance() {
    return state.fleet == null ? Map.of() : state.fleet.served();
  }

  /** Ends all connections; running functions are not waited for. */
  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    workers.close();
    loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    try {
      close(loaders);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * One instance, or as many as the model has at most. Each has its own classes of the functions,
   * and while they are loaded its name stands where the functions look for it.
   */
  private static synchronized List<Instance> instances(
      StagingFolder folder, FunctionHostOptions options, List<URLClassLoader> loaders)
      throws IOException {
    int count = options.scaling().map(ScalingModel::mostInstances).orElse(1);
    List<Instance> instances = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String id = "instance-" + i;
      URLClassLoader loader = classLoader(folder);
      loaders.add(loader);
      if (options.scaling().isPresent()) {
        System.setProperty(INSTANCE_NAME, id);
      }
      try {
        List<LoadedFunction> functions = new ArrayList<>();
        for (FunctionDefinition definition : folder.functions()) {
          functions.add(LoadedFunction.load(definition, loader));
        }
        instances.add(
            new Instance(
                id, new FunctionRouter(folder.routePrefix(), functions, options.elsewhere())));
      } finally {
        System.clearProperty(INSTANCE_NAME);
      }
    }
    return instances;
  }

  private static void close(List<URLClassLoader> loaders) throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }

  private static Channel listen(
      InetSocketAddress address, EventLoopGroup loop, boolean epoll, HostState state)
      throws IOException {
    var binding =
        new ServerBootstrap()
            .group(loop)
            .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.RECVBUF_ALLOCATOR, acceptsAtOnce())
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel.pipeline().addLast(new HttpServerCodec(), new HttpConnection(state));
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!binding.isSuccess()) {
      throw new java.net.BindException(
          "cannot listen on "
              + address.getAddress().getHostAddress()
              + ":"
              + address.getPort()
              + ": the port is taken or not allowed");
    }
    return binding.channel();
  }

  /**
   * The default accepts 16 connections between two rounds over the open ones; a host that starts
   * cold under load would leave others waiting for seconds.
   */
  private static RecvByteBufAllocator acceptsAtOnce() {
    return new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(BACKLOG);
  }

  private static URLClassLoader classLoader(StagingFolder folder) throws MalformedURLException {
    Set<Path> jars = new LinkedHashSet<>();
    folder.functions().forEach(function -> jars.add(function.jar()));
    jars.addAll(folder.libraries());
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return new URLClassLoader(
        "function",
        urls.toArray(URL[]::new),
        new SharedLibraryLoader(FunctionHost.class.getClassLoader()));
  }
}
