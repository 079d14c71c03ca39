package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Objects;
import dev.fanout.expressions.runtime.TimeSpan;

/** Objects as the text of XML: {@code true}, {@code INF}, dates of ISO 8601. */
final class XmlValues {
  private XmlValues() {}

  static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof XObject) {
      throw Failures.argument("An XObject cannot be used as a value.", null);
    }
    if (value instanceof Boolean flag) {
      return flag ? "true" : "false";
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isInfinite(number) ? number > 0 ? "INF" : "-INF" : Objects.toString(value);
    }
    if (value instanceof DateTime time) {
      return time.toString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK");
    }
    if (value instanceof DateTimeOffset time) {
      String text = time.toString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz");
      return text.endsWith("+00:00") ? text.substring(0, text.length() - 6) + "Z" : text;
    }
    return value instanceof TimeSpan span ? XmlDuration.text(span) : Objects.toString(value);
  }
}
