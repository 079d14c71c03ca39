package dev.fanout.load.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${NAME}} in a header's value is the environment's, so that plans hold no secrets. */
public final class HeaderValues {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]{0,99})}");
  private static final Pattern HOLE = Pattern.compile("\\{env:([A-Za-z_][A-Za-z0-9_]{0,99})}");
  private static final Pattern CREDENTIAL =
      Pattern.compile("authorization|cookie|proxy-authorization|.*-key|.*-token|.*-secret");

  private HeaderValues() {}

  /**
   * The value with the environment's texts.
   *
   * @throws IllegalArgumentException when the environment lacks a name
   */
  public static String resolve(String value, Function<String, Optional<String>> environment) {
    Matcher matcher = REFERENCE.matcher(value);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String found =
          environment
              .apply(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the environment has no variable '" + name + "'"));
      matcher.appendReplacement(out, Matcher.quoteReplacement(found));
    }
    return matcher.appendTail(out).toString();
  }

  /** An environment for exports: each variable stays open, as a hole of its own kind. */
  public static Function<String, Optional<String>> openEnvironment() {
    return name -> Optional.of("{env:" + name + "}");
  }

  /** The value with its open variables replaced. */
  public static String fill(String value, Function<String, String> variable) {
    Matcher matcher = HOLE.matcher(value);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(variable.apply(matcher.group(1))));
    }
    return matcher.appendTail(out).toString();
  }

  /**
   * For a file that leaves this machine: a credential that stands in the plan itself becomes an
   * open variable.
   */
  public static String withoutCredential(String name, String value) {
    boolean credential = CREDENTIAL.matcher(name.toLowerCase(Locale.ROOT)).matches();
    return credential && !HOLE.matcher(value).find() ? "{env:" + variable(name) + "}" : value;
  }

  private static String variable(String header) {
    return header.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
