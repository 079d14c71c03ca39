package dev.fanout.expressions.binding;

import dev.fanout.expressions.runtime.Enums;
import dev.fanout.expressions.syntax.Lexer;
import dev.fanout.expressions.syntax.NumberLiteral;
import dev.fanout.expressions.syntax.Problem;
import dev.fanout.expressions.syntax.Token;
import dev.fanout.expressions.syntax.TokenKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Reads declarations:
 *
 * <pre>
 * namespace System;
 * class String string = java.lang.String via Strings : IEnumerable&lt;char> {
 *   int Length;                                  // Strings.length(String)
 *   bool Contains(string value);                 // Strings.contains(String, String)
 *   static string Join(string separator, params string[] value);
 *   static bool Equals(string a, string b) -> equal;
 *   char this[int index] -> charAt;
 *   new(char c, int count) -> repeat;            // static
 *   static string Empty = "";                    // constant
 * }
 * class List&lt;reified T> = ClrList via Lists : IList&lt;T> {
 *   new();                                       // Lists.create(String), "System.Int32" say
 *   int Capacity { get; set; }                   // Lists.capacity(ClrList), setCapacity(ClrList, int)
 *   T this[int index] { get; set; }              // Lists.item(ClrList, int), setItem(ClrList, int, Object)
 * }
 * delegate Func&lt;in T, out TResult>(T arg) : TResult;
 * enum DayOfWeek { Sunday = 0, Monday = 1 }
 * struct Int32 int = int boxed java.lang.Integer via Int32s { … }
 * pending System.Xml.Linq.XElement;
 * </pre>
 *
 * Without {@code via}, members are methods of the Java class itself, and of an interface in an
 * {@code interface} declaration. {@code -> Other.name} is always a static method that takes the
 * object first. Java names are the C# names with a small first letter; a setter's name is {@code
 * set} and the getter's. {@code { get; set; } -> name;} renames both.
 *
 * <p>Values of a type parameter are objects (C# boxes) in Java. A {@code reified} type parameter of
 * a method or class hands the full .NET name of its argument ({@link RuntimeNames}) to the method,
 * or to the class's constructors, behind the other arguments. {@code in} and {@code out} are the
 * variance of interfaces and delegates. {@code ValueTuple<T1 First, T2 Second>} names a tuple's
 * items. {@code reified new(…)} hands the name of the type itself, for types that share a Java
 * class. A delegate is a {@code runtime.Delegate} on the JVM.
 */
final class TableReader {
  private static final Map<String, Type> PRIMITIVES =
      Map.of(
          "boolean", Type.BOOLEAN_TYPE,
          "char", Type.CHAR_TYPE,
          "int", Type.INT_TYPE,
          "long", Type.LONG_TYPE,
          "float", Type.FLOAT_TYPE,
          "double", Type.DOUBLE_TYPE);

  private static final String DELEGATE = "dev/fanout/expressions/runtime/Delegate";

  private static final Set<String> OPERATORS =
      Set.of("+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "==", "!=", "<", ">", "<=", ">=");

  private final TypeTable table;
  private final List<Token> tokens;
  private final String javaPackage;
  private final Map<TypeDefinition, Body> bodies = new LinkedHashMap<>();
  private int position;
  private String namespace = "";

  /** Where a type's bases and members stand, read once all names are known. */
  private record Body(int position, @Nullable String helper, boolean isInterface) {}

  TableReader(TypeTable table, String declarations, String javaPackage) {
    this.table = table;
    this.javaPackage = javaPackage.replace('.', '/') + "/";
    List<Problem> problems = new ArrayList<>();
    this.tokens = Lexer.tokens(declarations, 0, declarations.length(), problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("type table: " + problems.get(0));
    }
  }

  void read() {
    while (current().kind() != TokenKind.END) {
      if (takeIf("namespace")) {
        namespace = dottedName();
        take(";");
      } else if (takeIf("pending")) {
        table.addPending(dottedName());
        take(";");
      } else {
        header();
      }
    }
    for (Map.Entry<TypeDefinition, Body> entry : bodies.entrySet()) {
      position = entry.getValue().position();
      body(entry.getKey(), entry.getValue());
    }
    bodies.keySet().forEach(RuntimeFacts::declare);
  }

  private void header() {
    TypeDefinition.Kind kind =
        TypeDefinition.Kind.valueOf(advance().text().toUpperCase(Locale.ROOT));
    String name = word();
    List<TypeDefinition.TypeParameter> typeParameters = typeParameters();
    if (kind == TypeDefinition.Kind.DELEGATE) {
      TypeDefinition definition =
          new TypeDefinition(
              kind, namespace, name, typeParameters, null, JvmForm.reference(DELEGATE));
      table.add(definition);
      bodies.put(definition, new Body(position, null, false));
      while (!takeIf(";")) {
        advance();
      }
      return;
    }
    String keyword =
        current().is("=") || current().is("{") || current().isWord("via") ? null : advance().text();
    JvmForm form = JvmForm.OBJECT;
    if (kind == TypeDefinition.Kind.ENUM) {
      form =
          new JvmForm(
              Type.INT_TYPE, Type.getObjectType("dev/fanout/expressions/runtime/EnumValue"));
    } else if (takeIf("=")) {
      form = form(dottedName());
    }
    String helper = takeIf("via") ? className(dottedName()) : null;
    TypeDefinition definition =
        new TypeDefinition(kind, namespace, name, typeParameters, keyword, form);
    table.add(definition);
    bodies.put(definition, new Body(position, helper, kind == TypeDefinition.Kind.INTERFACE));
    int open = 0;
    do {
      if (current().is("{")) {
        open++;
      } else if (current().is("}")) {
        open--;
      } else if (current().kind() == TokenKind.END) {
        throw wrong("'}'");
      }
      advance();
    } while (open > 0 || !tokens.get(position - 1).is("}"));
  }

  /** {@code <reified T, out U>}, or nothing. */
  private List<TypeDefinition.TypeParameter> typeParameters() {
    List<TypeDefinition.TypeParameter> parameters = new ArrayList<>();
    if (takeIf("<")) {
      do {
        boolean reified = takeIf("reified");
        TypeDefinition.Variance variance =
            takeIf("out")
                ? TypeDefinition.Variance.OUT
                : takeIf("in") ? TypeDefinition.Variance.IN : TypeDefinition.Variance.NONE;
        parameters.add(new TypeDefinition.TypeParameter(word(), reified, variance));
      } while (takeIf(","));
      take(">");
    }
    return parameters;
  }

  private JvmForm form(String javaName) {
    Type primitive = PRIMITIVES.get(javaName);
    if (primitive == null) {
      return JvmForm.reference(className(javaName));
    }
    take("boxed");
    return new JvmForm(primitive, Type.getObjectType(className(dottedName())));
  }

  private String className(String javaName) {
    return javaName.indexOf('.') < 0 ? javaPackage + javaName : javaName.replace('.', '/');
  }

  private void body(TypeDefinition definition, Body body) {
    if (definition.kind() == TypeDefinition.Kind.DELEGATE) {
      invoke(definition);
      return;
    }
    if (takeIf(":")) {
      do {
        definition.addBase(type(definition, List.of()));
      } while (takeIf(","));
    }
    take("{");
    if (definition.kind() == TypeDefinition.Kind.ENUM) {
      enumValues(definition);
      return;
    }
    while (!takeIf("}")) {
      member(definition, body);
    }
  }

  /** {@code (T arg) : TResult;}. */
  private void invoke(TypeDefinition definition) {
    List<Member.Parameter> parameters = parameters(definition, List.of(), "(", ")");
    take(":");
    ClrType result = type(definition, List.of());
    take(";");
    Member.Target target =
        new Member.Target(
            Member.Invocation.VIRTUAL,
            DELEGATE,
            "invoke",
            "(" + "Ljava/lang/Object;".repeat(parameters.size()) + ")Ljava/lang/Object;");
    definition.addMember(
        method("Invoke", Member.Kind.METHOD, false, List.of(), parameters, result, target));
  }

  private void enumValues(TypeDefinition definition) {
    ClrType type = new ClrType.Named(definition, List.of());
    Map<String, Integer> values = new LinkedHashMap<>();
    boolean flags = takeIf("flags") && takeIf(";");
    TypeDefinition base = table.byFullName("System.Enum", 0);
    if (base != null) {
      definition.addBase(new ClrType.Named(base, List.of()));
    }
    while (!current().is("}")) {
      String name = word();
      take("=");
      int value = (Integer) requiredLiteral(Types.INT_NAME);
      values.put(name, value);
      definition.addMember(new Member.Constant(name, type, value));
      takeIf(",");
    }
    take("}");
    Enums.register(definition.fullName(), values, flags);
  }

  private void member(TypeDefinition definition, Body body) {
    boolean isStatic = takeIf("static") || definition.kind() == TypeDefinition.Kind.STATIC;
    boolean explicitConversion = takeIf("explicit");
    if (explicitConversion || takeIf("implicit")) {
      conversion(definition, body, explicitConversion ? "explicit" : "implicit");
      return;
    }
    ClrType self = self(definition);
    boolean namesItself = current().isWord("reified") && tokens.get(position + 1).is("new");
    if (namesItself) {
      advance();
    }
    if (current().is("new") && tokens.get(position + 1).is("(")) {
      advance();
      List<Member.Parameter> parameters = parameters(definition, List.of(), "(", ")");
      List<String> reified = new ArrayList<>(definition.reified());
      if (namesItself) {
        reified.add(Member.SELF);
      }
      Member.Target target =
          target(body, definition, true, "create", parameters, self, reified.size());
      definition.addMember(
          new Member.Method(
              ".ctor",
              Member.Kind.CONSTRUCTOR,
              true,
              false,
              List.of(),
              reified,
              parameters,
              self,
              target));
      return;
    }
    int beforeType = position;
    List<String> typeParameters = List.of();
    List<String> reified = new ArrayList<>();
    // The result type may name the method's own parameters, which stand behind it.
    skipType();
    if (current().kind() == TokenKind.IDENTIFIER && tokens.get(position + 1).is("<")) {
      position += 2;
      typeParameters = new ArrayList<>();
      do {
        boolean isReified = takeIf("reified");
        String name = word();
        typeParameters.add(name);
        if (isReified) {
          reified.add(name);
        }
      } while (takeIf(","));
      take(">");
    }
    int afterName = position;
    position = beforeType;
    ClrType type = type(definition, typeParameters);
    if (takeIf("this")) {
      List<Member.Parameter> parameters = parameters(definition, List.of(), "[", "]");
      definition.addMember(
          accessed(
              "this[]", "item", Member.Kind.INDEXER, isStatic, definition, body, parameters, type));
      return;
    }
    if (takeIf("operator")) {
      String operator = advance().text();
      if (!OPERATORS.contains(operator)) {
        throw wrong("an operator");
      }
      List<Member.Parameter> parameters = parameters(definition, List.of(), "(", ")");
      Member.Target target = target(body, definition, true, "operator", parameters, type, 0);
      definition.addMember(
          method(
              "operator " + operator,
              Member.Kind.OPERATOR,
              true,
              List.of(),
              parameters,
              type,
              target));
      return;
    }
    String name = word();
    String javaName = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    if (takeIf("=")) {
      definition.addMember(new Member.Constant(name, type, requiredLiteral(type.fullName())));
      take(";");
      return;
    }
    if (!typeParameters.isEmpty()) {
      position = afterName;
    }
    if (!current().is("(")) {
      definition.addMember(
          accessed(
              name, javaName, Member.Kind.PROPERTY, isStatic, definition, body, List.of(), type));
      return;
    }
    boolean extension = tokens.get(position + 1).is("this");
    List<Member.Parameter> parameters = parameters(definition, typeParameters, "(", ")");
    Member.Target target =
        target(body, definition, isStatic, javaName, parameters, type, reified.size());
    Member.Method method =
        new Member.Method(
            name,
            Member.Kind.METHOD,
            isStatic,
            extension,
            typeParameters,
            reified,
            parameters,
            type,
            target);
    definition.addMember(method);
    if (extension) {
      table.addExtension(method);
    }
  }

  /** A property or an indexer, from its accessors on. */
  private Member.Method accessed(
      String name,
      String defaultName,
      Member.Kind kind,
      boolean isStatic,
      TypeDefinition definition,
      Body body,
      List<Member.Parameter> parameters,
      ClrType type) {
    boolean hasSetter = takeIf("{");
    if (hasSetter) {
      take("get");
      take(";");
      take("set");
      take(";");
      take("}");
    }
    Alias alias =
        !hasSetter || current().is("->")
            ? alias(body, defaultName)
            : new Alias(body.helper(), defaultName);
    Member.Target getter = target(body, definition, isStatic, alias, parameters, type, 0);
    Member.Target setter = null;
    if (hasSetter) {
      String setName =
          "set" + Character.toUpperCase(alias.name().charAt(0)) + alias.name().substring(1);
      List<Member.Parameter> withValue = new ArrayList<>(parameters);
      withValue.add(new Member.Parameter("value", type, false, false, false, null));
      setter =
          target(
              body,
              definition,
              isStatic,
              new Alias(alias.owner(), setName),
              withValue,
              ClrType.Special.VOID,
              0);
    }
    return new Member.Method(
        name, kind, isStatic, false, List.of(), List.of(), parameters, type, getter, setter);
  }

  private void conversion(TypeDefinition definition, Body body, String kind) {
    take("operator");
    ClrType type = type(definition, List.of());
    List<Member.Parameter> parameters = parameters(definition, List.of(), "(", ")");
    Member.Target target = target(body, definition, true, kind, parameters, type, 0);
    definition.addMember(
        method(kind, Member.Kind.OPERATOR, true, List.of(), parameters, type, target));
  }

  private static Member.Method method(
      String name,
      Member.Kind kind,
      boolean isStatic,
      List<String> typeParameters,
      List<Member.Parameter> parameters,
      ClrType type,
      Member.Target target) {
    return new Member.Method(
        name, kind, isStatic, false, typeParameters, List.of(), parameters, type, target);
  }

  private static ClrType self(TypeDefinition definition) {
    List<ClrType> arguments = new ArrayList<>();
    definition.typeParameters().forEach(name -> arguments.add(new ClrType.Parameter(name, false)));
    return new ClrType.Named(definition, arguments);
  }

  /** A Java method; without an owner one of the type's own class. */
  private record Alias(@Nullable String owner, String name) {}

  /**
   * Reads {@code -> name} or {@code -> package.Owner.name} if it stands here, and the semicolon.
   */
  private Alias alias(Body body, String defaultName) {
    String name = defaultName;
    String owner = body.helper();
    if (takeIf("->")) {
      name = dottedName();
      int dot = name.lastIndexOf('.');
      if (dot > 0) {
        owner = className(name.substring(0, dot));
        name = name.substring(dot + 1);
      }
    }
    take(";");
    return new Alias(owner, name);
  }

  /** Reads the alias and the semicolon. */
  private Member.Target target(
      Body body,
      TypeDefinition definition,
      boolean isStatic,
      String defaultName,
      List<Member.Parameter> parameters,
      ClrType result,
      int typeNames) {
    Alias alias = alias(body, defaultName);
    return target(body, definition, isStatic, alias, parameters, result, typeNames);
  }

  private Member.Target target(
      Body body,
      TypeDefinition definition,
      boolean isStatic,
      Alias alias,
      List<Member.Parameter> parameters,
      ClrType result,
      int typeNames) {
    String owner = alias.owner();
    StringBuilder descriptor = new StringBuilder("(");
    Member.Invocation invocation = Member.Invocation.STATIC;
    if (!isStatic) {
      if (owner == null) {
        invocation = body.isInterface() ? Member.Invocation.INTERFACE : Member.Invocation.VIRTUAL;
      } else {
        descriptor.append(self(definition).form().descriptor());
      }
    }
    for (Member.Parameter parameter : parameters) {
      descriptor.append(
          parameter.isOut()
              ? "Ldev/fanout/expressions/runtime/Ref;"
              : parameter.type().form().descriptor());
    }
    descriptor.append("Ljava/lang/String;".repeat(typeNames));
    descriptor.append(')').append(result.form().descriptor());
    return new Member.Target(
        invocation,
        owner != null ? owner : definition.form().box().getInternalName(),
        alias.name(),
        descriptor.toString());
  }

  private List<Member.Parameter> parameters(
      TypeDefinition definition, List<String> typeParameters, String opening, String closing) {
    take(opening);
    List<Member.Parameter> parameters = new ArrayList<>();
    while (!takeIf(closing)) {
      takeIf("this");
      boolean isParams = takeIf("params");
      boolean isRef = takeIf("ref");
      boolean isOut = isRef || takeIf("out");
      ClrType type = type(definition, typeParameters);
      String name = word();
      boolean isOptional = takeIf("=");
      Object value = isOptional ? literal(type.fullName()) : null;
      parameters.add(new Member.Parameter(name, type, isParams, isOut, isOptional, value, isRef));
      takeIf(",");
    }
    return parameters;
  }

  private ClrType type(TypeDefinition definition, List<String> typeParameters) {
    String name = dottedName();
    ClrType type;
    if (name.equals("void")) {
      return ClrType.Special.VOID;
    }
    if (typeParameters.contains(name)) {
      type = new ClrType.Parameter(name, true);
    } else if (definition.typeParameters().contains(name)) {
      type = new ClrType.Parameter(name, false);
    } else {
      List<ClrType> arguments = new ArrayList<>();
      List<String> itemNames = new ArrayList<>();
      if (takeIf("<")) {
        do {
          arguments.add(type(definition, typeParameters));
          if (current().kind() == TokenKind.IDENTIFIER) {
            itemNames.add(word());
          }
        } while (takeIf(","));
        take(">");
      }
      TypeDefinition found = table.bySimpleName(name, arguments.size());
      if (found == null) {
        found = table.byFullName(name, arguments.size());
      }
      if (found == null) {
        throw new IllegalArgumentException(
            "type table: " + name + " in " + definition + " is not declared");
      }
      type = new ClrType.Named(found, arguments, itemNames);
    }
    if (takeIf("?")) {
      TypeDefinition nullable = table.byFullName("System.Nullable", 1);
      if (nullable == null) {
        throw wrong("a declaration of System.Nullable before");
      }
      type = new ClrType.Named(nullable, List.of(type));
    }
    while (current().is("[") && tokens.get(position + 1).is("]")) {
      position += 2;
      type = new ClrType.Array(type);
    }
    return type;
  }

  private void skipType() {
    dottedName();
    if (current().is("<")) {
      int open = 0;
      do {
        if (current().is("<")) {
          open++;
        } else if (current().is(">")) {
          open--;
        }
        advance();
      } while (open > 0);
    }
    takeIf("?");
    while (current().is("[") && tokens.get(position + 1).is("]")) {
      position += 2;
    }
  }

  private Object requiredLiteral(String typeName) {
    Object value = literal(typeName);
    if (value == null) {
      throw wrong("a value that is not null");
    }
    return value;
  }

  private @Nullable Object literal(String typeName) {
    boolean negative = takeIf("-");
    Token token = advance();
    if (token.is("default") || token.is("null")) {
      return null;
    }
    if (token.is("true") || token.is("false")) {
      return token.is("true");
    }
    if (token.value() instanceof NumberLiteral number) {
      if (number.real()) {
        double value = Double.parseDouble((negative ? "-" : "") + number.digits());
        return typeName.equals("System.Single") ? (Object) (float) value : (Object) value;
      }
      BigInteger value = new BigInteger(number.digits(), number.radix());
      value = negative ? value.negate() : value;
      return switch (typeName) {
        case "System.Int64", "System.UInt64" -> value.longValue();
        case "System.Double" -> value.doubleValue();
        case "System.Single" -> value.floatValue();
        default -> value.intValue();
      };
    }
    if (token.value() == null) {
      throw wrong("a literal");
    }
    return token.value();
  }

  private String dottedName() {
    StringBuilder name = new StringBuilder(word());
    while (current().is(".")) {
      advance();
      name.append('.').append(word());
    }
    return name.toString();
  }

  private String word() {
    Token token = advance();
    if (token.text().isEmpty()
        || (token.kind() != TokenKind.IDENTIFIER && token.kind() != TokenKind.KEYWORD)) {
      position--;
      throw wrong("a name");
    }
    return token.text();
  }

  private Token current() {
    return tokens.get(position);
  }

  private Token advance() {
    return tokens.get(position++);
  }

  private boolean takeIf(String text) {
    if (current().is(text) || current().isWord(text)) {
      position++;
      return true;
    }
    return false;
  }

  private void take(String text) {
    if (!takeIf(text)) {
      throw wrong("'" + text + "'");
    }
  }

  private IllegalArgumentException wrong(String wanted) {
    StringBuilder near = new StringBuilder();
    for (int i = Math.max(0, position - 6); i < Math.min(tokens.size(), position + 4); i++) {
      near.append(i == position ? " >>" : " ").append(tokens.get(i).text());
    }
    return new IllegalArgumentException("type table: " + wanted + " expected at" + near);
  }
}
