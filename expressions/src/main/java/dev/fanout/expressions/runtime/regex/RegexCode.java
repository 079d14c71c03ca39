package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Fence;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A pattern's program and groups; those of the last patterns are kept. */
record RegexCode(Program program, GroupNames groups) {
  private static final int MOST_KEPT = 512;
  private static final int LONGEST_KEPT = 4096;
  private static final Map<Key, RegexCode> KEPT = new ConcurrentHashMap<>();

  private record Key(String pattern, int options) {}

  /** Options must have been checked. */
  static RegexCode of(String pattern, int options) {
    Key key = new Key(pattern, options);
    RegexCode known = KEPT.get(key);
    if (known != null) {
      return known;
    }
    Fence.steps(pattern.length());
    RegexCode made = compile(pattern, options);
    if (pattern.length() <= LONGEST_KEPT) {
      if (KEPT.size() >= MOST_KEPT) {
        KEPT.clear();
      }
      KEPT.put(key, made);
    }
    return made;
  }

  private static RegexCode compile(String pattern, int options) {
    GroupNames groups = GroupNames.of(pattern, options);
    Node root = PatternParser.parse(pattern, options, groups);
    if ((options & Flags.NON_BACKTRACKING) != 0) {
      String construct = needsBacktracking(root);
      if (construct != null) {
        throw new ExpressionFailure(
            "System.NotSupportedException",
            "RegexOptions.NonBacktracking is not supported in conjunction with expressions"
                + " containing: '"
                + construct
                + "'.");
      }
    }
    boolean backward = (options & Flags.RIGHT_TO_LEFT) != 0;
    return new RegexCode(ProgramBuilder.build(root, groups.count(), backward), groups);
  }

  /** What an automaton cannot do; null if there is nothing of it. */
  private static @Nullable String needsBacktracking(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return first(sequence.parts());
    }
    if (node instanceof Node.Choice choice) {
      return first(choice.branches());
    }
    if (node instanceof Node.Loop loop) {
      return needsBacktracking(loop.body());
    }
    if (node instanceof Node.Capture capture) {
      return capture.popped() >= 0
          ? "balancing group (?<name1-name2>subexpression) or (?'name1-name2' subexpression)"
          : needsBacktracking(capture.body());
    }
    if (node instanceof Node.Atomic) {
      return "atomic subexpressions (?> subexpression)";
    }
    if (node instanceof Node.BackReference) {
      return "backreference (\\ number)";
    }
    if (node instanceof Node.Look look) {
      return look.negative()
          ? "negative lookahead (?! pattern) or negative lookbehind (?<! pattern)"
          : "positive lookahead (?= pattern) or positive lookbehind (?<= pattern)";
    }
    if (node instanceof Node.IfCaptured) {
      return "captured group conditional (?( name ) yes-pattern | no-pattern ) or"
          + " (?( number ) yes-pattern| no-pattern )";
    }
    if (node instanceof Node.IfLook) {
      return "test conditional (?( test-pattern ) yes-pattern | no-pattern )";
    }
    return node instanceof Node.Position position && position.anchor() == Anchor.WHERE_SEARCH_BEGAN
        ? "contiguous matches (\\G anchor)"
        : null;
  }

  private static @Nullable String first(Iterable<Node> nodes) {
    for (Node node : nodes) {
      String construct = needsBacktracking(node);
      if (construct != null) {
        return construct;
      }
    }
    return null;
  }
}
