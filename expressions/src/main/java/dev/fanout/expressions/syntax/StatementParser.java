package dev.fanout.expressions.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements of C# 7.3, on the tokens of a {@link Parser}. */
final class StatementParser {
  private final Parser parser;

  StatementParser(Parser parser) {
    this.parser = parser;
  }

  StatementSyntax statement() {
    int start = parser.current().start();
    if (!parser.enterStatement()) {
      return new StatementSyntax.Empty(start, start);
    }
    try {
      return unboundedStatement();
    } finally {
      parser.leave();
    }
  }

  StatementSyntax.Block block() {
    int start = parser.current().start();
    parser.expect("{");
    List<StatementSyntax> statements = statementsUntil("}");
    parser.expect("}");
    return new StatementSyntax.Block(start, parser.previousEnd(), statements);
  }

  private List<StatementSyntax> statementsUntil(String... ends) {
    List<StatementSyntax> statements = new ArrayList<>();
    while (parser.current().kind() != TokenKind.END && !parser.current().is("}")) {
      for (String end : ends) {
        if (parser.current().is(end)) {
          return statements;
        }
      }
      int before = parser.position();
      statements.add(statement());
      if (parser.position() == before) {
        parser.unexpected("a statement");
        parser.advance();
      }
    }
    return statements;
  }

  private StatementSyntax unboundedStatement() {
    Token token = parser.current();
    int start = token.start();
    if (token.is("{")) {
      return block();
    }
    if (token.is(";")) {
      parser.advance();
      return new StatementSyntax.Empty(start, token.end());
    }
    if (token.kind() == TokenKind.KEYWORD) {
      switch (token.text()) {
        case "if" -> {
          return ifStatement();
        }
        case "while" -> {
          parser.advance();
          ExpressionSyntax condition = condition();
          StatementSyntax body = statement();
          return new StatementSyntax.While(start, parser.previousEnd(), condition, body);
        }
        case "do" -> {
          parser.advance();
          StatementSyntax body = statement();
          parser.expect("while");
          ExpressionSyntax condition = condition();
          parser.expect(";");
          return new StatementSyntax.Do(start, parser.previousEnd(), body, condition);
        }
        case "for" -> {
          return forStatement();
        }
        case "foreach" -> {
          return forEachStatement();
        }
        case "return" -> {
          parser.advance();
          ExpressionSyntax value = parser.current().is(";") ? null : parser.expression();
          parser.expect(";");
          return new StatementSyntax.Return(start, parser.previousEnd(), value);
        }
        case "break" -> {
          parser.advance();
          parser.expect(";");
          return new StatementSyntax.Break(start, parser.previousEnd());
        }
        case "continue" -> {
          parser.advance();
          parser.expect(";");
          return new StatementSyntax.Continue(start, parser.previousEnd());
        }
        case "throw" -> {
          parser.advance();
          ExpressionSyntax value = parser.current().is(";") ? null : parser.expression();
          parser.expect(";");
          return new StatementSyntax.Throw(start, parser.previousEnd(), value);
        }
        case "try" -> {
          return tryStatement();
        }
        case "switch" -> {
          return switchStatement();
        }
        case "using" -> {
          return usingStatement();
        }
        case "const" -> {
          parser.advance();
          return declaration(start, parser.type(), true);
        }
        case "goto" -> {
          return gotoStatement();
        }
        case "lock" -> {
          parser.advance();
          ExpressionSyntax value = condition();
          StatementSyntax body = statement();
          return new StatementSyntax.Lock(start, parser.previousEnd(), value, body);
        }
        case "checked", "unchecked" -> {
          if (parser.peek(1).is("{")) {
            parser.advance();
            StatementSyntax.Block body = block();
            return new StatementSyntax.Checked(
                start, parser.previousEnd(), token.is("checked"), body);
          }
        }
        case "unsafe", "fixed", "stackalloc" -> {
          parser.refuse("'" + token.text() + "' is not for policy expressions (CS0227)");
          return new StatementSyntax.Empty(start, token.end());
        }
        default -> {}
      }
    }
    if (token.kind() == TokenKind.IDENTIFIER && parser.peek(1).is(":")) {
      parser.advance();
      parser.advance();
      StatementSyntax labeled = statement();
      return new StatementSyntax.Labeled(
          start, parser.previousEnd(), token.text(), token.end(), labeled);
    }
    if (token.isWord("yield") && (parser.peek(1).is("return") || parser.peek(1).is("break"))) {
      parser.refuse("an expression is no iterator (CS1624)");
      return new StatementSyntax.Empty(start, token.end());
    }
    StatementSyntax declared = tryDeclaration();
    if (declared != null) {
      return declared;
    }
    ExpressionSyntax apart = tryDeconstruction();
    ExpressionSyntax expression = apart == null ? parser.expression() : apart;
    parser.expect(";");
    return new StatementSyntax.Expression(start, parser.previousEnd(), expression);
  }

