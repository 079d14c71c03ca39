package dev.fanout.measurements;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Appends histograms to an interval log. Each line is written with one call and forced to the disk,
 * so that a killed process leaves a log that lacks at most the line it was writing; opening the log
 * again cuts such a torn line off. Not thread-safe.
 */
public final class HistogramLogAppender implements AutoCloseable {
  private final FileChannel channel;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final HistogramLogWriter writer = new HistogramLogWriter(line);

  private HistogramLogAppender(FileChannel channel) {
    this.channel = channel;
  }

  /** Creates the file with its heading, or goes on where an earlier appender ended. */
  public static HistogramLogAppender open(Path file, Instant runStart) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      HistogramLogAppender appender = new HistogramLogAppender(channel);
      channel.truncate(wholeLines(channel));
      channel.position(channel.size());
      if (channel.size() == 0) {
        appender.writeHeading(runStart);
      }
      return appender;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * @param nanoseconds a histogram of nanoseconds; copied into the log, not kept
   */
  public void append(HistogramTag tag, Instant start, Instant end, EncodableHistogram nanoseconds)
      throws IOException {
    add(tag, start, end, nanoseconds);
    flush();
  }

  /** As {@link #append}, but nothing is written before the next {@link #flush}. */
  public void add(HistogramTag tag, Instant start, Instant end, EncodableHistogram nanoseconds)
      throws IOException {
    String name = nanoseconds.getTag();
    nanoseconds.setTag(tag.toString());
    try {
      writer.outputIntervalHistogram(
          start.toEpochMilli() / 1_000.0, end.toEpochMilli() / 1_000.0, nanoseconds);
    } finally {
      nanoseconds.setTag(name);
    }
  }

  /** Writes no base time, so that the times of all lines are seconds since the epoch. */
  private void writeHeading(Instant runStart) throws IOException {
    writer.outputComment("[fanout histograms in nanoseconds, schema 1]");
    writer.outputLogFormatVersion();
    writer.outputComment("[run started " + runStart + "]");
    writer.outputLegend();
    flush();
  }

  /** Writes and forces what was added, with one call. */
  public void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
    line.reset();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  private static long wholeLines(FileChannel channel) throws IOException {
    long end = channel.size();
    ByteBuffer block = ByteBuffer.allocate(8192);
    while (end > 0) {
      long start = Math.max(0, end - block.capacity());
      block.clear().limit((int) (end - start));
      while (block.hasRemaining() && channel.read(block, start + block.position()) > 0) {}
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
