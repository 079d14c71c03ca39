package dev.fanout.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.socket.SocketChannel;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One event loop's part of a trial: sends what is due, takes answers, counts. After {@link
 * #connect} everything runs on the loop's thread.
 */
final class LoopTrial implements PacedIoHandler.Pacer {
  private static final long SWEEP_NANOS = 10_000_000;

  /** Load goes on so long after the window, while the window's last requests are answered. */
  static final long RUN_OUT_NANOS = 20_000_000;

  private static final int MAX_CONNECTING_AT_START = 32;
  private static final int READ_BYTES = 16 * 1024;
  private static final Pattern QUERY = Pattern.compile("\"query\":\"[^\"]*");

  private final TrialScript script;
  private final LoopTransport transport;
  private final boolean epoll;
  private final Failures failures;
  private final Arrivals arrivals;
  private final SplittableRandom random;
  private final Recorder recorder;
  private final boolean roundRobin;
  private final long requestTimeoutNanos;
  private final byte[] scratch = new byte[READ_BYTES];
  private final ReusedReadBuffer readBuffer = new ReusedReadBuffer(READ_BYTES);
  private final Slot[] slots;
  private final CountDownLatch connected = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);

  private final Bootstrap bootstrap;
  private int connectingAtStart;
  private int nextToConnectAtStart;
  private boolean begun;
  private boolean over;
  private long windowStart;
  private long windowEnd;
  private long drainEnd;
  private long nextSweep;
  private long lastChange;
  private int inFlight;
  private int pending;
  private int consecutiveFailures;

  LoopTrial(
      TrialScript script,
      LoopTransport transport,
      boolean epoll,
      Failures failures,
      int loop,
      int loops) {
    this.script = script;
    this.transport = transport;
    this.epoll = epoll;
    this.failures = failures;
    SplittableRandom seeded = new SplittableRandom(script.plan.randomSeed());
    SplittableRandom own = seeded.split();
    for (int i = 0; i < loop; i++) {
      own = seeded.split();
    }
    SplittableRandom arrivalRandom = own.split();
    this.random = own.split();
    this.recorder = new Recorder(script.apiIds.size());
    this.roundRobin = script.plan.mix().selection() == RequestMix.Selection.ROUND_ROBIN;
    this.requestTimeoutNanos = script.plan.limits().requestTimeout().toNanos();
    this.bootstrap = bootstrap();
    if (script.plan.model() instanceof LoadModel.Open open) {
      int share = Math.max(1, open.maxInFlight() / loops);
      this.slots = newSlots(share, loop, loops);
      this.arrivals = new OpenArrivals(this, slots, open, loops, script.plan, arrivalRandom);
    } else {
      LoadModel.Closed closed = (LoadModel.Closed) script.plan.model();
      int share = closed.vus() / loops + (loop < closed.vus() % loops ? 1 : 0);
      this.slots = newSlots(share, loop, loops);
      this.arrivals = new ClosedArrivals(this, slots, closed);
    }
  }

  private Slot[] newSlots(int count, int loop, int loops) {
    Slot[] made = new Slot[count];
    for (int i = 0; i < count; i++) {
      made[i] = new Slot(this, 1 + loop + i * loops, script.maxRequestBytes);
    }
    return made;
  }

  private Bootstrap bootstrap() {
    return new Bootstrap()
        .group(transport.loop())
        .channel(LoopTransport.channelClass(epoll))
        .remoteAddress(script.plan.target())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .option(ChannelOption.RECVBUF_ALLOCATOR, readBuffer)
        .option(
            ChannelOption.CONNECT_TIMEOUT_MILLIS,
            (int) script.plan.limits().connectTimeout().toMillis());
  }

  // From any thread.

  /** Opens the connections that the trial starts with; {@link #awaitConnected} tells when done. */
  void connect() {
    transport.loop().execute(this::connectMoreAtStart);
  }

  void awaitConnected() throws InterruptedException {
    connected.await();
  }

  /**
   * @param start of the settling, on {@link System#nanoTime}'s clock
   */
  void begin(long start) {
    transport.loop().execute(() -> beginOnLoop(start));
  }

  /** Ends the trial as soon as the loop comes to it, whatever is in flight. */
  void abandon() {
    transport.loop().execute(this::finish);
  }

  CountDownLatch finished() {
    return finished;
  }

  /** Complete once {@link #finished} is. */
  Recorder recorder() {
    return recorder;
  }

  // The start.

  private void connectMoreAtStart() {
    int wanted = Math.min(arrivals.connectionsAtStart(), slots.length);
    while (failures.stopped() == null
        && nextToConnectAtStart < wanted
        && connectingAtStart < MAX_CONNECTING_AT_START) {
      connectingAtStart++;
      open(slots[nextToConnectAtStart++]);
    }
    if (connectingAtStart == 0) {
      connected.countDown();
    }
  }

  private void beginOnLoop(long start) {
    TrialPlan plan = script.plan;
    windowStart = start + plan.settling().toNanos();
    windowEnd = windowStart + plan.window().toNanos();
    drainEnd = windowEnd + plan.limits().drain().toNanos();
    nextSweep = start + SWEEP_NANOS;
    lastChange = start;
    begun = true;
    arrivals.begin(start, windowStart, windowEnd);
    transport.handler().pace(this);
  }

  // Between two polls.

  @Override
  public long wakeAtNanos() {
    return Math.min(arrivals.nextDueNanos(), nextSweep);
  }

  @Override
  public void onWake() {
    if (over) {
      return;
    }
    long now = System.nanoTime();
    arrivals.due(now);
    if (now >= nextSweep) {
      sweep(now);
    }
    finishIfEnding(now);
  }

  private void sweep(long now) {
    nextSweep = now + SWEEP_NANOS;
    for (Slot slot : slots) {
      if (slot.state == Slot.State.BUSY && now - slot.sentNanos > requestTimeoutNanos) {
        String detail =
            "no whole response within "
                + script.plan.limits().requestTimeout().toMillis()
                + " ms, "
                + slot.parser.progress();
        slot.drop();
        failed(slot, ErrorKind.TIMEOUT, detail, now);
        arrivals.lost(slot, now);
      }
    }
  }

  private void finishIfDone(long now) {
    boolean all = pending == 0 && !arrivals.hasCountedLeft();
    if (all || now >= drainEnd || failures.stopped() != null) {
      finish();
    }
  }

  private void finish() {
    if (over) {
      return;
    }
    over = true;
    long now = System.nanoTime();
    if (begun) {
      advanceTo(now);
      arrivals.note(now);
    }
    recorder.unfinished = pending;
    recorder.unstarted = arrivals.countedWaiting();
    transport.handler().pace(null);
    for (Slot slot : slots) {
      slot.release();
    }
    readBuffer.release();
    connected.countDown();
    finished.countDown();
  }

  // Connections.

  void open(Slot slot) {
    slot.state = Slot.State.CONNECTING;
    ChannelFuture connecting =
        bootstrap
            .clone()
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel.pipeline().addLast(slot.newLink());
                  }
                })
            .connect();
    connecting.addListener(
        (ChannelFuture done) -> {
          if (done.isSuccess()) {
            opened(slot, done.channel());
          } else {
            notOpened(slot, java.util.Objects.requireNonNull(done.cause()));
          }
        });
  }

  private void opened(Slot slot, Channel channel) {
    if (over) {
      channel.close();
      return;
    }
    slot.connected(channel);
    recorder.socketsOpened++;
    long now = System.nanoTime();
    if (begun && now >= windowStart && now < windowEnd) {
      recorder.socketsOpenedInWindow++;
    }
    if (!begun) {
      connectingAtStart--;
    }
    arrivals.opened(slot, now);
    if (!begun) {
      connectMoreAtStart();
    }
  }

  private void notOpened(Slot slot, Throwable cause) {
    if (over) {
      return;
    }
    slot.state = Slot.State.DISCONNECTED;
    String detail = String.valueOf(cause.getMessage());
    sample(ErrorKind.CONNECT, -1, 0, detail);
    if (!begun || !(cause instanceof ConnectTimeoutException)) {
      failures.stop(
          ErrorKind.CONNECT, "no connection to " + script.target() + ": " + plain(detail));
    }
    if (!begun) {
      connectingAtStart--;
      connectMoreAtStart();
    } else if (failures.stopped() != null) {
      finish();
    } else {
      arrivals.notOpened(slot, System.nanoTime());
    }
  }

  /** The transports word the commonest reason differently. */
  private static String plain(String detail) {
    return detail.contains("refused") ? "connection refused" : detail;
  }

  void closed(Slot slot) {
    boolean busy = slot.state == Slot.State.BUSY;
    boolean idle = slot.state == Slot.State.IDLE;
    String cause = slot.closeCause();
    slot.drop();
    if (over) {
      return;
    }
    long now = System.nanoTime();
    if (idle) {
      arrivals.closedWhileIdle(slot);
    }
    if (busy) {
      slot.parser.end();
      if (slot.parser.isDone()) {
        answered(slot, now);
      } else {
        failed(slot, ErrorKind.RESET, cause + ' ' + slot.parser.progress(), now);
      }
      arrivals.lost(slot, now);
      finishIfEnding(now);
    }
  }

  // Requests.

  /**
   * @param sequence what round robin counts
   */
  void send(Slot slot, long intendedNanos, int sequence) {
    int template =
        roundRobin
            ? Math.floorMod(sequence, script.size())
            : script.size() == 1 ? 0 : random.nextInt(script.size());
    RequestMix mix = script.plan.mix();
    slot.template = template;
    slot.id = mix.idMin() + random.nextInt(mix.idMax() - mix.idMin() + 1);
    slot.intendedNanos = intendedNanos;
    slot.counted = intendedNanos >= windowStart && intendedNanos < windowEnd;
    slot.state = Slot.State.BUSY;
    long now = System.nanoTime();
    slot.sentNanos = now;
    advanceTo(now);
    inFlight++;
    if (slot.counted) {
      pending++;
      recorder.apiRequests[script.apiOfTemplate[template]]++;
      recorder.sent(now - intendedNanos);
    }
    if (now >= windowStart && now < windowEnd) {
      recorder.sentInWindow++;
    }
    boolean keepsBody = script.matchers[template] != BodyMatcher.ANYTHING;
    if (!slot.send(script.requests[template], keepsBody)) {
      slot.drop();
      failed(slot, ErrorKind.PROTOCOL, "answered before the request was sent whole", now);
      arrivals.lost(slot, now);
    }
  }

  /** A request that never got a connection; counted like one that was sent. */
  void failedToConnect(Slot slot, boolean inWindow, long now) {
    slot.template = 0;
    slot.id = script.plan.mix().idMin();
    slot.counted = inWindow;
    slot.sentNanos = now;
    inFlight++;
    pending += inWindow ? 1 : 0;
    failed(slot, ErrorKind.CONNECT, "no connection in time", now);
  }

  boolean isInWindow(long nanos) {
    return nanos >= windowStart && nanos < windowEnd;
  }

  Recorder counts() {
    return recorder;
  }

  void received(Slot slot, ByteBuf bytes) {
    if (over) {
      return;
    }
    long now = System.nanoTime();
    if (slot.state != Slot.State.BUSY) {
      unsolicited(slot);
      return;
    }
    while (bytes.isReadable()) {
      int length = Math.min(bytes.readableBytes(), scratch.length);
      bytes.readBytes(scratch, 0, length);
      int taken = slot.parser.feed(scratch, 0, length);
      String fault = slot.parser.fault();
      boolean surplus = slot.parser.isDone() && (taken < length || bytes.isReadable());
      if (fault != null || surplus) {
        slot.drop();
        String reason = fault != null ? fault : "more bytes than the response has";
        failed(slot, ErrorKind.PROTOCOL, reason, now);
        arrivals.lost(slot, now);
        finishIfEnding(now);
        return;
      }
    }
    if (slot.parser.isDone()) {
      boolean reusable = slot.parser.keepAlive();
      if (!reusable) {
        slot.drop();
      } else {
        slot.state = Slot.State.IDLE;
      }
      answered(slot, now);
      if (reusable) {
        arrivals.ready(slot, now);
      } else {
        arrivals.lost(slot, now);
      }
      finishIfEnding(now);
    }
  }

  private void unsolicited(Slot slot) {
    recorder.unsolicited++;
    sample(ErrorKind.PROTOCOL, -1, 0, "bytes came without a request");
    slot.drop();
    arrivals.closedWhileIdle(slot);
  }

  private void answered(Slot slot, long now) {
    ResponseParser response = slot.parser;
    if (!script.statusAllowed[slot.template][response.status()]) {
      String detail = failures.wants(ErrorKind.STATUS) ? "status " + response.status() : "";
      failed(slot, ErrorKind.STATUS, detail, now);
      return;
    }
    BodyMatcher matcher = script.matchers[slot.template];
    if (!matcher.matches(response.body(), response.keptLength(), slot.id)) {
      String detail = failures.wants(ErrorKind.BODY) ? wrongBody(slot) : "";
      failed(slot, ErrorKind.BODY, detail, now);
      return;
    }
    consecutiveFailures = 0;
    leave(slot, now);
    if (slot.counted) {
      recorder.passed(
          script.apiOfTemplate[slot.template], now - slot.intendedNanos, now - slot.sentNanos);
    }
  }

  private String wrongBody(Slot slot) {
    ResponseParser response = slot.parser;
    int shown = Math.min(response.keptLength(), 200);
    String start = new String(response.body(), 0, shown, java.nio.charset.StandardCharsets.UTF_8);
    return "body of "
        + response.bodyLength()
        + " bytes is not what "
        + script.template(slot.template).check()
        + " wants: "
        + withoutQueryValues(start);
  }

  /** An echo shows the query that reached the backend, whose values may be credentials. */
  private static String withoutQueryValues(String echo) {
    return QUERY
        .matcher(echo)
        .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("=[^&\"]*", "=…")));
  }

  private void failed(Slot slot, ErrorKind kind, String detail, long now) {
    leave(slot, now);
    if (slot.counted) {
      recorder.failed(
          kind == ErrorKind.CONNECT ? -1 : script.apiOfTemplate[slot.template],
          kind,
          now - slot.intendedNanos);
    }
    sample(kind, kind == ErrorKind.CONNECT ? -1 : slot.template, slot.id, detail);
    consecutiveFailures++;
    if (consecutiveFailures >= script.plan.limits().consecutiveFailures()) {
      failures.stop(
          kind,
          script.target()
              + " failed "
              + consecutiveFailures
              + " requests in a row, the last one by "
              + kind
              + (detail.isEmpty() ? "" : ": " + detail));
    }
  }

  private void leave(Slot slot, long now) {
    advanceTo(now);
    inFlight--;
    if (slot.counted) {
      pending--;
      recorder.acrossEdgesNanos += Math.max(0, now - Math.max(slot.sentNanos, windowEnd));
    } else {
      long from = Math.max(slot.sentNanos, windowStart);
      recorder.acrossEdgesNanos -= Math.max(0, Math.min(now, windowEnd) - from);
    }
  }

  private void finishIfEnding(long now) {
    if (now >= windowEnd || failures.stopped() != null) {
      finishIfDone(now);
    }
  }

  private void sample(ErrorKind kind, int template, int id, String detail) {
    if (!failures.wants(kind)) {
      return;
    }
    if (template < 0) {
      failures.add(kind, "", script.target(), detail);
    } else {
      RequestTemplate request = script.template(template);
      failures.add(kind, request.apiId(), EncodedRequest.target(request, id), detail);
    }
  }

  private void advanceTo(long now) {
    long from = Math.max(lastChange, windowStart);
    long to = Math.min(now, windowEnd);
    if (to > from) {
      recorder.inFlightNanos += (double) inFlight * (to - from);
    }
    lastChange = now;
  }
}