  private StatementSyntax gotoStatement() {
    int start = parser.advance().start();
    if (parser.current().is("case") || parser.current().is("default")) {
      boolean isCase = parser.advance().is("case");
      ExpressionSyntax value = isCase ? parser.expression() : null;
      parser.expect(";");
      return new StatementSyntax.GotoCase(start, parser.previousEnd(), value);
    }
    Token name = parser.identifier();
    parser.expect(";");
    return new StatementSyntax.Goto(start, parser.previousEnd(), name.text());
  }

  /** {@code var (a, b) = value}; null, and nothing taken, for anything else. */
  private @Nullable ExpressionSyntax tryDeconstruction() {
    if (!parser.current().isWord("var") || !parser.peek(1).is("(")) {
      return null;
    }
    int before = parser.position();
    ExpressionSyntax names = parser.tryDesignation();
    if (names == null || !parser.current().is("=")) {
      parser.backTo(before);
      return null;
    }
    parser.advance();
    return new ExpressionSyntax.Assignment(names, "=", parser.expression());
  }

  private ExpressionSyntax condition() {
    parser.expect("(");
    ExpressionSyntax condition = parser.expression();
    parser.expect(")");
    return condition;
  }

  private StatementSyntax ifStatement() {
    int start = parser.advance().start();
    ExpressionSyntax condition = condition();
    StatementSyntax then = statement();
    StatementSyntax otherwise = null;
    if (parser.current().is("else")) {
      parser.advance();
      otherwise = statement();
    }
    return new StatementSyntax.If(start, parser.previousEnd(), condition, then, otherwise);
  }

  private StatementSyntax forStatement() {
    int start = parser.advance().start();
    parser.expect("(");
    List<StatementSyntax> initializers = new ArrayList<>();
    if (!parser.current().is(";")) {
      StatementSyntax declared = tryDeclaration();
      ExpressionSyntax apart = declared == null ? tryDeconstruction() : null;
      if (declared != null) {
        initializers.add(declared);
      } else if (apart != null) {
        initializers.add(new StatementSyntax.Expression(apart.start(), apart.end(), apart));
        parser.expect(";");
      } else {
        for (ExpressionSyntax expression : expressionsUntil(";")) {
          initializers.add(
              new StatementSyntax.Expression(expression.start(), expression.end(), expression));
        }
        parser.expect(";");
      }
    } else {
      parser.advance();
    }
    ExpressionSyntax condition = parser.current().is(";") ? null : parser.expression();
    parser.expect(";");
    List<ExpressionSyntax> steps = expressionsUntil(")");
    parser.expect(")");
    StatementSyntax body = statement();
    return new StatementSyntax.For(
        start, parser.previousEnd(), initializers, condition, steps, body);
  }

  private List<ExpressionSyntax> expressionsUntil(String end) {
    List<ExpressionSyntax> expressions = new ArrayList<>();
    while (!parser.current().is(end) && parser.current().kind() != TokenKind.END) {
      expressions.add(parser.expression());
      if (!parser.current().is(",")) {
        break;
      }
      parser.advance();
    }
    return expressions;
  }

  private StatementSyntax forEachStatement() {
    int start = parser.advance().start();
    parser.expect("(");
    ExpressionSyntax names = parser.tryForEachNames();
    if (names != null) {
      return forEachTuple(start, names);
    }
    TypeSyntax type = parser.type();
    Token name = parser.identifier();
    parser.expect("in");
    ExpressionSyntax collection = parser.expression();
    parser.expect(")");
    StatementSyntax body = statement();
    return new StatementSyntax.ForEach(
        start, parser.previousEnd(), type, name.text(), name.start(), collection, body);
  }

