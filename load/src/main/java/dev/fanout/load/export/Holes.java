package dev.fanout.load.export;

import dev.fanout.load.Parameters;
import dev.fanout.load.RequestMix;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The holes of a template's texts, written as another engine writes a variable. */
final class Holes {
  private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.:-]{0,110})}");
  private static final String ENVIRONMENT = "env:";

  private final Set<String> columns = new HashSet<>();
  private final Function<String, String> literal;
  private final Function<String, String> variable;
  private final Function<String, String> environment;

  /**
   * @param literal how a text between holes is written
   * @param variable how the value of a column, or of {@code id}, is written
   * @param environment how a variable of the environment is written
   */
  Holes(
      RequestMix mix,
      Function<String, String> literal,
      Function<String, String> variable,
      Function<String, String> environment) {
    for (Parameters table : mix.parameters()) {
      columns.addAll(table.columns());
    }
    this.literal = literal;
    this.variable = variable;
    this.environment = environment;
  }

  /** Whether the text has a hole that a draw fills. */
  boolean any(String text) {
    Matcher matcher = HOLE.matcher(text);
    while (matcher.find()) {
      if (isHole(matcher.group(1))) {
        return true;
      }
    }
    return false;
  }

  String fill(String text) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = HOLE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String name = matcher.group(1);
      if (isHole(name)) {
        out.append(literal.apply(text.substring(end, matcher.start())));
        out.append(
            name.startsWith(ENVIRONMENT)
                ? environment.apply(name.substring(ENVIRONMENT.length()))
                : variable.apply(name));
        end = matcher.end();
      }
    }
    return out.append(literal.apply(text.substring(end))).toString();
  }

  private boolean isHole(String name) {
    return name.equals("id") || columns.contains(name) || name.startsWith(ENVIRONMENT);
  }
}
