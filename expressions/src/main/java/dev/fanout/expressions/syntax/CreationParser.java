package dev.fanout.expressions.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
      parser.expect("]");
      ExpressionSyntax.Initializer initializer = initializer();
      return new ExpressionSyntax.NewArray(start, initializer.end(), null, null, initializer);
    }
    TypeSyntax type = parser.type();
    if (!type.arrayRanks().isEmpty()) {
      return array(start, type, null);
    }
    if (parser.current().is("[")) {
      parser.advance();
      ExpressionSyntax size = parser.expression();
      if (parser.current().is(",")) {
        return parser.unsupported("arrays of several dimensions");
      }
      parser.expect("]");
      List<Integer> ranks = new ArrayList<>();
      while (parser.current().is("[") && parser.peek(1).is("]")) {
        parser.advance();
        parser.advance();
        ranks.add(1);
      }
      ranks.add(0, 1);
      TypeSyntax array =
          new TypeSyntax(type.start(), parser.previousEnd(), type.parts(), type.nullable(), ranks);
      return array(start, array, size);
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

  private ExpressionSyntax array(int start, TypeSyntax type, @Nullable ExpressionSyntax size) {
    if (type.arrayRanks().stream().anyMatch(rank -> rank > 1)) {
      return parser.unsupported("arrays of several dimensions");
    }
    TypeSyntax element =
        new TypeSyntax(
            type.start(),
            type.end(),
            type.parts(),
            type.nullable(),
            type.arrayRanks().subList(1, type.arrayRanks().size()));
    ExpressionSyntax.Initializer initializer = parser.current().is("{") ? initializer() : null;
    if (initializer == null && size == null) {
      parser.unexpected("'{'");
    }
    return new ExpressionSyntax.NewArray(start, parser.previousEnd(), element, size, initializer);
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
