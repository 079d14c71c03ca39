package dev.fanout.load.imports;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a JTL.
 *
 * @param startMillis since the epoch
 * @param group the thread group's name
 * @param firstByteMillis from the send to the first byte; negative where it is not told
 */
record JtlSample(
    long startMillis,
    long elapsedMillis,
    long firstByteMillis,
    String label,
    String group,
    boolean success,
    String code,
    String message) {
  /** JMeter appends the number of the group and that of the thread. */
  private static final Pattern THREAD = Pattern.compile("(.*) \\d+-\\d+");

  /** What a file must have. */
  static final List<String> NEEDED = List.of("timeStamp", "elapsed", "label", "success");

  private static final long LATEST_MILLIS = 1L << 53;
  private static final long LONGEST_MILLIS = 24L * 3_600_000;

  /**
   * @param columns index by name
   * @throws IllegalArgumentException with what is wrong
   */
  static JtlSample of(List<String> cells, Map<String, Integer> columns) {
    return new JtlSample(
        number(cells, columns, "timeStamp", LATEST_MILLIS),
        number(cells, columns, "elapsed", LONGEST_MILLIS),
        columns.containsKey("Latency") ? number(cells, columns, "Latency", LONGEST_MILLIS) : -1,
        cell(cells, columns, "label"),
        group(cell(cells, columns, "threadName")),
        truth(cell(cells, columns, "success")),
        cell(cells, columns, "responseCode"),
        (cell(cells, columns, "responseMessage") + " " + cell(cells, columns, "failureMessage"))
            .strip());
  }

  /** In the words of our own engine. */
  String errorKind() {
    String text = code + " " + message;
    if (code.matches("\\d{3}")) {
      boolean wrongStatus = message.contains("Test failed: code") || code.matches("[45]..");
      return wrongStatus ? "status" : "body";
    }
    if (text.contains("ConnectException")
        || text.contains("HttpHostConnectException")
        || text.contains("ConnectTimeoutException")
        || text.contains("UnknownHostException")
        || text.contains("NoRouteToHost")) {
      return "connect";
    }
    if (text.contains("SSL") || text.contains("Certificate")) {
      return "tls";
    }
    if (text.contains("SocketTimeoutException") || text.contains("InterruptedIOException")) {
      return "timeout";
    }
    if (text.contains("SocketException")
        || text.contains("NoHttpResponse")
        || text.contains("ConnectionClosed")) {
      return "reset";
    }
    return "protocol";
  }

  private static String group(String thread) {
    Matcher matcher = THREAD.matcher(thread);
    return matcher.matches() ? matcher.group(1) : thread;
  }

  private static boolean truth(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new IllegalArgumentException("success '" + text + "' is neither true nor false");
  }

  private static long number(
      List<String> cells, Map<String, Integer> columns, String name, long most) {
    String text = cell(cells, columns, name);
    if (!text.matches("\\d{1,16}") || Long.parseLong(text) > most) {
      throw new IllegalArgumentException(
          name
              + " '"
              + text
              + "' is not a number of milliseconds"
              + (name.equals("timeStamp")
                  ? " (jmeter.save.saveservice.timestamp_format=ms writes one)"
                  : ""));
    }
    return Long.parseLong(text);
  }

  private static String cell(List<String> cells, Map<String, Integer> columns, String name) {
    Integer index = columns.get(name);
    return index == null || index >= cells.size() ? "" : cells.get(index);
  }
}
