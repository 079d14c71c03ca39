package dev.fanout.cli;

import dev.fanout.experiment.local.NamedValueEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Values for named values that an artifact folder does not hold, such as secrets. A mixin. */
final class NamedValueOption {
  private static final String NAME = "--named-value";
  private static final String HIDDEN = "(secret)";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = NAME,
      paramLabel = "NAME=VALUE",
      description =
          "For a named value that the folder does not hold, such as a secret; may be repeated. Also"
              + " as a variable FANOUT_NAMED_VALUE_1=NAME=VALUE, which no other user can read.")
  private List<String> given = new ArrayList<>();

  NamedValueOption() {}

  /** Value by name; an option comes before a variable. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      values.putAll(NamedValueEnvironment.read(System.getenv()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    for (String text : given) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new ParameterException(spec.commandLine(), NAME + " takes NAME=VALUE");
      }
      values.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return values;
  }

  /** The words of a command line without the values. */
  static List<String> hidden(List<String> words) {
    List<String> shown = new ArrayList<>();
    boolean value = false;
    for (String word : words) {
      if (value) {
        shown.add(withoutValue(word));
      } else if (word.startsWith(NAME + "=")) {
        shown.add(NAME + "=" + withoutValue(word.substring(NAME.length() + 1)));
      } else {
        shown.add(word);
      }
      value = !value && word.equals(NAME);
    }
    return shown;
  }

  private static String withoutValue(String text) {
    int equals = text.indexOf('=');
    return equals < 1 ? HIDDEN : text.substring(0, equals + 1) + HIDDEN;
  }
}
