package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Parsing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a JSONPath as Newtonsoft does. */
final class PathParser {
  static final String OPEN_INDEXER = "Path ended with open indexer.";
  static final String OPEN_QUERY = "Path ended with open query.";

  final String path;
  int at;

  private PathParser(String path) {
    this.path = path;
  }

  static List<PathFilter> parse(@Nullable String path) {
    if (path == null) {
      throw Failures.argumentNull("expression");
    }
    List<PathFilter> filters = new ArrayList<>();
    new PathParser(path).whole(filters);
    return filters;
  }

  private void whole(List<PathFilter> filters) {
    int start = at;
    skipBlanks();
    if (isEnd()) {
      return;
    }
    if (path.charAt(at) == '$') {
      if (path.length() == 1) {
        return;
      }
      // Looks behind the dollar where it stands; at the end .NET fails the same way.
      if (at + 1 >= path.length()) {
        throw new ExpressionFailure(
            "System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
      }
      char next = path.charAt(at + 1);
      if (next == '.' || next == '[') {
        at++;
        start = at;
      }
    }
    if (!steps(filters, start, false)) {
      int last = at;
      skipBlanks();
      if (!isEnd()) {
        throw JsonFailures.json("Unexpected character while parsing path: " + path.charAt(last));
      }
    }
  }

  boolean isEnd() {
    return at >= path.length();
  }

  char current() {
    return path.charAt(at);
  }

  void skipBlanks() {
    while (!isEnd() && path.charAt(at) == ' ') {
      at++;
    }
  }

  void requireMore(String otherwise) {
    if (isEnd()) {
      throw JsonFailures.json(otherwise);
    }
  }

  ExpressionFailure unexpected(String where) {
    return unexpected(where, path.charAt(at));
  }

  ExpressionFailure unexpected(String where, char c) {
    return JsonFailures.json("Unexpected character while parsing path " + where + ": " + c);
  }

  /** True if the steps reach the end of the path. */
  boolean steps(List<PathFilter> filters, int begin, boolean inQuery) {
    int start = begin;
    boolean scan = false;
    boolean afterIndexer = false;
    boolean afterDot = false;
    boolean ended = false;
    while (!isEnd() && !ended) {
      char c = current();
      switch (c) {
        case '[', '(' -> {
          if (at > start) {
            filters.add(member(path.substring(start, at), scan));
            scan = false;
          }
          filters.add(indexer(c, scan));
          scan = false;
          at++;
          start = at;
          afterIndexer = true;
          afterDot = false;
        }
        case ']', ')', ' ' -> ended = true;
        case '.' -> {
          if (at > start) {
            filters.add(member(path.substring(start, at), scan));
            scan = false;
          }
          if (at + 1 < path.length() && path.charAt(at + 1) == '.') {
            scan = true;
            at++;
          }
          at++;
          start = at;
          afterIndexer = false;
          afterDot = true;
        }
        default -> {
          if (inQuery && "=<!>|&".indexOf(c) >= 0) {
            ended = true;
          } else if (afterIndexer) {
            throw JsonFailures.json("Unexpected character following indexer: " + c);
          } else {
            at++;
          }
        }
      }
    }
    boolean atEnd = at == path.length();
    if (at > start) {
      filters.add(member(path.substring(start, at).stripTrailing(), scan));
    } else if (afterDot && (atEnd || inQuery)) {
      throw JsonFailures.json("Unexpected end while parsing path.");
    }
    return atEnd;
  }

  private static PathFilter member(String name, boolean scan) {
    String known = name.equals("*") ? null : name;
    return named(known, scan);
  }

  private static PathFilter named(@Nullable String name, boolean scan) {
    return scan
        ? new PathFilter.Scan(name == null ? null : List.of(name))
        : new PathFilter.Field(name);
  }

  private PathFilter indexer(char open, boolean scan) {
    at++;
    char close = open == '[' ? ']' : ')';
    requireMore(OPEN_INDEXER);
    skipBlanks();
    requireInside();
    return switch (current()) {
      case '\'' -> quotedNames(close, scan);
      case '?' -> query(close, scan);
      default -> positions(close);
    };
  }

  /** .NET reads behind the end of the string here. */
  private void requireInside() {
    if (isEnd()) {
      throw new ExpressionFailure(
          "System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
    }
  }

  private PathFilter query(char close, boolean scan) {
    at++;
    requireMore(OPEN_INDEXER);
    if (current() != '(') {
      throw unexpected("indexer");
    }
    at++;
    PathQuery query = new PathQueryParser(this).parse();
    at++;
    requireMore(OPEN_INDEXER);
    skipBlanks();
    requireInside();
    if (current() != close) {
      throw unexpected("indexer");
    }
    return new PathFilter.Query(query, scan);
  }

  private PathFilter quotedNames(char close, boolean scan) {
    List<String> names = new ArrayList<>();
    while (!isEnd()) {
      String name = quoted();
      skipBlanks();
      requireMore(OPEN_INDEXER);
      names.add(name);
      if (current() == close) {
        if (names.size() == 1) {
          return named(name, scan);
        }
        return scan ? new PathFilter.Scan(names) : new PathFilter.Fields(names);
      }
      if (current() != ',') {
        throw unexpected("indexer");
      }
      at++;
      skipBlanks();
    }
    throw JsonFailures.json(OPEN_INDEXER);
  }

  /** Stands on the quote, or whatever stands in its place. */
  String quoted() {
    StringBuilder text = new StringBuilder();
    at++;
    while (!isEnd()) {
      char c = current();
      at++;
      if (c == '\'') {
        return text.toString();
      }
      text.append(c == '\\' && !isEnd() ? escaped(path.charAt(at++)) : c);
    }
    throw JsonFailures.json("Path ended with an open string.");
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '\\', '"', '\'', '/' -> c;
      default -> throw JsonFailures.json("Unknown escape character: \\" + c);
    };
  }

  /** {@code [1]}, {@code [1,2]}, {@code [1:5:2]}, {@code [*]}. */
  private PathFilter positions(char close) {
    int start = at;
    int end = -1;
    List<Integer> indexes = new ArrayList<>();
    @Nullable Integer[] bounds = new Integer[3];
    int colons = 0;
    while (!isEnd()) {
      char c = current();
      if (c == ' ') {
        end = at;
        skipBlanks();
        continue;
      }
      String number = path.substring(start, end < 0 ? at : end);
      if (c == close) {
        if (colons > 0) {
          if (!number.isEmpty()) {
            bounds[Math.min(colons, 2)] = Parsing.int32(number);
          }
          return new PathFilter.Slice(bounds[0], bounds[1], bounds[2]);
        }
        int index = index(number);
        if (indexes.isEmpty()) {
          return new PathFilter.Index(index);
        }
        indexes.add(index);
        return new PathFilter.Indexes(indexes);
      } else if (c == ',') {
        indexes.add(index(number));
        start = nextNumber();
        end = -1;
      } else if (c == '*') {
        at++;
        requireMore(OPEN_INDEXER);
        skipBlanks();
        requireInside();
        if (current() != close) {
          throw unexpected("indexer", c);
        }
        return new PathFilter.Index(null);
      } else if (c == ':') {
        if (!number.isEmpty()) {
          bounds[Math.min(colons, 2)] = Parsing.int32(number);
        }
        colons++;
        start = nextNumber();
        end = -1;
      } else if ((!Character.isDigit(c) && c != '-') || end >= 0) {
        throw unexpected("indexer", c);
      } else {
        at++;
      }
    }
    throw JsonFailures.json(OPEN_INDEXER);
  }

  private int nextNumber() {
    at++;
    skipBlanks();
    return at;
  }

  private static int index(String number) {
    if (number.isEmpty()) {
      throw JsonFailures.json("Array index expected.");
    }
    return Parsing.int32(number);
  }
}
