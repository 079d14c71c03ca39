package dev.fanout.load;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One line for each counted request, from the event loops to a {@link RequestSink}. The loops write
 * into blocks made before the trial and never wait: with no block at hand a row is dropped, and
 * counted.
 */
final class RequestRows {
  private static final int ROW_BYTES = 4 * Long.BYTES + 4 * Integer.BYTES;
  private static final int ROWS_PER_BLOCK = 16 * 1024;
  private static final int BLOCKS_PER_LOOP = 4;
  private static final ErrorKind[] KINDS = ErrorKind.values();

  static final long FOOTPRINT_BYTES = (long) BLOCKS_PER_LOOP * ROWS_PER_BLOCK * ROW_BYTES;

  /** Empty blocks at first, full ones on their way, and null-free end marks. */
  private record Block(Writer home, ByteBuffer rows, boolean last) {}

  private final ArrayBlockingQueue<Block> full;
  private final List<Writer> writers = new ArrayList<>();
  private final RequestSink sink;
  private volatile @Nullable RuntimeException failure;
  private final Thread reader = new Thread(this::read, "fanout-load-requests");

  RequestRows(int loops, RequestSink sink) {
    this.sink = sink;
    this.full = new ArrayBlockingQueue<>(loops * (BLOCKS_PER_LOOP + 1));
    for (int i = 0; i < loops; i++) {
      writers.add(new Writer());
    }
    reader.setDaemon(true);
  }

  Writer writer(int loop) {
    return writers.get(loop);
  }

  void start() {
    reader.start();
  }

  /**
   * Once every loop has finished.
   *
   * @return rows that were dropped
   * @throws RuntimeException the one that the sink has thrown; it got no more rows
   */
  long await() throws InterruptedException {
    reader.join();
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
    return writers.stream().mapToLong(writer -> writer.dropped).sum();
  }

  private void read() {
    int open = writers.size();
    try {
      while (open > 0) {
        Block block = full.take();
        if (block.last()) {
          open--;
          continue;
        }
        ByteBuffer rows = block.rows().flip();
        while (rows.hasRemaining() && failure == null) {
          tryToPass(rows);
        }
        rows.clear();
        block.home().empty.add(block);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryToPass(ByteBuffer rows) {
    try {
      pass(rows);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void pass(ByteBuffer rows) {
    long intendedNanos = rows.getLong();
    long lagNanos = rows.getLong();
    long firstByteNanos = rows.getLong();
    long endNanos = rows.getLong();
    int template = rows.getInt();
    int id = rows.getInt();
    int status = rows.getInt();
    int error = rows.getInt();
    sink.request(
        template,
        id,
        intendedNanos,
        lagNanos,
        firstByteNanos,
        endNanos,
        status,
        error < 0 ? null : KINDS[error]);
  }

  /** One loop's side. */
  final class Writer {
    private final ArrayBlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS_PER_LOOP);
    private final Block end = new Block(this, ByteBuffer.allocate(0), true);
    private @Nullable Block current;
    private volatile long dropped;

    private Writer() {
      for (int i = 0; i < BLOCKS_PER_LOOP; i++) {
        empty.add(new Block(this, ByteBuffer.allocateDirect(ROWS_PER_BLOCK * ROW_BYTES), false));
      }
    }

    // The loop alone writes it.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void add(Slot slot, long windowStart, long now, @Nullable ErrorKind error) {
      Block block = current;
      if (block != null && block.rows().remaining() < ROW_BYTES) {
        full.add(block);
        block = null;
      }
      if (block == null) {
        block = empty.poll();
        current = block;
      }
      if (block == null) {
        dropped++;
        return;
      }
      block
          .rows()
          .putLong(slot.intendedNanos - windowStart)
          .putLong(slot.sentNanos - slot.intendedNanos)
          .putLong(slot.firstByteNanos == 0 ? -1 : slot.firstByteNanos - slot.sentNanos)
          .putLong(now - slot.sentNanos)
          .putInt(slot.template)
          .putInt(slot.id)
          .putInt(slot.parser.status())
          .putInt(error == null ? -1 : error.ordinal());
    }

    void finish() {
      Block block = current;
      current = null;
      if (block != null) {
        full.add(block);
      }
      full.add(end);
    }
  }
}
