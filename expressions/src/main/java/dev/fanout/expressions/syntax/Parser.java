package dev.fanout.expressions.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of C# 7.3 by recursive descent, binary operators by precedence. Never throws: what it
 * cannot read becomes an Invalid node and a problem. Speculation (casts, type arguments, lambdas,
 * declarations) looks ahead over types only, so that the whole stays linear in practice and bounded
 * by the depth limit always.
 */
public final class Parser {
  /** How deep expressions, types and statements may nest in each other. */
  static final int DEEPEST = 120;

  /** How long a chain of operators or of {@code .} may be, since trees lean to the left. */
  static final int LONGEST_CHAIN = 400;

  private static final Set<String> TYPE_KEYWORDS =
      Set.of(
          "bool", "byte", "char", "decimal", "double", "float", "int", "long", "object", "sbyte",
          "short", "string", "uint", "ulong", "ushort");

  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=");

  /** ECMA-334 12.4.2; relational is 9, and {@code is} and {@code as} belong to it. */
  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("||", 3),
          Map.entry("&&", 4),
          Map.entry("|", 5),
          Map.entry("^", 6),
          Map.entry("&", 7),
          Map.entry("==", 8),
          Map.entry("!=", 8),
          Map.entry("<", 9),
          Map.entry(">", 9),
          Map.entry("<=", 9),
          Map.entry(">=", 9),
          Map.entry("is", 9),
          Map.entry("as", 9),
          Map.entry("<<", 10),
          Map.entry(">>", 10),
          Map.entry("+", 11),
          Map.entry("-", 11),
          Map.entry("*", 12),
          Map.entry("/", 12),
          Map.entry("%", 12));

  private static final Set<String> MODIFIERS = Set.of("ref", "out", "in", "params");

  /** What may follow type arguments in an expression (ECMA-334 6.2.5). */
  private static final Set<String> AFTER_TYPE_ARGUMENTS =
      Set.of(
          "(", ")", "]", "}", ":", ";", ",", ".", "?", "==", "!=", "|", "^", "&&", "||", "&", "[");

  private final List<Token> tokens;
  private final List<Problem> problems;
  private int position;
  private int depth;
  private boolean tooDeep;

  public Parser(List<Token> tokens, List<Problem> problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  /** One expression that takes all tokens. */
  public ExpressionSyntax wholeExpression() {
    if (current().kind() == TokenKind.END) {
      return invalid("EXPRESSION_EMPTY", "an expression is missing");
    }
    ExpressionSyntax expression = expression();
    if (current().kind() != TokenKind.END) {
      unexpected("the end of the expression");
    }
    return expression;
  }

  /** Statements that take all tokens. */
  public StatementSyntax.Block wholeBlock() {
    int start = current().start();
    List<StatementSyntax> statements = new ArrayList<>();
    StatementParser parser = new StatementParser(this);
    while (current().kind() != TokenKind.END && !tooDeep) {
      int before = position;
      statements.add(parser.statement());
      if (position == before) {
        unexpected("a statement");
        advance();
      }
    }
    return new StatementSyntax.Block(start, current().end(), statements);
  }

  ExpressionSyntax expression() {
    if (!enter()) {
      return giveUp();
    }
    try {
      return assignment();
    } finally {
      depth--;
    }
  }

  private ExpressionSyntax assignment() {
    if (startsLambda()) {
      return lambda();
    }
    if (current().is("throw")) {
      int start = advance().start();
      return new ExpressionSyntax.Throw(start, expression());
    }
    if (startsQuery()) {
      return new QueryParser(this).query();
    }
    ExpressionSyntax left = conditional();
    String operator = assignmentOperator();
    if (operator == null) {
      return left;
    }
    ExpressionSyntax right = expression();
    return new ExpressionSyntax.Assignment(left, operator, right);
  }

  /** Takes the operator; null, and nothing taken, if none stands here. */
  private @Nullable String assignmentOperator() {
    if (current().is(">") && peek(1).is(">=") && touch(current(), peek(1))) {
      advance();
      advance();
      return ">>=";
    }
    return current().kind() == TokenKind.OPERATOR && ASSIGNMENTS.contains(current().text())
        ? advance().text()
        : null;
  }

  private ExpressionSyntax conditional() {
    ExpressionSyntax condition = coalesce();
    if (!current().is("?")) {
      return condition;
    }
    advance();
    ExpressionSyntax whenTrue = expression();
    expect(":");
    ExpressionSyntax whenFalse = expression();
    return new ExpressionSyntax.Conditional(condition, whenTrue, whenFalse);
  }

  private ExpressionSyntax coalesce() {
    ExpressionSyntax left = binary(3);
    if (!current().is("??")) {
      return left;
    }
    if (!enter()) {
      return giveUp();
    }
    try {
      advance();
      ExpressionSyntax right;
      if (current().is("throw")) {
        int start = advance().start();
        right = new ExpressionSyntax.Throw(start, coalesce());
      } else {
        right = coalesce();
      }
      return new ExpressionSyntax.Coalesce(left, right);
    } finally {
      depth--;
    }
  }

  private ExpressionSyntax binary(int lowest) {
    ExpressionSyntax left = unary();
    int chain = 0;
    while (true) {
      String operator = binaryOperator();
      Integer precedence = operator == null ? null : PRECEDENCE.get(operator);
      if (operator == null || precedence == null || precedence < lowest) {
        return left;
      }
      if (++chain > LONGEST_CHAIN || tooDeep) {
        return giveUp();
      }
      int start = current().start();
      if (operator.equals(">>")) {
        advance();
      }
      advance();
      if (operator.equals("is")) {
        left = new ExpressionSyntax.Is(left, pattern(true));
      } else if (operator.equals("as")) {
        left = new ExpressionSyntax.As(left, typeInExpression());
      } else {
        left = new ExpressionSyntax.Binary(left, operator, start, binary(precedence + 1));
      }
    }
  }

  private @Nullable String binaryOperator() {
    Token token = current();
    if (token.is(">") && peek(1).is(">") && touch(token, peek(1))) {
      return ">>";
    }
    if (token.is(">") && peek(1).is(">=") && touch(token, peek(1))) {
      return null;
    }
    return token.kind() == TokenKind.OPERATOR || token.kind() == TokenKind.KEYWORD
        ? token.text()
        : null;
  }

  PatternSyntax pattern(boolean inExpression) {
    int start = current().start();
    if (current().isWord("var") && peek(1).kind() == TokenKind.IDENTIFIER) {
      advance();
      Token name = advance();
      return new PatternSyntax.OfVar(start, name.end(), name.text());
    }
    int before = position;
    TypeSyntax type = tryType(inExpression);
    if (type != null) {
      if (current().kind() == TokenKind.IDENTIFIER && !current().isWord("when")) {
        Token name = advance();
        return new PatternSyntax.OfType(start, name.end(), type, name.text());
      }
      if (!startsOperand(current()) && !current().is("(") && !current().is(".")) {
        return new PatternSyntax.OfType(start, type.end(), type, null);
      }
    }
    position = before;
    return new PatternSyntax.OfConstant(binary(10));
  }

  private ExpressionSyntax unary() {
    if (!enter()) {
      return giveUp();
    }
    try {
      Token token = current();
      if (token.kind() == TokenKind.OPERATOR) {
        switch (token.text()) {
          case "+", "-", "!", "~", "++", "--" -> {
            advance();
            ExpressionSyntax operand = unary();
            return new ExpressionSyntax.Unary(token.start(), operand.end(), token.text(), operand);
          }
          case "&", "*" -> {
            return refuse("pointers are not for policy expressions (CS0214)");
          }
          case "(" -> {
            ExpressionSyntax cast = tryCast();
            if (cast != null) {
              return cast;
            }
          }
          default -> {}
        }
      }
      if (token.isWord("await") && peek(1).kind() == TokenKind.IDENTIFIER) {
        return refuse("an expression does not wait (CS4033)");
      }
      return postfix(primary());
    } finally {
      depth--;
    }
  }

  private @Nullable ExpressionSyntax tryCast() {
    int before = position;
    int start = advance().start();
    TypeSyntax type = tryType(false);
    if (type == null || !current().is(")")) {
      position = before;
      return null;
    }
    advance();
    boolean certain =
        TYPE_KEYWORDS.contains(type.parts().get(0).name())
            || type.nullable()
            || !type.arrayRanks().isEmpty();
    Token next = current();
    boolean operand =
        certain
            ? startsOperand(next) || next.is("-") || next.is("+") || next.is("(")
            : startsOperand(next) || next.is("(");
    if (!operand || (next.is("++") && !certain)) {
      position = before;
      return null;
    }
    return new ExpressionSyntax.Cast(start, type, unary());
  }

  /** Can this token begin what a cast applies to (ECMA-334 12.9.7), brackets aside? */
  private static boolean startsOperand(Token token) {
    return switch (token.kind()) {
      case IDENTIFIER, NUMBER, CHARACTER, STRING, INTERPOLATED, BAD -> true;
      case KEYWORD -> !token.is("is") && !token.is("as") && !token.is("in");
      case OPERATOR -> token.is("!") || token.is("~");
      case END -> false;
    };
  }

  private ExpressionSyntax postfix(ExpressionSyntax primary) {
    ExpressionSyntax left = primary;
    for (int chain = 0; ; chain++) {
      if (chain > LONGEST_CHAIN || tooDeep) {
        return giveUp();
      }
      Token token = current();
      if (token.is(".")) {
        advance();
        left = member(left);
      } else if (token.is("(")) {
        List<ExpressionSyntax.Argument> arguments = arguments("(", ")");
        left = new ExpressionSyntax.Call(left, arguments, previousEnd());
      } else if (token.is("[")) {
        boolean isParenthesized = position > 0 && tokens.get(position - 1).is(")");
        if (left instanceof ExpressionSyntax.NewArray array
            && array.initializer() == null
            && !isParenthesized) {
          unexpected("'{' or the end of the array's creation");
        }
        List<ExpressionSyntax.Argument> arguments = arguments("[", "]");
        left = new ExpressionSyntax.Element(left, arguments, previousEnd());
      } else if (token.is("?") && (peek(1).is(".") || peek(1).is("[")) && touch(token, peek(1))) {
        return conditionalAccess(left);
      } else if (token.is("++") || token.is("--")) {
        advance();
        left = new ExpressionSyntax.Postfix(left.start(), token.end(), token.text(), left);
      } else if (token.is("->")) {
        return refuse("pointers are not for policy expressions (CS0214)");
      } else {
        return left;
      }
    }
  }

  private ExpressionSyntax conditionalAccess(ExpressionSyntax target) {
    if (!enter()) {
      return giveUp();
    }
    try {
      int at = advance().start();
      ExpressionSyntax receiver = new ExpressionSyntax.Receiver(at, at);
      ExpressionSyntax access = postfix(receiver);
      return new ExpressionSyntax.ConditionalAccess(target, access, access.end());
    } finally {
      depth--;
    }
  }

  private ExpressionSyntax member(ExpressionSyntax target) {
    Token name = current();
    if (name.kind() != TokenKind.IDENTIFIER) {
      unexpected("a member's name");
      return new ExpressionSyntax.Invalid(target.start(), name.start());
    }
    advance();
    List<TypeSyntax> typeArguments = typeArgumentsInExpression();
    return new ExpressionSyntax.Member(
        target, name.text(), typeArguments, name.start(), previousEnd());
  }

  private List<TypeSyntax> typeArgumentsInExpression() {
    if (!current().is("<")) {
      return List.of();
    }
    int before = position;
    List<TypeSyntax> arguments = tryTypeArguments();
    if (arguments != null
        && (current().kind() == TokenKind.END || AFTER_TYPE_ARGUMENTS.contains(current().text()))) {
      return arguments;
    }
    position = before;
    return List.of();
  }

  List<ExpressionSyntax.Argument> arguments(String opening, String closing) {
    expect(opening);
    List<ExpressionSyntax.Argument> arguments = new ArrayList<>();
    while (!current().is(closing) && current().kind() != TokenKind.END && !tooDeep) {
      int before = position;
      arguments.add(argument());
      if (!current().is(",")) {
        break;
      }
      advance();
      if (position == before) {
        break;
      }
      if (current().is(closing)) {
        unexpected("an argument");
      }
    }
    expect(closing);
    return arguments;
  }

  private ExpressionSyntax.Argument argument() {
    String name = null;
    if (current().kind() == TokenKind.IDENTIFIER && peek(1).is(":")) {
      name = advance().text();
      advance();
    }
    if (current().is("ref") || current().is("out") || current().is("in")) {
      Token modifier = advance();
      if (modifier.is("out")) {
        ExpressionSyntax declared = tryOutDeclaration();
        if (declared != null) {
          return new ExpressionSyntax.Argument(name, "out", declared);
        }
      }
      return new ExpressionSyntax.Argument(name, modifier.text(), expression());
    }
    return new ExpressionSyntax.Argument(name, null, expression());
  }

  private @Nullable ExpressionSyntax tryOutDeclaration() {
    int before = position;
    int start = current().start();
    TypeSyntax type = tryType(false);
    if (type == null || current().kind() != TokenKind.IDENTIFIER) {
      position = before;
      return null;
    }
    Token name = advance();
    return new ExpressionSyntax.Declaration(start, name.end(), type, name.text());
  }

  private ExpressionSyntax primary() {
    Token token = current();
    switch (token.kind()) {
      case NUMBER, CHARACTER, STRING -> {
        advance();
        return new ExpressionSyntax.Literal(token.start(), token.end(), token.value());
      }
      case INTERPOLATED -> {
        advance();
        return interpolated(token);
      }
      case IDENTIFIER -> {
        advance();
        if (current().is("::")) {
          advance();
          return token.text().equals("global") ? primary() : unsupported("extern aliases");
        }
        List<TypeSyntax> typeArguments = typeArgumentsInExpression();
        return new ExpressionSyntax.Name(token.start(), previousEnd(), token.text(), typeArguments);
      }
      case KEYWORD -> {
        return keyword(token);
      }
      case OPERATOR -> {
        if (token.is("(")) {
          return parenthesized();
        }
      }
      case BAD -> {
        advance();
        return new ExpressionSyntax.Invalid(token.start(), token.end());
      }
      case END -> {}
    }
    return invalid("EXPRESSION_EXPECTED", "an expression is missing here");
  }

  private ExpressionSyntax keyword(Token token) {
    if (TYPE_KEYWORDS.contains(token.text())) {
      advance();
      if (!current().is(".")) {
        unexpected("'.' behind a type's name");
      }
      return new ExpressionSyntax.KeywordType(token.start(), token.end(), token.text());
    }
    switch (token.text()) {
      case "true", "false" -> {
        advance();
        return new ExpressionSyntax.Literal(
            token.start(), token.end(), token.text().equals("true"));
      }
      case "null" -> {
        advance();
        return new ExpressionSyntax.Literal(token.start(), token.end(), null);
      }
      case "new" -> {
        return new CreationParser(this).creation();
      }
      case "typeof" -> {
        advance();
        expect("(");
        TypeSyntax type = type();
        expect(")");
        return new ExpressionSyntax.TypeOf(token.start(), previousEnd(), type);
      }
      case "sizeof" -> {
        advance();
        expect("(");
        TypeSyntax type = type();
        expect(")");
        return new ExpressionSyntax.SizeOf(token.start(), previousEnd(), type);
      }
      case "default" -> {
        advance();
        if (!current().is("(")) {
          return new ExpressionSyntax.Default(token.start(), token.end(), null);
        }
        advance();
        TypeSyntax type = type();
        expect(")");
        return new ExpressionSyntax.Default(token.start(), previousEnd(), type);
      }
      case "checked", "unchecked" -> {
        advance();
        expect("(");
        ExpressionSyntax operand = expression();
        expect(")");
        return new ExpressionSyntax.Checked(
            token.start(), previousEnd(), token.text().equals("checked"), operand);
      }
      default -> {
        return invalid(
            "EXPRESSION_EXPECTED", "an expression is missing before '" + token.text() + "'");
      }
    }
  }

  private ExpressionSyntax parenthesized() {
    int start = advance().start();
    int before = position;
    ExpressionSyntax.AnonymousMember first = tupleElement();
    if (!current().is(",") && first.value() instanceof ExpressionSyntax.Declaration) {
      // (a < b, c > d) looks like a declaration, which never stands alone.
      position = before;
      first = new ExpressionSyntax.AnonymousMember(null, expression());
    }
    if (!current().is(",")) {
      if (first.name() != null) {
        unexpected("',' and another element");
      }
      expect(")");
      return first.value();
    }
    List<ExpressionSyntax.AnonymousMember> elements = new ArrayList<>();
    elements.add(first);
    while (current().is(",") && !tooDeep) {
      advance();
      elements.add(tupleElement());
    }
    expect(")");
    return new ExpressionSyntax.Tuple(start, previousEnd(), elements);
  }

  private ExpressionSyntax.AnonymousMember tupleElement() {
    if (current().kind() == TokenKind.IDENTIFIER && peek(1).is(":")) {
      String name = advance().text();
      advance();
      return new ExpressionSyntax.AnonymousMember(name, expression());
    }
    ExpressionSyntax declared = tryElementDeclaration();
    return new ExpressionSyntax.AnonymousMember(null, declared == null ? expression() : declared);
  }

  /** {@code int a} and {@code var (a, b)} where a tuple is taken apart. */
  private @Nullable ExpressionSyntax tryElementDeclaration() {
    int before = position;
    int start = current().start();
    if (current().isWord("var") && peek(1).is("(")) {
      ExpressionSyntax names = tryDesignation();
      if (names != null && (current().is(",") || current().is(")"))) {
        return names;
      }
      position = before;
      return null;
    }
    TypeSyntax type = tryType(false);
    if (type != null
        && current().kind() == TokenKind.IDENTIFIER
        && (peek(1).is(",") || peek(1).is(")"))) {
      Token name = advance();
      return new ExpressionSyntax.Declaration(start, name.end(), type, name.text());
    }
    position = before;
    return null;
  }

  /** {@code var (a, (b, _))}; null, with the position unspecified, for anything else. */
  @Nullable ExpressionSyntax tryDesignation() {
    int start = advance().start();
    return designation(varType(start), start);
  }

  /** Do a name, type parameters and a bracket stand here? */
  boolean isGenericFunction() {
    int before = position;
    advance();
    boolean generic = tryTypeArguments() != null && current().is("(");
    position = before;
    return generic;
  }

  /** {@code <T, U>} if it stands here. */
  List<String> typeParameterNames() {
    List<String> names = new ArrayList<>();
    if (current().is("<")) {
      do {
        advance();
        names.add(identifier().text());
      } while (current().is(","));
      expect(">");
    }
    return names;
  }

  /** {@code var} at this place. */
  static TypeSyntax varType(int start) {
    int end = start + "var".length();
    return new TypeSyntax(
        start, end, List.of(new TypeSyntax.Part("var", List.of(), start, end)), false, List.of());
  }

  /** {@code var (a, b)} or {@code (int a, var b)} before {@code in}; null for anything else. */
  @Nullable ExpressionSyntax tryForEachNames() {
    int before = position;
    if (current().isWord("var") && peek(1).is("(")) {
      ExpressionSyntax names = tryDesignation();
      if (names != null && current().is("in")) {
        return names;
      }
    } else if (current().is("(")) {
      int count = problems.size();
      ExpressionSyntax names = parenthesized();
      if (names instanceof ExpressionSyntax.Tuple && current().is("in")) {
        return names;
      }
      problems.subList(count, problems.size()).clear();
    }
    position = before;
    return null;
  }

  private @Nullable ExpressionSyntax designation(TypeSyntax type, int start) {
    if (!current().is("(")) {
      if (current().kind() != TokenKind.IDENTIFIER) {
        return null;
      }
      Token name = advance();
      return new ExpressionSyntax.Declaration(name.start(), name.end(), type, name.text());
    }
    if (depth > DEEPEST) {
      return null;
    }
    depth++;
    try {
      List<ExpressionSyntax.AnonymousMember> elements = new ArrayList<>();
      do {
        advance();
        ExpressionSyntax element = designation(type, current().start());
        if (element == null) {
          return null;
        }
        elements.add(new ExpressionSyntax.AnonymousMember(null, element));
      } while (current().is(","));
      if (!current().is(")") || elements.size() < 2) {
        return null;
      }
      advance();
      return new ExpressionSyntax.Tuple(start, previousEnd(), elements);
    } finally {
      depth--;
    }
  }

  private ExpressionSyntax interpolated(Token token) {
    List<ExpressionSyntax.Interpolated.Part> parts = new ArrayList<>();
    InterpolatedText text = (InterpolatedText) token.value();
    if (text != null) {
      for (InterpolatedText.Part part : text.parts()) {
        if (part instanceof InterpolatedText.Text literal) {
          parts.add(new ExpressionSyntax.Interpolated.Part(literal.value(), null, null, null));
        } else if (part instanceof InterpolatedText.Hole hole) {
          parts.add(hole(hole));
        }
      }
    }
    return new ExpressionSyntax.Interpolated(token.start(), token.end(), parts);
  }

  private ExpressionSyntax.Interpolated.Part hole(InterpolatedText.Hole hole) {
    Parser inner = new Parser(hole.tokens(), problems);
    inner.depth = depth;
    ExpressionSyntax value = inner.expression();
    ExpressionSyntax alignment = null;
    if (inner.current().is(",")) {
      inner.advance();
      alignment = inner.expression();
    }
    if (inner.current().kind() != TokenKind.END) {
      inner.unexpected("the end of the hole");
    }
    return new ExpressionSyntax.Interpolated.Part("", value, alignment, hole.format());
  }

  private boolean startsQuery() {
    if (!current().isWord("from")) {
      return false;
    }
    if (peek(1).kind() == TokenKind.IDENTIFIER && peek(2).is("in")) {
      return true;
    }
    int before = position;
    advance();
    boolean typed =
        tryType(false) != null && current().kind() == TokenKind.IDENTIFIER && peek(1).is("in");
    position = before;
    return typed;
  }

  private boolean startsLambda() {
    Token token = current();
    if (token.kind() == TokenKind.IDENTIFIER) {
      return peek(1).is("=>")
          || (token.isWord("async") && peek(1).kind() == TokenKind.IDENTIFIER && peek(2).is("=>"));
    }
    if (token.is("delegate")) {
      return true;
    }
    if (!token.is("(")) {
      return false;
    }
    // Parameters hold no brackets but those of types, so the first ')' that closes decides.
    int open = 0;
    for (int ahead = 0; ; ahead++) {
      Token next = peek(ahead);
      if (next.is("(")) {
        open++;
      } else if (next.is(")") && --open == 0) {
        return peek(ahead + 1).is("=>");
      } else if (open > 1
          || !(next.is("(")
              || next.is(",")
              || next.is("<")
              || next.is(">")
              || next.is("[")
              || next.is("]")
              || next.is("?")
              || next.is(".")
              || next.is("out")
              || next.is("ref")
              || next.kind() == TokenKind.IDENTIFIER
              || TYPE_KEYWORDS.contains(next.text()))) {
        return false;
      }
    }
  }

  private ExpressionSyntax lambda() {
    int start = current().start();
    if (current().is("delegate")) {
      return anonymousMethod();
    }
    if (current().isWord("async") && !peek(1).is("=>")) {
      return unsupported("async lambdas");
    }
    List<ExpressionSyntax.Parameter> parameters = new ArrayList<>();
    if (current().kind() == TokenKind.IDENTIFIER) {
      Token name = advance();
      parameters.add(
          new ExpressionSyntax.Parameter(null, null, name.text(), name.start(), name.end(), null));
    } else {
      parameters.addAll(parameters());
    }
    expect("=>");
    if (current().is("{")) {
      StatementSyntax.Block block = new StatementParser(this).block();
      return new ExpressionSyntax.Lambda(start, block.end(), parameters, false, null, block);
    }
    ExpressionSyntax body = expression();
    return new ExpressionSyntax.Lambda(start, body.end(), parameters, false, body, null);
  }

  /** {@code delegate (int x) { … }}, or without parameters. */
  private ExpressionSyntax anonymousMethod() {
    int start = advance().start();
    boolean ignoresParameters = !current().is("(");
    List<ExpressionSyntax.Parameter> parameters = ignoresParameters ? List.of() : parameters();
    StatementSyntax.Block block = new StatementParser(this).block();
    return new ExpressionSyntax.Lambda(
        start, block.end(), parameters, ignoresParameters, null, block);
  }

  List<ExpressionSyntax.Parameter> parameters() {
    expect("(");
    List<ExpressionSyntax.Parameter> parameters = new ArrayList<>();
    while (!current().is(")") && current().kind() != TokenKind.END) {
      int start = current().start();
      TypeSyntax type = null;
      String modifier = null;
      if (MODIFIERS.contains(current().text()) && current().kind() == TokenKind.KEYWORD) {
        modifier = advance().text();
      }
      if (!(current().kind() == TokenKind.IDENTIFIER && (peek(1).is(",") || peek(1).is(")")))) {
        type = type();
      }
      Token name = identifier();
      ExpressionSyntax defaultValue = null;
      if (current().is("=")) {
        advance();
        defaultValue = expression();
      }
      parameters.add(
          new ExpressionSyntax.Parameter(
              type, modifier, name.text(), start, name.end(), defaultValue));
      if (!current().is(",")) {
        break;
      }
      advance();
    }
    expect(")");
    return parameters;
  }

  /** A type; reports what stands there instead. */
  TypeSyntax type() {
    int start = current().start();
    TypeSyntax type = tryType(false);
    if (type != null) {
      return type;
    }
    unexpected("a type");
    return new TypeSyntax(
        start, start, List.of(new TypeSyntax.Part("?", List.of(), start, start)), false, List.of());
  }

  private TypeSyntax typeInExpression() {
    int start = current().start();
    TypeSyntax type = tryType(true);
    return type != null
        ? type
        : new TypeSyntax(
            start,
            start,
            List.of(new TypeSyntax.Part("?", List.of(), start, start)),
            false,
            List.of());
  }

  /**
   * A type, or null with the position unspecified.
   *
   * @param inExpression a question mark may then begin a conditional and is left alone where what
   *     follows could be its first operand
   */
  @Nullable TypeSyntax tryType(boolean inExpression) {
    if (depth > DEEPEST) {
      return null;
    }
    depth++;
    try {
      return typeOrNull(inExpression);
    } finally {
      depth--;
    }
  }

  private @Nullable TypeSyntax typeOrNull(boolean inExpression) {
    int start = current().start();
    List<TypeSyntax.Part> parts = new ArrayList<>();
    List<String> tupleNames = new ArrayList<>();
    if (current().is("(")) {
      TypeSyntax.Part tuple = tryTupleType(tupleNames);
      if (tuple == null) {
        return null;
      }
      parts.add(tuple);
    } else if (current().kind() == TokenKind.KEYWORD && TYPE_KEYWORDS.contains(current().text())) {
      Token keyword = advance();
      parts.add(new TypeSyntax.Part(keyword.text(), List.of(), keyword.start(), keyword.end()));
    } else {
      while (true) {
        if (current().kind() != TokenKind.IDENTIFIER) {
          return null;
        }
        Token name = advance();
        if (name.text().equals("global") && current().is("::")) {
          advance();
          continue;
        }
        List<TypeSyntax> arguments = List.of();
        if (current().is("<")) {
          arguments = tryTypeArguments();
          if (arguments == null) {
            return null;
          }
        }
        parts.add(new TypeSyntax.Part(name.text(), arguments, name.start(), previousEnd()));
        if (!current().is(".")) {
          break;
        }
        advance();
      }
    }
    boolean nullable = false;
    boolean isOfArray = peek(1).is("[") && (peek(2).is("]") || peek(2).is(","));
    if (current().is("?") && (!inExpression || isOfArray || !startsConditionalOperand(peek(1)))) {
      advance();
      nullable = true;
    }
    List<Integer> ranks = new ArrayList<>();
    while (current().is("[") && (peek(1).is("]") || peek(1).is(","))) {
      advance();
      int rank = 1;
      while (current().is(",")) {
        advance();
        rank++;
      }
      if (!current().is("]")) {
        return null;
      }
      advance();
      ranks.add(rank);
    }
    return new TypeSyntax(start, previousEnd(), parts, nullable, ranks, tupleNames);
  }

  /** {@code (T a, U)} as a ValueTuple; adds the names, empty for none. */
  private TypeSyntax.@Nullable Part tryTupleType(List<String> names) {
    int start = current().start();
    List<TypeSyntax> elements = new ArrayList<>();
    do {
      advance();
      TypeSyntax element = tryType(false);
      if (element == null) {
        return null;
      }
      elements.add(element);
      names.add(current().kind() == TokenKind.IDENTIFIER ? advance().text() : "");
    } while (current().is(","));
    if (!current().is(")") || elements.size() < 2) {
      return null;
    }
    advance();
    return new TypeSyntax.Part("ValueTuple", elements, start, previousEnd());
  }

  private static boolean startsConditionalOperand(Token token) {
    return startsOperand(token)
        || token.is("(")
        || token.is("-")
        || token.is("+")
        || token.is("++")
        || token.is("--")
        || token.is(".")
        || token.is("[");
  }

  private @Nullable List<TypeSyntax> tryTypeArguments() {
    advance();
    List<TypeSyntax> arguments = new ArrayList<>();
    while (true) {
      TypeSyntax argument = tryType(false);
      if (argument == null) {
        return null;
      }
      arguments.add(argument);
      if (current().is(">")) {
        advance();
        return arguments;
      }
      if (!current().is(",")) {
        return null;
      }
      advance();
    }
  }

  Token identifier() {
    Token token = current();
    if (token.kind() == TokenKind.IDENTIFIER) {
      return advance();
    }
    unexpected("a name");
    return new Token(TokenKind.IDENTIFIER, "?", token.start(), token.start(), null);
  }

  ExpressionSyntax unsupported(String what) {
    Token token = current();
    report("UNSUPPORTED", token.start(), token.end(), what + " are not supported yet");
    skipToEnd();
    return new ExpressionSyntax.Invalid(token.start(), token.end());
  }

  /** What C# 7.3 or API Management does not take at all. */
  ExpressionSyntax refuse(String message) {
    Token token = current();
    report("SYNTAX_ERROR", token.start(), token.end(), message);
    skipToEnd();
    return new ExpressionSyntax.Invalid(token.start(), token.end());
  }

  private ExpressionSyntax invalid(String code, String message) {
    Token token = current();
    report(code, token.start(), token.end(), message);
    return new ExpressionSyntax.Invalid(token.start(), token.end());
  }

  private boolean enter() {
    if (depth >= DEEPEST || tooDeep) {
      return false;
    }
    depth++;
    return true;
  }

  private ExpressionSyntax giveUp() {
    Token token = current();
    if (!tooDeep) {
      tooDeep = true;
      report(
          "EXPRESSION_TOO_DEEP",
          token.start(),
          token.end(),
          "the expression nests or chains too deeply (limits: "
              + DEEPEST
              + " levels, "
              + LONGEST_CHAIN
              + " links)");
    }
    skipToEnd();
    return new ExpressionSyntax.Invalid(token.start(), token.end());
  }

  /** False, and nothing more is read, once the nesting is too deep. */
  boolean enterStatement() {
    if (enter()) {
      return true;
    }
    giveUp();
    return false;
  }

  void leave() {
    depth--;
  }

  private void skipToEnd() {
    position = tokens.size() - 1;
  }

  Token current() {
    return tokens.get(position);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(tokens.size() - 1, position + ahead));
  }

  Token advance() {
    Token token = tokens.get(position);
    if (position < tokens.size() - 1) {
      position++;
    }
    return token;
  }

  int position() {
    return position;
  }

  void backTo(int earlier) {
    position = earlier;
  }

  int previousEnd() {
    return position == 0 ? tokens.get(0).start() : tokens.get(position - 1).end();
  }

  void expect(String operator) {
    if (current().is(operator)) {
      advance();
    } else {
      unexpected("'" + operator + "'");
    }
  }

  void unexpected(String wanted) {
    Token token = current();
    if (token.kind() == TokenKind.BAD || tooDeep) {
      return;
    }
    int at = token.kind() == TokenKind.END ? previousEnd() : token.start();
    report("SYNTAX_ERROR", at, Math.max(at, token.end()), wanted + " is expected here");
  }

  void report(String code, int start, int end, String message) {
    // One place is reported once: what follows from a mistake would only hide it.
    for (int i = problems.size() - 1; i >= 0 && i >= problems.size() - 8; i--) {
      if (problems.get(i).start() == start) {
        return;
      }
    }
    problems.add(Problem.of(code, start, Math.max(start, end), message));
  }

  private static boolean touch(Token left, Token right) {
    return left.end() == right.start();
  }
}
