package dev.fanout.cli;

import dev.fanout.gateway.Injection;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code B:+1ms}, {@code B:cpu+20us}: the name of a variant, what, and how long. */
final class InjectionConverter implements ITypeConverter<Injection> {
  private static final Pattern FORM = Pattern.compile("([^:]+):(cpu)?\\+([0-9.]+[a-z]+)");

  InjectionConverter() {}

  @Override
  public Injection convert(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is not an injection such as B:+1ms or B:cpu+20us");
    }
    Duration time = new Durations().convert(matcher.group(3));
    try {
      return matcher.group(2) == null
          ? Injection.delay(matcher.group(1), time)
          : Injection.cpu(matcher.group(1), time);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
