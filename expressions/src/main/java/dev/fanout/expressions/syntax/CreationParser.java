package dev.fanout.expressions.syntax;

import java.util.ArrayList;
import java.util.List;

/** What begins with {@code new}: objects, arrays, anonymous objects, and their initializers. */
final class CreationParser {
  private final Parser parser;

  CreationParser(Parser parser) {
    this.parser = parser;
  }

  ExpressionSyntax creation() {
    int start = parser.advance().start();
    if (parser.current().is("{")) {
      return anonymous(start);
    }
    if (parser.current().is("[")) {
      parser.advance();
      int rank = 1;
      while (parser.current().is(",")) {
        parser.advance();
        rank++;
      }
      parser.expect("]");
      ExpressionSyntax.Initializer initializer = initializer();
      return new ExpressionSyntax.NewArray(
          start, initializer.end(), null, List.of(), rank, initializer);
    }
    TypeSyntax type = parser.type();
    if (!type.arrayRanks().isEmpty()) {
      return array(start, type, List.of());
    }
    if (parser.current().is("[")) {
      return sized(start, type);
    }
    List<ExpressionSyntax.Argument> arguments = List.of();
    if (parser.current().is("(")) {
      arguments = parser.arguments("(", ")");
    } else if (!parser.current().is("{")) {
      parser.unexpected("'(', '[' or '{' behind the type");
    }
    ExpressionSyntax.Initializer initializer = parser.current().is("{") ? initializer() : null;
    return new ExpressionSyntax.New(start, parser.previousEnd(), type, arguments, initializer);
  }

  /** {@code [a, b][][,]} behind the type. */
  private ExpressionSyntax sized(int start, TypeSyntax type) {
    parser.advance();
    List<ExpressionSyntax> sizes = new ArrayList<>();
    sizes.add(parser.expression());
    while (parser.current().is(",")) {
      parser.advance();
      sizes.add(parser.expression());
    }
    parser.expect("]");
    List<Integer> ranks = new ArrayList<>();
    ranks.add(sizes.size());
    while (parser.current().is("[") && (parser.peek(1).is("]") || parser.peek(1).is(","))) {
      parser.advance();
      int rank = 1;
      while (parser.current().is(",")) {
        parser.advance();
        rank++;
      }
      parser.expect("]");
      ranks.add(rank);
    }
    return array(start, type.withRanks(parser.previousEnd(), ranks), sizes);
  }

  private ExpressionSyntax array(int start, TypeSyntax type, List<ExpressionSyntax> sizes) {
    TypeSyntax element =
        type.withRanks(type.end(), type.arrayRanks().subList(1, type.arrayRanks().size()));
    ExpressionSyntax.Initializer initializer = parser.current().is("{") ? initializer() : null;
    if (initializer == null && sizes.isEmpty()) {
      parser.unexpected("'{'");
    }
    return new ExpressionSyntax.NewArray(
        start, parser.previousEnd(), element, sizes, type.arrayRanks().get(0), initializer);
  }

  private ExpressionSyntax anonymous(int start) {
    parser.advance();
    List<ExpressionSyntax.AnonymousMember> members = new ArrayList<>();
    while (!parser.current().is("}") && parser.current().kind() != TokenKind.END) {
      String name = null;
      if (parser.current().kind() == TokenKind.IDENTIFIER && parser.peek(1).is("=")) {
        name = parser.advance().text();
        parser.advance();
      }
      members.add(new ExpressionSyntax.AnonymousMember(name, parser.expression()));
      if (!parser.current().is(",")) {
        break;
      }
      parser.advance();
    }
    parser.expect("}");
    return new ExpressionSyntax.NewAnonymous(start, parser.previousEnd(), members);
  }

  ExpressionSyntax.Initializer initializer() {
    int start = parser.current().start();
    if (!parser.enterStatement()) {
      return new ExpressionSyntax.Initializer(start, start, List.of());
    }
    try {
      parser.expect("{");
      List<ExpressionSyntax> elements = new ArrayList<>();
      while (!parser.current().is("}") && parser.current().kind() != TokenKind.END) {
        elements.add(element());
        if (!parser.current().is(",")) {
          break;
        }
        parser.advance();
      }
      parser.expect("}");
      return new ExpressionSyntax.Initializer(start, parser.previousEnd(), elements);
    } finally {
      parser.leave();
    }
  }

  private ExpressionSyntax element() {
    if (parser.current().is("{")) {
      return initializer();
    }
    if (parser.current().is("[")) {
      int start = parser.current().start();
      List<ExpressionSyntax.Argument> arguments = parser.arguments("[", "]");
      ExpressionSyntax key =
          new ExpressionSyntax.InitializerKey(start, parser.previousEnd(), arguments);
      parser.expect("=");
      return new ExpressionSyntax.Assignment(key, "=", valueOrInitializer());
    }
    if (parser.current().kind() == TokenKind.IDENTIFIER
        && parser.peek(1).is("=")
        && parser.peek(2).is("{")) {
      Token name = parser.advance();
      parser.advance();
      return new ExpressionSyntax.Assignment(
          new ExpressionSyntax.Name(name.start(), name.end(), name.text(), List.of()),
          "=",
          initializer());
    }
    return parser.expression();
  }

  private ExpressionSyntax valueOrInitializer() {
    return parser.current().is("{") ? initializer() : parser.expression();
  }
}