  /** {@code foreach (var (a, b) in …)}: a variable without a name, taken apart first. */
  private StatementSyntax forEachTuple(int start, ExpressionSyntax names) {
    parser.expect("in");
    ExpressionSyntax collection = parser.expression();
    parser.expect(")");
    String name = "<item" + start + ">";
    int at = names.start();
    ExpressionSyntax item = new ExpressionSyntax.Name(at, names.end(), name, List.of());
    StatementSyntax apart =
        new StatementSyntax.Expression(
            at, names.end(), new ExpressionSyntax.Assignment(names, "=", item));
    StatementSyntax body = statement();
    StatementSyntax block =
        new StatementSyntax.Block(body.start(), body.end(), List.of(apart, body));
    return new StatementSyntax.ForEach(
        start, parser.previousEnd(), Parser.varType(at), name, at, collection, block);
  }

  private StatementSyntax tryStatement() {
    int start = parser.advance().start();
    StatementSyntax.Block body = block();
    List<StatementSyntax.Catch> catches = new ArrayList<>();
    while (parser.current().is("catch")) {
      catches.add(catchClause());
    }
    StatementSyntax.Block finallyBlock = null;
    if (parser.current().is("finally")) {
      parser.advance();
      finallyBlock = block();
    }
    if (catches.isEmpty() && finallyBlock == null) {
      parser.unexpected("'catch' or 'finally'");
    }
    return new StatementSyntax.Try(start, parser.previousEnd(), body, catches, finallyBlock);
  }

  private StatementSyntax.Catch catchClause() {
    int start = parser.advance().start();
    TypeSyntax type = null;
    String name = null;
    if (parser.current().is("(")) {
      parser.advance();
      type = parser.type();
      if (parser.current().kind() == TokenKind.IDENTIFIER) {
        name = parser.advance().text();
      }
      parser.expect(")");
    }
    ExpressionSyntax filter = null;
    if (parser.current().isWord("when")) {
      parser.advance();
      filter = condition();
    }
    int end = parser.previousEnd();
    return new StatementSyntax.Catch(start, end, type, name, filter, block());
  }

  private StatementSyntax switchStatement() {
    int start = parser.advance().start();
    ExpressionSyntax value = condition();
    parser.expect("{");
    List<StatementSyntax.Section> sections = new ArrayList<>();
    while (parser.current().is("case") || parser.current().is("default")) {
      List<StatementSyntax.Label> labels = new ArrayList<>();
      while (parser.current().is("case") || parser.current().is("default")) {
        labels.add(label());
      }
      sections.add(new StatementSyntax.Section(labels, statementsUntil("case", "default")));
    }
    parser.expect("}");
    return new StatementSyntax.Switch(start, parser.previousEnd(), value, sections);
  }

  private StatementSyntax.Label label() {
    Token keyword = parser.advance();
    PatternSyntax pattern = null;
    ExpressionSyntax filter = null;
    if (keyword.is("case")) {
      pattern = parser.pattern(false);
      if (parser.current().isWord("when")) {
        parser.advance();
        filter = parser.expression();
      }
    }
    parser.expect(":");
    return new StatementSyntax.Label(keyword.start(), parser.previousEnd(), pattern, filter);
  }

  private StatementSyntax usingStatement() {
    int start = parser.advance().start();
    parser.expect("(");
    int resourceStart = parser.current().start();
    StatementSyntax resource = tryDeclarationWithoutSemicolon();
    if (resource == null) {
      ExpressionSyntax expression = parser.expression();
      resource = new StatementSyntax.Expression(resourceStart, parser.previousEnd(), expression);
    }
    parser.expect(")");
    StatementSyntax body = statement();
    return new StatementSyntax.Using(start, parser.previousEnd(), resource, body);
  }

