package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.ExpressionFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parses a pattern of .NET's dialect; what it refuses, it refuses with .NET's text and offset. */
final class PatternParser {
  private final PatternCursor cursor;
  private final GroupNames groups;
  private final Deque<OpenGroup> open = new ArrayDeque<>();
  private OpenGroup group;
  private int nextNumber = 1;
  private boolean ignoreNext;

  private PatternParser(String pattern, int options, GroupNames groups) {
    this.cursor = new PatternCursor(pattern, options);
    this.groups = groups;
    this.group = opened(OpenGroup.Kind.PLAIN, -1, -1, options);
  }

  /** The tree of what stands in the pattern, without the capture of the whole match. */
  static Node parse(String pattern, int options, GroupNames groups) {
    return new PatternParser(pattern, options, groups).parse();
  }

  private OpenGroup opened(OpenGroup.Kind kind, int slot, int popped, int outerOptions) {
    return new OpenGroup(kind, slot, popped, outerOptions, cursor.has(Flags.RIGHT_TO_LEFT));
  }

  private Node parse() {
    boolean afterQuantifier = false;
    while (true) {
      cursor.skipBlanks();
      char last = readText();
      if (last != '\0') {
        afterQuantifier = false;
      }
      cursor.skipBlanks();
      if (cursor.atEnd()) {
        break;
      }
      char c = cursor.peek();
      if (!cursor.isSpecial(c) || (c == '{' && !cursor.isAtQuantifier())) {
        // Blanks ended the text.
        continue;
      }
      if (cursor.isAtQuantifier()) {
        if (group.unit() == null) {
          cursor.at++;
          throw cursor.failure(
              afterQuantifier
                  ? "Nested quantifier '" + c + "'."
                  : "Quantifier '" + c + "' following nothing.");
        }
      } else {
        cursor.at++;
        if (!readSpecial(c)) {
          afterQuantifier = false;
          continue;
        }
      }
      afterQuantifier = quantify();
    }
    return finished();
  }

  private Node finished() {
    if (!open.isEmpty()) {
      throw cursor.failure("Not enough )'s.");
    }
    group.nextBranch();
    return group.node();
  }

