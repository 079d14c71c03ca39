package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.TimeSpan;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations of XML Schema: {@code P1DT2H3M4.5S}. A year has 365 days, a month 30. */
final class XmlDuration {
  private static final long TICKS_PER_SECOND = 10_000_000;
  private static final Pattern FORM =
      Pattern.compile(
          "(-)?P(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})D)?"
              + "(T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9}(?:\\.\\d{1,20})?)S)?)?");

  private XmlDuration() {}

  static String text(TimeSpan span) {
    BigDecimal ticks = BigDecimal.valueOf(span.ticks()).abs();
    BigDecimal seconds = ticks.movePointLeft(7);
    long whole = seconds.longValue();
    BigDecimal rest = seconds.remainder(BigDecimal.valueOf(60)).stripTrailingZeros();
    StringBuilder text = new StringBuilder(span.ticks() < 0 ? "-P" : "P");
    append(text, whole / 86_400, 'D');
    if (seconds.signum() == 0) {
      return text.append("T0S").toString();
    }
    if (seconds.remainder(BigDecimal.valueOf(86_400)).signum() != 0) {
      text.append('T');
      append(text, whole / 3_600 % 24, 'H');
      append(text, whole / 60 % 60, 'M');
      if (rest.signum() != 0) {
        text.append(rest.toPlainString()).append('S');
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long number, char unit) {
    if (number != 0) {
      text.append(number).append(unit);
    }
  }

  static TimeSpan parse(String written) {
    Matcher form = FORM.matcher(written.strip());
    boolean isDuration =
        form.matches()
            && (form.group(2) != null
                || form.group(3) != null
                || form.group(4) != null
                || form.group(5) != null)
            && !"T".equals(form.group(5));
    if (!isDuration) {
      throw Failures.format("The string '" + written + "' is not a valid TimeSpan value.");
    }
    long days = 365 * number(form.group(2)) + 30 * number(form.group(3)) + number(form.group(4));
    BigDecimal seconds =
        BigDecimal.valueOf(
                days * 86_400 + number(form.group(6)) * 3_600 + number(form.group(7)) * 60)
            .add(form.group(8) == null ? BigDecimal.ZERO : new BigDecimal(form.group(8)));
    BigDecimal ticks = seconds.multiply(BigDecimal.valueOf(TICKS_PER_SECOND));
    if (ticks.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw Failures.overflow("The string '" + written + "' is out of the range of TimeSpan.");
    }
    return TimeSpan.create(form.group(1) == null ? ticks.longValue() : -ticks.longValue());
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
