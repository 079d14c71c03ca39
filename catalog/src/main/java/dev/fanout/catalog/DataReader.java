package dev.fanout.catalog;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes values out of a data tree and collects what is wrong with them, each with its place. */
public final class DataReader {
  public static final String WRONG_TYPE = "CATALOG_WRONG_TYPE";
  public static final String UNKNOWN_KEY = "CATALOG_UNKNOWN_KEY";
  public static final String DUPLICATE_KEY = "CATALOG_DUPLICATE_KEY";
  public static final String MISSING_KEY = "CATALOG_MISSING_KEY";
  public static final String BAD_VALUE = "CATALOG_BAD_VALUE";

  private static final int MOST_ISSUES = 100;

  private final List<Issue> issues = new ArrayList<>();
  private int dropped;

  public DataReader() {}

  /** In order of position; after the hundredth only their number. */
  public List<Issue> issues() {
    List<Issue> sorted = new ArrayList<>(issues);
    sorted.sort(
        Comparator.comparingInt(
            issue -> issue.location().map(SourceSpan::start).orElse(Integer.MAX_VALUE)));
    if (dropped > 0) {
      sorted.add(Issue.error(BAD_VALUE, "and " + dropped + " more mistakes"));
    }
    return sorted;
  }

  public boolean hasErrors() {
    return issues.stream().anyMatch(Issue::isError);
  }

  public void add(Issue issue) {
    if (issues.size() < MOST_ISSUES) {
      issues.add(issue);
    } else {
      dropped++;
    }
  }

  /** The entries of a mapping by key; unknown and repeated keys are issues. */
  public Optional<Map<String, DataNode>> mapping(
      DataNode node, String what, Collection<String> known) {
    if (!(node instanceof DataNode.Mapping mapping)) {
      wrongType(node, what, "a mapping");
      return Optional.empty();
    }
    Map<String, DataNode> entries = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (DataNode.Entry entry : mapping.entries()) {
      if (!seen.add(entry.key())) {
        add(
            Issue.error(
                DUPLICATE_KEY, entry.keySpan(), "'" + entry.key() + "' stands twice in " + what));
      } else if (known.contains(entry.key())) {
        entries.put(entry.key(), entry.value());
      } else {
        Issue issue =
            Issue.error(
                UNKNOWN_KEY, entry.keySpan(), "'" + entry.key() + "' is not a key of " + what);
        add(
            issue.withHint(
                Suggestions.closest(entry.key(), known)
                    .map(word -> "did you mean '" + word + "'?")
                    .orElseGet(() -> "known keys: " + String.join(", ", known))));
      }
    }
    return Optional.of(entries);
  }

  public Optional<List<DataNode>> list(DataNode node, String what) {
    if (node instanceof DataNode.Sequence sequence) {
      if (sequence.items().isEmpty()) {
        add(Issue.error(BAD_VALUE, node.span(), what + " is an empty list"));
        return Optional.empty();
      }
      return Optional.of(sequence.items());
    }
    wrongType(node, what, "a list");
    return Optional.empty();
  }

  /** A text; a number or a boolean must be quoted, since YAML may have changed it already. */
  public Optional<String> text(DataNode node, String what) {
    if (node instanceof DataNode.Scalar scalar) {
      switch (scalar.scalarKind()) {
        case TEXT -> {
          return Optional.of(scalar.text());
        }
        case NUMBER, BOOLEAN -> {
          add(
              Issue.error(
                      WRONG_TYPE, node.span(), what + " must be a text, and this is " + node.kind())
                  .withHint("put it in quotes: \"" + node.span().text() + "\""));
          return Optional.empty();
        }
        case NULL -> {}
      }
    }
    wrongType(node, what, "a text");
    return Optional.empty();
  }

  public Optional<Double> number(DataNode node, String what) {
    if (node instanceof DataNode.Scalar scalar
        && scalar.scalarKind() == DataNode.ScalarKind.NUMBER) {
      try {
        return Optional.of(Double.parseDouble(scalar.text()));
      } catch (NumberFormatException e) {
        add(Issue.error(BAD_VALUE, node.span(), what + " is not a decimal number"));
        return Optional.empty();
      }
    }
    wrongType(node, what, "a number");
    return Optional.empty();
  }

  public Optional<Integer> wholeNumber(DataNode node, String what, int least, int most) {
    Optional<Double> number = number(node, what);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    double value = number.get();
    if (value != Math.rint(value) || value < least || value > most) {
      add(
          Issue.error(
              BAD_VALUE,
              node.span(),
              what
                  + " "
                  + node.span().text()
                  + " is not a whole number in "
                  + least
                  + ".."
                  + most));
      return Optional.empty();
    }
    return Optional.of((int) value);
  }

  /** One of some words; anything else is an issue with a suggestion. */
  public <T> Optional<T> oneOf(DataNode node, String what, Map<String, T> words) {
    Optional<String> text = text(node, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    T found = words.get(text.get());
    if (found == null) {
      Issue issue =
          Issue.error(
              BAD_VALUE,
              node.span(),
              what + " '" + text.get() + "' is not one of " + String.join(", ", words.keySet()));
      add(
          Suggestions.closest(text.get(), words.keySet())
              .map(word -> issue.withHint("did you mean '" + word + "'?"))
              .orElse(issue));
    }
    return Optional.ofNullable(found);
  }

  /** The value of a supplier whose IllegalArgumentException is an issue at that node. */
  public <T> Optional<T> checked(DataNode node, Supplier<T> supplier) {
    try {
      return Optional.of(supplier.get());
    } catch (IllegalArgumentException e) {
      add(Issue.error(BAD_VALUE, node.span(), String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  public void missing(SourceSpan span, String what, String key) {
    int end = Math.min(span.end(), span.start() + 1);
    add(
        Issue.error(
            MISSING_KEY, span.source().span(span.start(), end), what + " has no '" + key + "'"));
  }

  private void wrongType(DataNode node, String what, String wanted) {
    SourceSpan span = node.span();
    int end = node instanceof DataNode.Scalar ? span.end() : Math.min(span.end(), span.start() + 1);
    add(
        Issue.error(
            WRONG_TYPE,
            span.source().span(span.start(), end),
            what + " must be " + wanted + ", and this is " + node.kind()));
  }
}