  /** A declaration or a local function; null, and nothing taken, if it is an expression. */
  private @Nullable StatementSyntax tryDeclaration() {
    int before = parser.position();
    int start = parser.current().start();
    boolean isVoid = parser.current().is("void");
    TypeSyntax type;
    if (isVoid) {
      Token keyword = parser.advance();
      type =
          new TypeSyntax(
              start,
              keyword.end(),
              List.of(new TypeSyntax.Part("void", List.of(), start, keyword.end())),
              false,
              List.of());
    } else {
      type = parser.tryType(false);
    }
    if (type == null || parser.current().kind() != TokenKind.IDENTIFIER) {
      parser.backTo(before);
      return null;
    }
    if (parser.peek(1).is("(")) {
      return function(start, type);
    }
    Token next = parser.peek(1);
    if (next.is("<") && parser.isGenericFunction()) {
      return function(start, type);
    }
    if (isVoid || !(next.is("=") || next.is(";") || next.is(",") || next.is("in"))) {
      if (next.kind() == TokenKind.END || next.is("}")) {
        // A declaration whose semicolon is missing: the better guess.
        return declaration(start, type, false);
      }
      parser.backTo(before);
      return null;
    }
    return declaration(start, type, false);
  }

  private @Nullable StatementSyntax tryDeclarationWithoutSemicolon() {
    int before = parser.position();
    int start = parser.current().start();
    TypeSyntax type = parser.tryType(false);
    if (type == null || parser.current().kind() != TokenKind.IDENTIFIER) {
      parser.backTo(before);
      return null;
    }
    List<StatementSyntax.Declarator> declarators = declarators();
    return new StatementSyntax.Local(start, parser.previousEnd(), type, declarators, false);
  }

  private StatementSyntax declaration(int start, TypeSyntax type, boolean constant) {
    List<StatementSyntax.Declarator> declarators = declarators();
    parser.expect(";");
    return new StatementSyntax.Local(start, parser.previousEnd(), type, declarators, constant);
  }

  private List<StatementSyntax.Declarator> declarators() {
    List<StatementSyntax.Declarator> declarators = new ArrayList<>();
    do {
      if (!declarators.isEmpty()) {
        parser.advance();
      }
      Token name = parser.identifier();
      ExpressionSyntax initializer = null;
      if (parser.current().is("=")) {
        parser.advance();
        initializer =
            parser.current().is("{")
                ? new CreationParser(parser).initializer()
                : parser.expression();
      }
      declarators.add(
          new StatementSyntax.Declarator(name.text(), name.start(), name.end(), initializer));
    } while (parser.current().is(","));
    return declarators;
  }

  private StatementSyntax function(int start, TypeSyntax returnType) {
    Token name = parser.identifier();
    List<String> names = parser.typeParameterNames();
    List<ExpressionSyntax.Parameter> parameters = parser.parameters();
    List<StatementSyntax.TypeParameter> typeParameters = constrained(names);
    if (parser.current().is("=>")) {
      parser.advance();
      ExpressionSyntax expression = parser.expression();
      parser.expect(";");
      return new StatementSyntax.Function(
          start,
          parser.previousEnd(),
          returnType,
          name.text(),
          typeParameters,
          parameters,
          null,
          expression);
    }
    StatementSyntax.Block body = block();
    return new StatementSyntax.Function(
        start,
        parser.previousEnd(),
        returnType,
        name.text(),
        typeParameters,
        parameters,
        body,
        null);
  }

  /** The type parameters with what the {@code where} clauses that stand here say of them. */
  private List<StatementSyntax.TypeParameter> constrained(List<String> names) {
    Map<String, StatementSyntax.TypeParameter> parameters = new LinkedHashMap<>();
    for (String name : names) {
      parameters.put(name, new StatementSyntax.TypeParameter(name, false, false, false, List.of()));
    }
    while (!names.isEmpty() && parser.current().isWord("where")) {
      parser.advance();
      String name = parser.identifier().text();
      parser.expect(":");
      parameters.put(name, constraint(name));
    }
    return List.copyOf(parameters.values());
  }

  private StatementSyntax.TypeParameter constraint(String name) {
    boolean isClass = false;
    boolean isStruct = false;
    boolean hasNew = false;
    List<TypeSyntax> bases = new ArrayList<>();
    boolean goesOn = true;
    while (goesOn) {
      if (parser.current().is("class")) {
        parser.advance();
        isClass = true;
      } else if (parser.current().is("struct")) {
        parser.advance();
        isStruct = true;
      } else if (parser.current().is("new")) {
        parser.advance();
        parser.expect("(");
        parser.expect(")");
        hasNew = true;
      } else {
        bases.add(parser.type());
      }
      goesOn = parser.current().is(",");
      if (goesOn) {
        parser.advance();
      }
    }
    return new StatementSyntax.TypeParameter(name, isClass, isStruct, hasNew, bases);
  }
}
