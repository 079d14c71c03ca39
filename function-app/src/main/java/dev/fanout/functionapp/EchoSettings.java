package dev.fanout.functionapp;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator may set.
 *
 * @param delayNanos from {@code ECHO_DELAY_MS}, 5 ms when absent
 * @param echoedHeaders lower-case names that may be echoed: a fixed few and those of {@code
 *     ECHO_HEADERS} (comma-separated), without the names of credentials
 */
record EchoSettings(long delayNanos, Set<String> echoedHeaders) {
  static final String DEFAULT_DELAY_MS = "5";
  static final int MAX_DELAY_MS = 10_000;

  private static final Set<String> ALWAYS_ECHOED =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "content-length",
          "content-type",
          "host",
          "traceparent",
          "user-agent",
          "x-correlation-id",
          "x-request-id");

  private static final Set<String> NEVER_ECHOED =
      Set.of(
          "authorization",
          "cookie",
          "ocp-apim-subscription-key",
          "proxy-authorization",
          "x-api-key",
          "x-arr-clientcert",
          "x-functions-key");

  /**
   * @throws IllegalArgumentException when the delay is no number in range; the function then fails
   *     to load, which is better than measuring with another delay than the operator thinks
   */
  static EchoSettings from(Map<String, String> environment) {
    Set<String> headers =
        Stream.concat(
                ALWAYS_ECHOED.stream(),
                Arrays.stream(environment.getOrDefault("ECHO_HEADERS", "").split(","))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .filter(name -> !name.isEmpty() && !NEVER_ECHOED.contains(name)))
            .collect(Collectors.toUnmodifiableSet());
    return new EchoSettings(
        delayNanos(environment.getOrDefault("ECHO_DELAY_MS", DEFAULT_DELAY_MS)), headers);
  }

  /** Milliseconds as text, with at most six decimals, to nanoseconds. */
  static long delayNanos(String milliseconds) {
    if (!milliseconds.matches("\\d{1,5}(\\.\\d{1,6})?")
        || new BigDecimal(milliseconds).compareTo(BigDecimal.valueOf(MAX_DELAY_MS)) > 0) {
      throw new IllegalArgumentException(
          "delay of milliseconds is not a number from 0 to " + MAX_DELAY_MS);
    }
    return new BigDecimal(milliseconds).movePointRight(6).longValueExact();
  }

  Map<String, String> allowed(Map<String, String> headers) {
    Map<String, String> echoed = new TreeMap<>();
    headers.forEach(
        (name, value) -> {
          String lowerCase = name.toLowerCase(Locale.ROOT);
          if (echoedHeaders.contains(lowerCase)) {
            echoed.put(lowerCase, value);
          }
        });
    return echoed;
  }
}
