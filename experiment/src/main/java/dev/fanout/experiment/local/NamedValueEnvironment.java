package dev.fanout.experiment.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values for named values in environment variables, {@code FANOUT_NAMED_VALUE_1=name=value}: every
 * user of a machine can read a command line, only its owner the environment of a process. What
 * follows the prefix is free.
 */
public final class NamedValueEnvironment {
  public static final String PREFIX = "FANOUT_NAMED_VALUE_";

  private NamedValueEnvironment() {}

  /**
   * Value by name, in order of the variables.
   *
   * @throws IllegalArgumentException a variable with our prefix is not {@code name=value}; the
   *     message has the variable and not what it holds
   */
  public static Map<String, String> read(Map<String, String> environment) {
    Map<String, String> values = new LinkedHashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (variable, text) -> {
              if (variable.startsWith(PREFIX)) {
                int equals = text.indexOf('=');
                if (equals < 1) {
                  throw new IllegalArgumentException(
                      "the environment variable " + variable + " is not NAME=VALUE");
                }
                values.put(text.substring(0, equals), text.substring(equals + 1));
              }
            });
    return values;
  }

  /** Puts these values, and no others, into the environment of a process to come. */
  static void write(Map<String, String> values, Map<String, String> environment) {
    environment.keySet().removeIf(variable -> variable.startsWith(PREFIX));
    int number = 1;
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      environment.put(PREFIX + number++, value.getKey() + "=" + value.getValue());
    }
  }
}
