package dev.fanout.artifacts.explain;

import dev.fanout.artifacts.PolicyArtifact;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyToken;
import dev.fanout.policies.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Cuts pieces of one policy document into lines, each with its place. */
final class DocumentLines {
  private final String file;
  private final ElementNode root;
  private final SourceText source;
  private final List<PolicyToken> tokens;
  private final NamedValueTexts namedValues;

  DocumentLines(PolicyArtifact artifact, NamedValueTexts namedValues) {
    this.file = artifact.file();
    this.root = artifact.document().tree().root().orElseThrow();
    this.source = artifact.document().source();
    this.tokens = artifact.document().tree().tokens();
    this.namedValues = namedValues;
  }

  ElementNode root() {
    return root;
  }

  /** The place of an offset. */
  Origin origin(int offset) {
    return new Origin(file, source.positionAt(offset).line());
  }

  /** Whether the characters are all on one line. */
  boolean isOneLine(int start, int end) {
    return source.positionAt(start).line() == source.positionAt(end).line();
  }

  /**
   * The lines of {@code start..end}. Lines after the first keep their indentation as far as it goes
   * beyond the first one's.
   *
   * @param indent of the first line
   */
  List<ExplainedLine> lines(Scope scope, int start, int end, int indent) {
    List<ExplainedLine> lines = new ArrayList<>();
    int first = source.positionAt(start).line();
    int last = source.positionAt(end).line();
    int lineStart = start - source.positionAt(start).column() + 1;
    int own = blanks(lineStart, start);
    for (int line = first; line <= last; line++) {
      String text = source.line(line);
      int lineEnd = Math.min(lineStart + text.length(), end);
      int from = line == first ? start : lineStart + blanks(lineStart, lineEnd);
      int more = line == first ? 0 : Math.max(0, columns(lineStart, from) - own(own, first));
      lines.add(line(scope, from, lineEnd, indent + more, line));
      lineStart = nextLine(lineStart + text.length());
    }
    return lines;
  }

  /** Columns of the first line's blanks, with a tab as four. */
  private int own(int blanks, int line) {
    String text = source.line(line);
    int columns = 0;
    for (int i = 0; i < blanks; i++) {
      columns += text.charAt(i) == '\t' ? 4 : 1;
    }
    return columns;
  }

  private int columns(int from, int to) {
    int columns = 0;
    for (int i = from; i < to; i++) {
      columns += source.text().charAt(i) == '\t' ? 4 : 1;
    }
    return columns;
  }

  private int blanks(int from, int to) {
    int at = from;
    while (at < to && (source.text().charAt(at) == ' ' || source.text().charAt(at) == '\t')) {
      at++;
    }
    return at - from;
  }

  private int nextLine(int lineEnd) {
    int next = lineEnd;
    if (next < source.length() && source.text().charAt(next) == '\r') {
      next++;
    }
    if (next < source.length() && source.text().charAt(next) == '\n') {
      next++;
    }
    return next;
  }

  private ExplainedLine line(Scope scope, int from, int to, int indent, int line) {
    List<Segment> segments = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (int i = tokenAt(from); i < tokens.size() && tokens.get(i).span().start() < to; i++) {
      PolicyToken token = tokens.get(i);
      int start = Math.max(from, token.span().start());
      int end = Math.min(to, token.span().end());
      if (start < end) {
        String text = source.text().substring(start, end);
        Segment segment = new Segment(kind(token.kind()), text);
        if (segment.kind() == Segment.Kind.TEXT || segment.kind() == Segment.Kind.EXPRESSION) {
          segments.addAll(namedValues.split(segment, remarks));
        } else {
          segments.add(segment);
        }
      }
    }
    return new ExplainedLine(
        scope, new Origin(file, line), indent, segments, remarks.stream().distinct().toList());
  }

  /** The token that the offset is in. */
  private int tokenAt(int offset) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tokens.get(middle).span().start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static Segment.Kind kind(TokenKind kind) {
    return switch (kind) {
      case NAME -> Segment.Kind.NAME;
      case EXPRESSION -> Segment.Kind.EXPRESSION;
      case COMMENT -> Segment.Kind.COMMENT;
      case TEXT, CDATA, ATTRIBUTE_TEXT, UNEXPECTED -> Segment.Kind.TEXT;
      default -> Segment.Kind.MARKUP;
    };
  }
}
