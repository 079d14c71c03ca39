package dev.fanout.gateway.trace;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.NamedValueArtifact;
import dev.fanout.gateway.estate.CompileOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must not be shown of a traced request: the values of secret named values wherever they
 * stand, and whatever a field or a query parameter holds whose name says that it is a credential.
 * Names are judged broadly: it is better to hide a sort key than to show a real one.
 */
final class Secrets {
  static final String HIDDEN = "(secret)";

  /** A shorter value would be found by chance, and its absence would tell it. */
  private static final int SHORTEST = 4;

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(proxy-)?authorization|cookie2?|code|sig|.*(key|token|secret|password|signature|pwd)",
          Pattern.CASE_INSENSITIVE);

  private final List<String> values;

  private Secrets(Set<String> values) {
    List<String> longestFirst = new ArrayList<>(values);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    this.values = List.copyOf(longestFirst);
  }

  /** Of an estate: its secret named values, and all that were supplied from outside. */
  static Secrets of(Estate estate, CompileOptions options) {
    Set<String> values = new LinkedHashSet<>();
    options.namedValues().values().forEach(value -> add(value, values));
    options.subscriptionKeys().forEach(value -> add(value, values));
    for (NamedValueArtifact namedValue : estate.namedValues().values()) {
      if (namedValue.secret()) {
        namedValue.value().ifPresent(value -> add(value, values));
      }
    }
    return new Secrets(values);
  }

  private static void add(String value, Set<String> values) {
    if (value.length() >= SHORTEST) {
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
      values.add(value);
      values.add(encoded);
      values.add(encoded.replace("+", "%20"));
      values.add(value.replace(" ", "%20"));
    }
  }

  static boolean isCredential(String name) {
    return CREDENTIAL.matcher(name).matches();
  }

  /** The text without the values. */
  String hide(String text) {
    String shown = text;
    for (String value : values) {
      shown = shown.replace(value, HIDDEN);
    }
    return shown;
  }

  /** Nothing of what it keeps. */
  @Override
  public String toString() {
    return values.size() + " secret values";
  }
}
