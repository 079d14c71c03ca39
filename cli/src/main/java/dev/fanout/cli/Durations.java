package dev.fanout.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 500ms}, {@code 1.5s}, {@code 5m}. */
final class Durations implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|ms|s|m)");

  Durations() {}

  @Override
  public Duration convert(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new TypeConversionException("'" + value + "' is not a time such as 500ms, 1.5s or 5m");
    }
    BigDecimal nanos =
        switch (matcher.group(2)) {
          case "ns" -> BigDecimal.ONE;
          case "us" -> BigDecimal.valueOf(1_000);
          case "ms" -> BigDecimal.valueOf(1_000_000);
          case "s" -> BigDecimal.valueOf(1_000_000_000);
          default -> BigDecimal.valueOf(60_000_000_000L);
        };
    return Duration.ofNanos(new BigDecimal(matcher.group(1)).multiply(nanos).longValue());
  }
}
