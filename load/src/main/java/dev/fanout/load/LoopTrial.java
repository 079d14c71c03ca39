package dev.fanout.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ConnectTimeoutException;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One event loop's part of a trial: sends what is due, takes answers. After {@link #connect}
 * everything runs on the loop's thread.
 */
final class LoopTrial implements PacedIoHandler.Pacer {
  private static final long SWEEP_NANOS = 10_000_000;

  /** Load goes on so long after the window, while the window's last requests are answered. */
  static final long RUN_OUT_NANOS = 20_000_000;

  private static final int MAX_CONNECTING_AT_START = 32;
  private static final int READ_BYTES = 16 * 1024;

  private final TrialScript script;
  private final LoopTransport transport;
  private final Failures failures;
  private final Arrivals arrivals;
  private final RequestDraw draw;
  private final Tally tally;
  private final AnswerJudge judge;
  private final Connector connector;
  private final @Nullable IntervalClock intervals;
  private final RequestRows.@Nullable Writer rows;
  private final long requestTimeoutNanos;
  private final byte[] scratch = new byte[READ_BYTES];
  private final Slot[] slots;
  private final CountDownLatch connected = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);

  private int connectingAtStart;
  private int nextToConnectAtStart;
  private boolean begun;
  private boolean over;
  private long windowStart;
  private long windowEnd;
  private long drainEnd;
  private long nextSweep;

  /**
   * @param relay where recorders go each second; null for one recorder that stays
   * @param rows null when nobody wants each request
   */
  LoopTrial(
      TrialScript script,
      LoopTransport transport,
      boolean epoll,
      Failures failures,
      int loop,
      int loops,
      @Nullable RecorderRelay relay,
      RequestRows.@Nullable Writer rows) {
    this.script = script;
    this.transport = transport;
    this.failures = failures;
    this.rows = rows;
    SplittableRandom seeded = new SplittableRandom(script.plan.randomSeed());
    SplittableRandom own = seeded.split();
    for (int i = 0; i < loop; i++) {
      own = seeded.split();
    }
    SplittableRandom arrivalRandom = own.split();
    this.draw = new RequestDraw(script, loop, loops, own.split());
    int groups = relay == null ? 0 : script.groups.names.size();
    this.tally = new Tally(script, new Recorder(groups));
    this.intervals = relay == null ? null : new IntervalClock(relay, tally);
    this.judge = new AnswerJudge(script);
    this.connector = new Connector(script, transport, epoll, this);
    this.requestTimeoutNanos = script.plan.limits().requestTimeout().toNanos();
    int share = script.connections() / loops;
    if (script.plan.model() instanceof LoadModel.Open open) {
      this.slots = newSlots(Math.max(1, share), loop, loops);
      this.arrivals =
          new OpenArrivals(this, slots, open, loop, loops, script.plan, arrivalRandom.nextLong());
    } else {
      this.slots = newSlots(share + (loop < script.connections() % loops ? 1 : 0), loop, loops);
      double cap = script.plan.mostPerSecond().orElse(Double.POSITIVE_INFINITY);
      this.arrivals =
          new ClosedArrivals(
              this,
              slots,
              (LoadModel.Closed) script.plan.model(),
              (long) (1e9 * loops / cap),
              arrivalRandom);
    }
  }

  private Slot[] newSlots(int count, int loop, int loops) {
    Slot[] made = new Slot[count];
    int tables = script.plan.mix().parameters().size();
    for (int i = 0; i < count; i++) {
      made[i] = new Slot(this, 1 + loop + i * loops, script.maxRequestBytes, tables);
    }
    return made;
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
  Tally tally() {
    return tally;
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
    if (over) {
      return;
    }
    TrialPlan plan = script.plan;
    windowStart = start + plan.settling().toNanos();
    windowEnd = windowStart + plan.window().toNanos();
    drainEnd = windowEnd + plan.limits().drain().toNanos();
    begun = true;
    tally.begin(start, windowStart, windowEnd);
    arrivals.begin(start, windowStart, windowEnd);
    if (intervals != null) {
      intervals.begin(start, windowStart);
    }
    planSweep(start);
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

  private void planSweep(long now) {
    nextSweep = now + SWEEP_NANOS;
    if (intervals != null) {
      nextSweep = Math.min(nextSweep, intervals.nextNanos());
    }
  }

  private void sweep(long now) {
    if (tally.isInWindow(now)) {
      tally.recorder().loopLag.recordValue(Math.min(now - nextSweep, Recorder.HIGHEST_NANOS));
    }
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
    if (intervals != null && now >= intervals.nextNanos()) {
      intervals.turn(now, arrivals.countedWaiting(), arrivals.users());
    }
    planSweep(now);
  }

  private void finishIfEnding(long now) {
    if (now >= windowEnd || failures.stopped() != null) {
      boolean all = tally.pending() == 0 && !arrivals.hasCountedLeft();
      if (all || now >= drainEnd || failures.stopped() != null) {
        finish();
      }
    }
  }

  private void finish() {
    if (over) {
      return;
    }
    over = true;
    long now = System.nanoTime();
    if (begun) {
      tally.advanceTo(now);
      arrivals.note(now);
    }
    Recorder last = tally.recorder();
    last.unfinished = tally.pending();
    last.unstarted = arrivals.countedWaiting();
    if (intervals != null) {
      intervals.end(now, last.unstarted, arrivals.users());
    }
    if (rows != null) {
      rows.finish();
    }
    transport.handler().pace(null);
    for (Slot slot : slots) {
      slot.release();
    }
    connector.release();
    connected.countDown();
    finished.countDown();
  }

  // Connections.

  void open(Slot slot) {
    connector.open(slot);
  }

  void opened(Slot slot, Channel channel) {
    if (over) {
      channel.close();
      return;
    }
    slot.connected(channel);
    long now = System.nanoTime();
    tally.opened(now);
    if (!begun) {
      connectingAtStart--;
    }
    arrivals.opened(slot, now);
    if (!begun) {
      connectMoreAtStart();
    }
  }

  /**
   * @param kind {@link ErrorKind#CONNECT} or {@link ErrorKind#TLS}
   */
  void notOpened(Slot slot, ErrorKind kind, @Nullable Throwable cause) {
    if (over) {
      return;
    }
    slot.state = Slot.State.DISCONNECTED;
    String detail = ConnectFailure.plain(kind, cause);
    sample(slot, kind, false, detail);
    boolean gone = kind == ErrorKind.CONNECT && !(cause instanceof ConnectTimeoutException);
    if (!begun || gone) {
      failures.stop(kind, "no connection to " + script.target() + ": " + detail);
    }
    if (!begun) {
      connectingAtStart--;
      connectMoreAtStart();
    } else if (failures.stopped() != null) {
      finish();
    } else {
      arrivals.notOpened(slot, kind, System.nanoTime());
    }
  }

  void closed(Slot slot) {
    boolean busy = slot.state == Slot.State.BUSY;
    boolean idle = slot.state == Slot.State.IDLE;
    boolean inOrder = slot.closedInOrder();
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
      if (inOrder) {
        slot.parser.end();
      }
      if (slot.parser.isDone()) {
        answered(slot, now);
      } else {
        boolean truncated = inOrder && slot.parser.inBody();
        ErrorKind kind = truncated ? ErrorKind.TRUNCATED : ErrorKind.RESET;
        failed(slot, kind, cause + ' ' + slot.parser.progress(), now);
      }
      arrivals.lost(slot, now);
      finishIfEnding(now);
    }
  }

  // Requests.

  /**
   * @param sequence what round robin counts
   */
  void send(Slot slot, long intendedNanos, long sequence) {
    draw.fill(slot, sequence);
    slot.intendedNanos = intendedNanos;
    slot.firstByteNanos = 0;
    slot.state = Slot.State.BUSY;
    long now = System.nanoTime();
    slot.sentNanos = now;
    tally.sent(slot);
    if (!slot.send(script.requests[slot.template], judge.looksAtBody(slot.template))) {
      slot.drop();
      failed(slot, ErrorKind.PROTOCOL, "answered before the request was sent whole", now);
      arrivals.lost(slot, now);
    }
  }

  /** A request that never got a connection; counted like one that was sent. */
  void failedToConnect(Slot slot, ErrorKind kind, long intendedNanos, long now) {
    slot.template = 0;
    slot.id = script.plan.mix().idMin();
    slot.intendedNanos = intendedNanos;
    slot.firstByteNanos = 0;
    slot.parser.expect(false, false);
    tally.notSent(slot, now);
    over(slot, kind, false, "no connection in time", now);
  }

  boolean isInWindow(long nanos) {
    return tally.isInWindow(nanos);
  }

  Recorder counts() {
    return tally.recorder();
  }

  void received(Slot slot, ByteBuf bytes) {
    if (over) {
      return;
    }
    if (slot.state != Slot.State.BUSY) {
      unsolicited(slot);
      return;
    }
    long now = System.nanoTime();
    if (slot.firstByteNanos == 0) {
      slot.firstByteNanos = now;
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
    tally.recorder().unsolicited++;
    sample(slot, ErrorKind.PROTOCOL, false, "bytes came without a request");
    slot.drop();
    arrivals.closedWhileIdle(slot);
  }

  private void answered(Slot slot, long now) {
    ErrorKind fault = judge.fault(slot.template, slot.id, slot.parser);
    if (fault != null) {
      boolean wanted = failures.wants(fault);
      String detail = wanted ? judge.detail(slot.template, slot.parser, fault) : "";
      failed(slot, fault, detail, now);
      return;
    }
    tally.passed(slot, now);
    if (rows != null && slot.counted) {
      rows.add(slot, windowStart, now, null);
    }
  }

  private void failed(Slot slot, ErrorKind kind, String detail, long now) {
    over(slot, kind, true, detail, now);
  }

  /**
   * @param sent whether it had a connection to be sent on
   */
  private void over(Slot slot, ErrorKind kind, boolean sent, String detail, long now) {
    tally.failed(slot, kind, sent, now);
    if (rows != null && slot.counted) {
      rows.add(slot, windowStart, now, kind);
    }
    sample(slot, kind, sent, detail);
    failures.judge(tally, script, kind, detail);
  }

  private void sample(Slot slot, ErrorKind kind, boolean sent, String detail) {
    if (!failures.wants(kind)) {
      return;
    }
    if (sent) {
      RequestTemplate request = script.template(slot.template);
      String target = script.values.target(request.target(), slot.id, slot.rows);
      failures.add(kind, request.apiId(), EncodedRequest.forMessages(target), detail);
    } else {
      failures.add(kind, "", script.target(), detail);
    }
  }
}