  /**
   * Reads characters that stand for themselves. The last one, if a quantifier follows, becomes the
   * unit; {@code \0} if there was none.
   */
  private char readText() {
    int start = cursor.at;
    boolean layout = cursor.has(Flags.IGNORE_WHITESPACE);
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      boolean stops =
          cursor.isSpecial(c)
              ? c != '{' || cursor.isAtQuantifier()
              : layout && PatternCursor.isBlank(c);
      if (stops) {
        break;
      }
      cursor.at++;
    }
    int end = cursor.at;
    if (start == end) {
      return '\0';
    }
    cursor.skipBlanks();
    boolean quantified = cursor.isAtQuantifier();
    for (int i = start; i < end - (quantified ? 1 : 0); i++) {
      group.add(EscapeReader.character(cursor, cursor.pattern.charAt(i)));
    }
    if (quantified) {
      group.setUnit(EscapeReader.character(cursor, cursor.pattern.charAt(end - 1)));
    }
    return 'x';
  }

  /** Reads what a special character begins; true if a unit stands behind it. */
  private boolean readSpecial(char c) {
    boolean backward = cursor.has(Flags.RIGHT_TO_LEFT);
    switch (c) {
      case '[' -> group.setUnit(new Node.One(new CharClassReader(cursor).read(), backward));
      case '(' -> {
        openGroup();
        return false;
      }
      case ')' -> {
        closeGroup();
        return group.unit() != null;
      }
      case '|' -> {
        group.nextBranch();
        return false;
      }
      case '\\' -> {
        if (cursor.atEnd()) {
          throw cursor.failure("Illegal \\ at end of pattern.");
        }
        group.setUnit(new EscapeReader(cursor, groups).read());
      }
      case '^' ->
          group.setUnit(
              new Node.Position(cursor.has(Flags.MULTILINE) ? Anchor.LINE_START : Anchor.START));
      case '$' ->
          group.setUnit(
              new Node.Position(
                  cursor.has(Flags.MULTILINE) ? Anchor.LINE_END : Anchor.END_OR_LAST_NEWLINE));
      default -> {
        CharSet set = cursor.has(Flags.SINGLELINE) ? CharSet.any() : CharSet.anyBut('\n');
        group.setUnit(new Node.One(set, backward));
      }
    }
    return true;
  }

  /** Adds the unit, repeated if a quantifier follows; true if one did. */
  private boolean quantify() {
    Node unit = Objects.requireNonNull(group.unit());
    group.setUnit(null);
    cursor.skipBlanks();
    if (!cursor.isAtQuantifier()) {
      group.add(unit);
      return false;
    }
    int least = 0;
    int most = Integer.MAX_VALUE;
    switch (cursor.pattern.charAt(cursor.at++)) {
      case '*' -> {}
      case '+' -> least = 1;
      case '?' -> most = 1;
      default -> {
        least = cursor.readDecimal();
        most = least;
        if (cursor.take(',')) {
          most = cursor.isAt('}') ? Integer.MAX_VALUE : cursor.readDecimal();
        }
        cursor.at++;
      }
    }
    cursor.skipBlanks();
    boolean lazy = cursor.take('?');
    if (least > most) {
      throw cursor.failure("Illegal {x,y} with x > y.");
    }
    group.add(least == 1 && most == 1 ? unit : new Node.Loop(unit, least, most, lazy));
    return true;
  }

  private void openGroup() {
    int outerOptions = cursor.options;
    OpenGroup inner = readOpening(outerOptions);
    if (inner == null) {
      return;
    }
    if (open.size() >= PatternDepth.MOST) {
      throw PatternDepth.exceeded();
    }
    open.push(group);
    group = inner;
  }

  private void closeGroup() {
    if (open.isEmpty()) {
      throw cursor.failure("Too many )'s.");
    }
    OpenGroup closed = group;
    closed.nextBranch();
    boolean conditional =
        closed.kind == OpenGroup.Kind.IF_LOOK || closed.kind == OpenGroup.Kind.IF_CAPTURED;
    if (conditional && closed.branches() > 2) {
      throw cursor.failure("Too many | in (?()|).");
    }
    if (closed.awaitsCondition()) {
      throw cursor.failure("Illegal conditional (?(...)) expression.");
    }
    group = open.pop();
    cursor.options = closed.outerOptions;
    if (group.awaitsCondition()) {
      group.setCondition(closed.node());
    } else {
      group.setUnit(closed.node());
    }
  }

  /** Reads what follows a parenthesis; null if it only set options. */
  private @Nullable OpenGroup readOpening(int outerOptions) {
    if (!cursor.isAt('?') || cursor.peek(1) == ')') {
      if (cursor.has(Flags.EXPLICIT_CAPTURE) || ignoreNext) {
        ignoreNext = false;
        return opened(OpenGroup.Kind.PLAIN, -1, -1, outerOptions);
      }
      return opened(OpenGroup.Kind.CAPTURE, groups.slot(nextNumber++), -1, outerOptions);
    }
    cursor.at++;
    ignoreNext = false;
    if (cursor.atEnd()) {
      throw unrecognized();
    }
    char c = cursor.pattern.charAt(cursor.at++);
    switch (c) {
      case ':':
        return opened(OpenGroup.Kind.PLAIN, -1, -1, outerOptions);
      case '>':
        return opened(OpenGroup.Kind.ATOMIC, -1, -1, outerOptions);
      case '=':
      case '!':
        return look(c, false, outerOptions);
      case '\'':
      case '<':
        if (cursor.atEnd()) {
          throw unrecognized();
        }
        char next = cursor.peek();
        if (next == '=' || next == '!') {
          cursor.at++;
          if (c == '\'') {
            throw unrecognized();
          }
          return look(next, true, outerOptions);
        }
        return named(c == '<' ? '>' : c, outerOptions);
      case '(':
        return condition(outerOptions);
      default:
        cursor.at--;
        return optioned(outerOptions);
    }
  }

  private OpenGroup look(char mark, boolean behind, int outerOptions) {
    cursor.options =
        behind ? cursor.options | Flags.RIGHT_TO_LEFT : cursor.options & ~Flags.RIGHT_TO_LEFT;
    return opened(
        mark == '=' ? OpenGroup.Kind.LOOK : OpenGroup.Kind.NEGATIVE_LOOK, -1, -1, outerOptions);
  }

  private @Nullable OpenGroup optioned(int outerOptions) {
    // Nothing that stands directly in a conditional can set options.
    if (group.kind != OpenGroup.Kind.IF_LOOK) {
      cursor.readOptions();
    }
    if (cursor.atEnd()) {
      throw unrecognized();
    }
    char c = cursor.pattern.charAt(cursor.at++);
    if (c == ')') {
      return null;
    }
    if (c != ':') {
      throw unrecognized();
    }
    return opened(OpenGroup.Kind.PLAIN, -1, -1, outerOptions);
  }

  private OpenGroup named(char close, int outerOptions) {
    int slot = -1;
    char c = cursor.peek();
    if (PatternCursor.isDigit(c)) {
      int number = cursor.readDecimal();
      slot = groups.slot(number);
      checkNameEnd(close, true);
      if (number == 0) {
        throw cursor.failure("Capture number cannot be zero.");
      }
    } else if (cursor.isAtWord()) {
      Integer number = groups.numberOfName(cursor.readName());
      slot = number == null ? -1 : groups.slot(number);
      checkNameEnd(close, true);
    } else if (c != '-') {
      throw invalidName();
    }
    int popped = -1;
    if ((slot != -1 || c == '-') && cursor.at + 1 < cursor.pattern.length() && cursor.take('-')) {
      popped = readPopped(close);
    }
    if ((slot == -1 && popped == -1) || !cursor.take(close)) {
      cursor.at = Math.min(cursor.at + 1, cursor.pattern.length());
      throw unrecognized();
    }
    return opened(OpenGroup.Kind.CAPTURE, slot, popped, outerOptions);
  }

  private int readPopped(char close) {
    if (PatternCursor.isDigit(cursor.peek())) {
      int number = cursor.readDecimal();
      if (!groups.hasNumber(number)) {
        throw cursor.failure("Reference to undefined group number " + number + ".");
      }
      checkNameEnd(close, false);
      return groups.slot(number);
    }
    if (!cursor.isAtWord()) {
      throw invalidName();
    }
    String name = cursor.readName();
    Integer number = groups.numberOfName(name);
    if (number == null) {
      throw cursor.failure("Reference to undefined group name '" + name + "'.");
    }
    checkNameEnd(close, false);
    return groups.slot(number);
  }

  private void checkNameEnd(char close, boolean mayPop) {
    if (!cursor.atEnd() && !cursor.isAt(close) && !(mayPop && cursor.isAt('-'))) {
      throw invalidName();
    }
  }

  private OpenGroup condition(int outerOptions) {
    int start = cursor.at;
    if (PatternCursor.isDigit(cursor.peek())) {
      int number = cursor.readDecimal();
      if (!cursor.take(')')) {
        throw cursor.failure(
            "Conditional alternation is missing a closing parenthesis after the group number "
                + number
                + ".");
      }
      if (!groups.hasNumber(number)) {
        throw cursor.failure(
            "Conditional alternation refers to an undefined group number " + number + ".");
      }
      return opened(OpenGroup.Kind.IF_CAPTURED, groups.slot(number), -1, outerOptions);
    }
    if (cursor.isAtWord()) {
      Integer number = groups.numberOfName(cursor.readName());
      if (number != null && cursor.take(')')) {
        return opened(OpenGroup.Kind.IF_CAPTURED, groups.slot(number), -1, outerOptions);
      }
    }
    cursor.at = start - 1;
    ignoreNext = true;
    if (cursor.peek(1) == '?') {
      char mark = cursor.peek(2);
      if (mark == '#') {
        throw cursor.failure("Alternation conditions cannot be comments.");
      }
      char next = cursor.peek(3);
      if (mark == '\'' || (mark == '<' && next != '\0' && next != '!' && next != '=')) {
        throw cursor.failure("Alternation conditions do not capture and cannot be named.");
      }
    }
    return opened(OpenGroup.Kind.IF_LOOK, -1, -1, outerOptions);
  }

  private ExpressionFailure unrecognized() {
    return cursor.failure("Unrecognized grouping construct.");
  }

  private ExpressionFailure invalidName() {
    return cursor.failure("Invalid group name: Group names must begin with a word character.");
  }
}
