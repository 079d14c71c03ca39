package dev.fanout.measurements;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Histograms read back from an interval log of HdrHistogram (format version 1.3, {@code Tag=}
 * lines).
 *
 * @param unreadableLines lines that are no histogram with a tag of ours: the torn last line of a
 *     process that was killed, or someone else's
 */
public record HistogramLog(List<HistogramEntry> entries, int unreadableLines) {
  static final int MAX_LINE_CHARS = 8 << 20;

  public HistogramLog {
    entries = List.copyOf(entries);
  }

  /** Entries stand in the order of the file. */
  public static HistogramLog read(Path file) throws IOException {
    List<HistogramEntry> entries = new ArrayList<>();
    return new HistogramLog(entries, forEach(file, entries::add));
  }

  /**
   * Hands over one entry after the other and keeps none, for logs that are larger than memory.
   *
   * @return the number of unreadable lines
   */
  public static int forEach(Path file, Consumer<HistogramEntry> taker) throws IOException {
    int unreadable = 0;
    double startSeconds = 0;
    try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#[StartTime: ")) {
          startSeconds = leadingNumber(line.substring("#[StartTime: ".length()));
        } else if (!line.startsWith("#") && !line.startsWith("\"") && !line.isBlank()) {
          HistogramEntry entry = readable(line, startSeconds);
          if (entry == null) {
            unreadable++;
          } else {
            taker.accept(entry);
          }
        }
      }
    }
    return unreadable;
  }

  private static @Nullable HistogramEntry readable(String line, double startSeconds) {
    try {
      return entry(line, startSeconds);
    } catch (IllegalArgumentException
        | DataFormatException
        | IndexOutOfBoundsException
        | java.nio.BufferUnderflowException e) {
      return null;
    }
  }

  private static HistogramEntry entry(String line, double startSeconds) throws DataFormatException {
    if (line.length() > MAX_LINE_CHARS || !line.startsWith("Tag=")) {
      throw new IllegalArgumentException("no tagged histogram");
    }
    String[] fields = line.split(",", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException(fields.length + " fields instead of 5");
    }
    HistogramTag tag = HistogramTag.parse(fields[0].substring("Tag=".length()));
    double from = startSeconds + Double.parseDouble(fields[1]);
    Instant start = Instant.ofEpochMilli(Math.round(from * 1_000));
    Instant end = start.plusMillis(Math.round(Double.parseDouble(fields[2]) * 1_000));
    Histogram histogram =
        Histogram.decodeFromCompressedByteBuffer(
            ByteBuffer.wrap(Base64.getDecoder().decode(fields[4])), 0);
    histogram.setStartTimeStamp(start.toEpochMilli());
    histogram.setEndTimeStamp(end.toEpochMilli());
    return new HistogramEntry(tag, start, end, histogram);
  }

  private static double leadingNumber(String text) {
    int end = text.indexOf(' ');
    try {
      return Double.parseDouble(end < 0 ? text : text.substring(0, end));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
