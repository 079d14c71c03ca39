package dev.fanout.expressions.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Query expressions (ECMA-334 12.20), whose words are keywords here only. */
final class QueryParser {
  private final Parser parser;

  QueryParser(Parser parser) {
    this.parser = parser;
  }

  ExpressionSyntax query() {
    int start = parser.current().start();
    List<QuerySyntax> clauses = new ArrayList<>();
    clauses.add(from());
    while (true) {
      QuerySyntax clause = clause();
      if (clause == null) {
        parser.unexpected("'select' or 'group'");
        return new ExpressionSyntax.Invalid(start, parser.previousEnd());
      }
      clauses.add(clause);
      if (clause instanceof QuerySyntax.Select || clause instanceof QuerySyntax.Group) {
        if (!parser.current().isWord("into")) {
          return new ExpressionSyntax.Query(start, parser.previousEnd(), clauses);
        }
        int at = parser.advance().start();
        Token name = parser.identifier();
        clauses.add(new QuerySyntax.Into(at, name.end(), name.text(), name.start()));
      }
    }
  }

  private @Nullable QuerySyntax clause() {
    Token word = parser.current();
    int start = word.start();
    if (word.isWord("from")) {
      return from();
    }
    if (word.isWord("let")) {
      parser.advance();
      Token name = parser.identifier();
      parser.expect("=");
      ExpressionSyntax value = parser.expression();
      return new QuerySyntax.Let(start, parser.previousEnd(), name.text(), name.start(), value);
    }
    if (word.isWord("where")) {
      parser.advance();
      ExpressionSyntax condition = parser.expression();
      return new QuerySyntax.Where(start, parser.previousEnd(), condition);
    }
    if (word.isWord("join")) {
      return join();
    }
    if (word.isWord("orderby")) {
      return orderBy();
    }
    if (word.isWord("select")) {
      parser.advance();
      ExpressionSyntax value = parser.expression();
      return new QuerySyntax.Select(start, parser.previousEnd(), value);
    }
    if (word.isWord("group")) {
      parser.advance();
      ExpressionSyntax element = parser.expression();
      expectWord("by");
      ExpressionSyntax key = parser.expression();
      return new QuerySyntax.Group(start, parser.previousEnd(), element, key);
    }
    return null;
  }

  private QuerySyntax.From from() {
    int start = parser.advance().start();
    TypeSyntax type = typeBeforeName();
    Token name = parser.identifier();
    parser.expect("in");
    ExpressionSyntax source = parser.expression();
    return new QuerySyntax.From(
        start, parser.previousEnd(), type, name.text(), name.start(), source);
  }

  private @Nullable TypeSyntax typeBeforeName() {
    return parser.peek(1).is("in") ? null : parser.type();
  }

  private QuerySyntax join() {
    int start = parser.advance().start();
    TypeSyntax type = typeBeforeName();
    Token name = parser.identifier();
    parser.expect("in");
    ExpressionSyntax source = parser.expression();
    expectWord("on");
    ExpressionSyntax left = parser.expression();
    expectWord("equals");
    ExpressionSyntax right = parser.expression();
    String group = null;
    if (parser.current().isWord("into")) {
      parser.advance();
      group = parser.identifier().text();
    }
    return new QuerySyntax.Join(
        start, parser.previousEnd(), type, name.text(), name.start(), source, left, right, group);
  }

  private QuerySyntax orderBy() {
    int start = parser.advance().start();
    List<QuerySyntax.Ordering> orderings = new ArrayList<>();
    do {
      if (!orderings.isEmpty()) {
        parser.advance();
      }
      ExpressionSyntax key = parser.expression();
      boolean descending = parser.current().isWord("descending");
      if (descending || parser.current().isWord("ascending")) {
        parser.advance();
      }
      orderings.add(new QuerySyntax.Ordering(key, descending));
    } while (parser.current().is(","));
    return new QuerySyntax.OrderBy(start, parser.previousEnd(), orderings);
  }

  private void expectWord(String word) {
    if (parser.current().isWord(word)) {
      parser.advance();
    } else {
      parser.unexpected("'" + word + "'");
    }
  }
}
