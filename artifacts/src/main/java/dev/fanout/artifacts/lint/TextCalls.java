package dev.fanout.artifacts.lint;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.policies.lint.ExpressionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What methods of texts give, as far as it follows from what is known of their arguments. */
final class TextCalls {
  private static final Pattern HOLE = Pattern.compile("\\{\\{|\\}\\}|\\{\\s*(\\d{1,3})[^{}]*\\}");
  private static final List<KnownText> UNKNOWN = List.of(KnownText.NOTHING);

  private final ExpressionTree tree;
  private final ConstantTexts texts;

  TextCalls(ExpressionTree tree, ConstantTexts texts) {
    this.tree = tree;
    this.texts = texts;
  }

  List<KnownText> of(ExpressionSyntax.Member method, List<ExpressionSyntax> arguments, int depth) {
    String path = tree.path(method).orElse("").toLowerCase(Locale.ROOT);
    if (path.endsWith("string.concat")) {
      return concat(elements(arguments), depth);
    }
    if (path.endsWith("string.format") && !arguments.isEmpty()) {
      List<KnownText> all = new ArrayList<>();
      for (KnownText format : texts.of(arguments.get(0), depth + 1)) {
        all.addAll(format(format, elements(arguments.subList(1, arguments.size())), depth));
      }
      return KnownText.bounded(all);
    }
    if (path.endsWith("string.join") && arguments.size() > 1) {
      return join(arguments.get(0), arguments.subList(1, arguments.size()), depth);
    }
    List<KnownText> target = texts.of(method.target(), depth + 1);
    return switch (method.name()) {
      case "ToString" -> target;
      case "Append" ->
          arguments.size() == 1
              ? KnownText.join(target, texts.of(arguments.get(0), depth + 1))
              : UNKNOWN;
      case "Trim" -> each(target, text -> trimmed(text, true, true));
      case "TrimStart" -> each(target, text -> trimmed(text, true, false));
      case "TrimEnd" -> each(target, text -> trimmed(text, false, true));
      case "ToLower", "ToLowerInvariant" -> each(target, text -> cased(text, false));
      case "ToUpper", "ToUpperInvariant" -> each(target, text -> cased(text, true));
      case "Replace" -> replaced(target, arguments);
      default -> UNKNOWN;
    };
  }

  /** One text behind the other. */
  List<KnownText> concat(List<ExpressionSyntax> parts, int depth) {
    List<KnownText> known = List.of(KnownText.of(""));
    for (ExpressionSyntax part : parts) {
      known = KnownText.join(known, texts.of(part, depth + 1));
    }
    return known;
  }

  private List<KnownText> join(
      ExpressionSyntax separator, List<ExpressionSyntax> arguments, int depth) {
    List<ExpressionSyntax> parts = elements(arguments);
    if (arguments.size() == 1 && !(arguments.get(0) instanceof ExpressionSyntax.NewArray)) {
      return UNKNOWN;
    }
    List<KnownText> known = List.of(KnownText.of(""));
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        known = KnownText.join(known, texts.of(separator, depth + 1));
      }
      known = KnownText.join(known, texts.of(parts.get(i), depth + 1));
    }
    return known;
  }

  private List<KnownText> format(KnownText format, List<ExpressionSyntax> values, int depth) {
    List<KnownText> known = List.of(KnownText.of(""));
    Matcher hole = HOLE.matcher(format.text());
    int from = 0;
    while (hole.find()) {
      known = KnownText.join(known, List.of(KnownText.of(text(format, from, hole.start()))));
      known = KnownText.join(known, value(hole, values, depth));
      from = hole.end();
    }
    String rest = text(format, from, format.text().length());
    return KnownText.join(known, List.of(new KnownText(rest, format.complete())));
  }

  private List<KnownText> value(Matcher hole, List<ExpressionSyntax> values, int depth) {
    if (hole.group(1) == null) {
      return List.of(KnownText.of(hole.group().substring(1)));
    }
    int index = Integer.parseInt(hole.group(1));
    return index < values.size() ? texts.of(values.get(index), depth + 1) : UNKNOWN;
  }

  private static String text(KnownText of, int from, int to) {
    return of.text().substring(from, to);
  }

  /** The elements of the one array that is given, or what is given. */
  private static List<ExpressionSyntax> elements(List<ExpressionSyntax> arguments) {
    return arguments.size() == 1
            && arguments.get(0) instanceof ExpressionSyntax.NewArray array
            && array.initializer() != null
        ? array.initializer().elements()
        : arguments;
  }

  private static List<KnownText> each(List<KnownText> texts, UnaryOperator<KnownText> change) {
    return texts.stream().map(change).toList();
  }

  /** What policies trim is a slash. */
  private static KnownText trimmed(KnownText known, boolean start, boolean end) {
    String text = known.text();
    if (start) {
      text = text.replaceFirst("^/+", "");
    }
    if (end && known.complete()) {
      text = text.replaceFirst("/+$", "");
    }
    return new KnownText(text, known.complete());
  }

  private static KnownText cased(KnownText known, boolean upper) {
    String text = known.text();
    return new KnownText(
        upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT), known.complete());
  }

  private static List<KnownText> replaced(
      List<KnownText> target, List<ExpressionSyntax> arguments) {
    Optional<String> from = arguments.size() == 2 ? literal(arguments.get(0)) : Optional.empty();
    Optional<String> to = arguments.size() == 2 ? literal(arguments.get(1)) : Optional.empty();
    if (from.isEmpty() || from.get().isEmpty() || to.isEmpty()) {
      return UNKNOWN;
    }
    return each(
        target,
        known ->
            known.complete() || from.get().length() == 1
                ? new KnownText(known.text().replace(from.get(), to.get()), known.complete())
                : KnownText.NOTHING);
  }

  private static Optional<String> literal(ExpressionSyntax node) {
    return node instanceof ExpressionSyntax.Literal literal
            && (literal.value() instanceof String || literal.value() instanceof Character)
        ? Optional.of(String.valueOf(literal.value()))
        : Optional.empty();
  }
}
