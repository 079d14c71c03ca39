package dev.fanout.policies.eval;

import dev.fanout.policies.eval.Vector.Expected;
import java.util.Optional;

/** Outcomes in one line. */
final class Words {
  private Words() {}

  static String of(Expected expected) {
    if (expected instanceof Expected.Value value) {
      return of(value.type(), value.value(), value.json(), value.text());
    }
    if (expected instanceof Expected.Throws thrown) {
      return "throws "
          + thrown.typeName()
          + (thrown.whenRead() ? " when it is read: " : ": ")
          + thrown.message();
    }
    if (expected instanceof Expected.Refused refused) {
      return (refused.forbidden() ? "forbidden " : "does not compile ") + refused.reason();
    }
    return expected instanceof Expected.Compiles ? "compiles" : "compiles or not";
  }

  static String of(ShownValue shown) {
    return of(shown.type(), shown.value(), shown.json(), shown.text());
  }

  private static String of(
      Optional<String> type, Optional<String> value, Optional<String> json, Optional<String> text) {
    StringBuilder words = new StringBuilder(type.orElse("null"));
    value.ifPresent(line -> words.append(' ').append(Quoted.of(line)));
    json.ifPresent(line -> words.append(" json ").append(line));
    text.filter(line -> !value.equals(Optional.of(line)))
        .ifPresent(line -> words.append(" text ").append(Quoted.of(line)));
    return words.toString();
  }

  /** Of something that is no outcome. */
  static String ofBug(Throwable thrown) {
    return "a bug: " + thrown + (thrown.getCause() == null ? "" : ", because " + thrown.getCause());
  }
}
