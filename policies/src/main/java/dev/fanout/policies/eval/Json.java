package dev.fanout.policies.eval;

import dev.fanout.diagnostics.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value and its place; numbers keep their text. */
sealed interface Json {
  SourceSpan span();

  /** For messages: "a text", say. */
  String kind();

  record Text(String value, SourceSpan span) implements Json {
    @Override
    public String kind() {
      return "a text";
    }
  }

  record Number(String digits, SourceSpan span) implements Json {
    @Override
    public String kind() {
      return "a number";
    }

    boolean isInteger() {
      return digits.matches("-?[0-9]+");
    }
  }

  record Flag(boolean value, SourceSpan span) implements Json {
    @Override
    public String kind() {
      return value ? "true" : "false";
    }
  }

  record Null(SourceSpan span) implements Json {
    @Override
    public String kind() {
      return "null";
    }
  }

  record Items(List<Json> items, SourceSpan span) implements Json {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "an array";
    }
  }

  /** Members in the order of the document, by name. */
  record Members(Map<String, Member> members, SourceSpan span) implements Json {
    public Members {
      members = new LinkedHashMap<>(members);
    }

    @Override
    public String kind() {
      return "an object";
    }
  }

  record Member(SourceSpan name, Json value) {}
}
