package dev.fanout.artifacts.explain;

import dev.fanout.artifacts.NamedValueArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts named values in the place of <code>{{name}}</code>. A secret is never shown, and its length
 * neither.
 */
final class NamedValueTexts {
  /** What stands for a secret. */
  static final String MASK = "••••••";

  private static final int LONGEST_SHOWN = 200;

  private final Map<String, NamedValueArtifact> values;

  /**
   * @param values by name, in any case
   */
  NamedValueTexts(Map<String, NamedValueArtifact> values) {
    this.values = values;
  }

  /** Text, or what stands for a named value. */
  private record Piece(String text, Optional<String> name) {}

  /** The text with all values that are known; one that is not stays as it is written. */
  String resolved(String text) {
    StringBuilder out = new StringBuilder();
    pieces(text).forEach(piece -> out.append(piece.text()));
    return out.toString();
  }

  /** Whether a value is needed that is secret or not in the folder. */
  boolean needsHidden(String text) {
    return pieces(text).stream()
        .flatMap(piece -> piece.name().stream())
        .anyMatch(name -> !isShown(name));
  }

  /**
   * The segment as pieces, with its named values as segments of their own.
   *
   * @param remarks to which what was put in is added
   */
  List<Segment> split(Segment segment, List<String> remarks) {
    List<Segment> all = new ArrayList<>();
    for (Piece piece : pieces(segment.text())) {
      piece.name().ifPresent(name -> remarks.add(remark(name)));
      all.add(
          new Segment(
              piece.name().isPresent() ? Segment.Kind.NAMED_VALUE : segment.kind(), piece.text()));
    }
    return all;
  }

  private String remark(String name) {
    NamedValueArtifact value = values.get(name);
    String written = "{{" + name + "}}";
    if (value == null) {
      return written + " is not in the folder";
    }
    return value.secret()
        ? written + ", secret"
        : value.value().isPresent() ? written : written + " has no value in the folder";
  }

  private boolean isShown(String name) {
    NamedValueArtifact value = values.get(name);
    return value != null && !value.secret() && value.value().isPresent();
  }

  private String text(String name) {
    NamedValueArtifact value = values.get(name);
    if (value == null) {
      return "{{" + name + "}}";
    }
    if (value.secret()) {
      return MASK;
    }
    String text = value.value().orElse("{{" + name + "}}");
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  private List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    int open = text.indexOf("{{");
    while (open >= 0) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 2, close).strip();
      if (isName(name)) {
        if (open > from) {
          pieces.add(new Piece(text.substring(from, open), Optional.empty()));
        }
        pieces.add(new Piece(text(name), Optional.of(name)));
        from = close + 2;
        open = text.indexOf("{{", from);
      } else {
        open = text.indexOf("{{", open + 1);
      }
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), Optional.empty()));
    }
    return pieces;
  }

  /** Letters, digits, '.', '-' and '_', as the service allows; C# and JSON have other braces. */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
  }
}
