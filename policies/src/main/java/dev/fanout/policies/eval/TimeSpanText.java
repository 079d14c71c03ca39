package dev.fanout.policies.eval;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** .NET's constant form of a time span: {@code [-][d.]hh:mm:ss[.fffffff]}. */
final class TimeSpanText {
  private static final Pattern FORM =
      Pattern.compile("(-)?(?:(\\d{1,8})\\.)?(\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,7}))?");

  private TimeSpanText() {}

  /**
   * @throws IllegalArgumentException for another form
   */
  static Duration parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(text);
    }
    int hours = Integer.parseInt(form.group(3));
    int minutes = Integer.parseInt(form.group(4));
    int seconds = Integer.parseInt(form.group(5));
    if (hours > 23 || minutes > 59 || seconds > 59) {
      throw new IllegalArgumentException(text);
    }
    long days = form.group(2) == null ? 0 : Long.parseLong(form.group(2));
    String fraction = form.group(6) == null ? "" : form.group(6);
    long ticks = Long.parseLong((fraction + "0000000").substring(0, 7));
    Duration span =
        Duration.ofSeconds(((days * 24 + hours) * 60 + minutes) * 60 + seconds, ticks * 100);
    return form.group(1) == null ? span : span.negated();
  }
}
