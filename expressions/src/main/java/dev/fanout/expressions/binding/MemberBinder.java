package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Member access, calls, indexers and constructors. */
final class MemberBinder {
  private static final ClrType OPEN = new ClrType.Parameter("T", true);

  private final Binder binder;
  private final TypeTable table;
  private final Reporter reporter;
  private final PlaceBinder places;

  MemberBinder(Binder binder, TypeTable table) {
    this.binder = binder;
    this.table = table;
    this.reporter = binder.reporter();
    this.places = new PlaceBinder(this, reporter);
  }

  /** {@code target.name} without a call behind it. */
  BoundExpression access(ExpressionSyntax.Member member) {
    TypeDefinition definition = typeOf(member.target());
    if (definition != null) {
      return staticAccess(definition, member);
    }
    if (isUnknownName(member)) {
      return new BoundExpression.Invalid();
    }
    BoundExpression receiver = binder.value(member.target());
    return !Types.isError(receiver.type()) && isMethod(receiver, member.name())
        ? group(member, receiver, null)
        : property(receiver, member.name(), member.nameStart(), member.end());
  }

  /** Has the value methods of this name, and no property? */
  private boolean isMethod(BoundExpression receiver, String name) {
    if (isItem(receiver.type(), name)
        || (Types.isNullable(receiver.type()) && nullableMember(receiver, name) != null)) {
      return false;
    }
    boolean any = false;
    for (ClrType level : levels(receiver.type())) {
      for (Member found : members(level, name)) {
        if (!(found instanceof Member.Method method)
            || method.kind() == Member.Kind.PROPERTY
            || method.isStatic()) {
          return false;
        }
        any = true;
      }
    }
    if (any || (receiver.type() instanceof ClrType.Array && name.equals("Length"))) {
      return any;
    }
    for (Member.Method extension : table.extensions(name)) {
      ClrType self = extension.parameters().get(0).type();
      if (TypeArguments.isOpen(self) || Conversions.implicit(receiver, self) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isItem(ClrType type, String name) {
    return (type instanceof ClrType.Anonymous anonymous && anonymous.names().contains(name))
        || (Tuples.isTuple(type) && Tuples.indexOf(type, name) >= 0);
  }

  private BoundExpression group(
      ExpressionSyntax.Member member,
      @Nullable BoundExpression receiver,
      @Nullable TypeDefinition definition) {
    List<ClrType> typeArguments = typeArguments(member);
    ExpressionSyntax.Call call = new ExpressionSyntax.Call(member, List.of(), member.end());
    return new BoundExpression.Untyped(
        new MethodGroup(
            binder,
            member.name(),
            receiver,
            (self, arguments) ->
                definition != null
                    ? staticCall(definition, member, typeArguments, arguments, call)
                    : self != null
                        ? instanceCall(self, member, typeArguments, arguments, call)
                        : new BoundExpression.Invalid()));
  }

  private List<ClrType> typeArguments(ExpressionSyntax.Member member) {
    List<ClrType> typeArguments = new ArrayList<>();
    for (TypeSyntax argument : member.typeArguments()) {
      typeArguments.add(binder.types().type(argument));
    }
    return typeArguments;
  }

  /** The value of a property. */
  BoundExpression property(BoundExpression receiver, String name, int start, int end) {
    ClrType type = receiver.type();
    if (Types.isError(type)) {
      return receiver;
    }
    if (type instanceof ClrType.Array) {
      BoundExpression special = ArrayBinder.property(receiver, name);
      if (special != null) {
        return special;
      }
    }
    if (type instanceof ClrType.Anonymous anonymous && anonymous.names().contains(name)) {
      return AnonymousBinder.value(receiver, anonymous.names().indexOf(name));
    }
    if (Tuples.isTuple(type) && Tuples.indexOf(type, name) >= 0) {
      return Tuples.item(receiver, Tuples.indexOf(type, name));
    }
    if (Types.isNullable(type)) {
      BoundExpression special = nullableMember(receiver, name);
      if (special != null) {
        return special;
      }
    }
    for (ClrType level : levels(type)) {
      for (Member found : members(level, name)) {
        if (found instanceof Member.Method method
            && method.kind() == Member.Kind.PROPERTY
            && !method.isStatic()) {
          touch(level, method.name());
          return call(method, level, receiver, List.of(), typeOf(method.type(), level));
        }
      }
    }
    return memberNotFound(type, name, start, end);
  }

  /** {@code target.name} or {@code target[…]} as what is assigned; null for anything else. */
  @Nullable BoundExpression assigned(ExpressionSyntax syntax) {
    if (syntax instanceof ExpressionSyntax.Element element) {
      BoundExpression receiver = binder.value(element.target());
      List<Overloads.Argument> arguments = arguments(element.arguments());
      return arguments == null
          ? new BoundExpression.Invalid()
          : places.element(receiver, arguments, element);
    }
    if (syntax instanceof ExpressionSyntax.Member member && typeOf(member.target()) == null) {
      return isUnknownName(member)
          ? new BoundExpression.Invalid()
          : places.property(
              binder.value(member.target()), member.name(), member.nameStart(), member.end());
    }
    return null;
  }

  static ClrType typeOf(ClrType declared, ClrType level) {
    return level instanceof ClrType.Named named
        ? TypeArguments.substitute(declared, named)
        : declared;
  }

  private void touch(ClrType level, String member) {
    if (level instanceof ClrType.Named named) {
      binder.touch(named.definition().name() + "." + member);
    }
  }

  private BoundExpression staticAccess(TypeDefinition definition, ExpressionSyntax.Member member) {
    for (Member found : definition.members(member.name())) {
      if (found instanceof Member.Constant constant) {
        return new Constant(constant.type(), constant.value());
      }
      if (found instanceof Member.Method method
          && method.kind() == Member.Kind.PROPERTY
          && method.isStatic()) {
        return new BoundExpression.Call(method.target(), List.of(), method.type());
      }
    }
    if (!methods(definition.members(member.name()), true).isEmpty()) {
      return group(member, null, definition);
    }
    return memberNotFound(
        new ClrType.Named(definition, List.of()), member.name(), member.nameStart(), member.end());
  }

  /** The type that the name means, unless a local hides it. */
  private @Nullable TypeDefinition typeOf(ExpressionSyntax syntax) {
    String name = TypeResolver.dottedName(syntax);
    if (name != null) {
      int dot = name.indexOf('.');
      String first = dot < 0 ? name : name.substring(0, dot);
      if (binder.scope().find(first) != null || first.equals("context")) {
        return null;
      }
    }
    return binder.types().definition(syntax);
  }

  /** Reports a type that does not exist where {@code Name.Member} can mean nothing else. */
  private boolean isUnknownName(ExpressionSyntax.Member member) {
    String name = TypeResolver.dottedName(member.target());
    if (name == null) {
      return false;
    }
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    if (binder.scope().find(first) != null || first.equals("context")) {
      return false;
    }
    boolean qualified = binder.types().isNamespace(first);
    boolean looksLikeType = !first.isEmpty() && Character.isUpperCase(first.charAt(0));
    if (!qualified && !looksLikeType) {
      return false;
    }
    if (!qualified && dot > 0) {
      // Type.Member.Member: only the first name can be wrong.
      if (binder.types().definition(first, 0) != null) {
        return false;
      }
      binder.types().notFound(first, member.start(), member.start() + first.length());
      return true;
    }
    if (qualified && dot > 0 && hasTypePrefix(name)) {
      return false;
    }
    binder.types().notFound(name, member.target().start(), member.target().end());
    return true;
  }

  private boolean hasTypePrefix(String name) {
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      if (binder.types().definition(name.substring(0, dot), 0) != null) {
        return true;
      }
    }
    return false;
  }

  BoundExpression call(ExpressionSyntax.Call call) {
    if (call.target() instanceof ExpressionSyntax.Name name) {
      Object named = binder.scope().find(name.name());
      if (named instanceof FunctionSymbol function) {
        return new FunctionBinder(binder).call(function, call);
      }
      if (named instanceof GenericFunction function) {
        List<ClrType> typeArguments =
            name.typeArguments().stream().map(binder.types()::type).toList();
        return new FunctionBinder(binder).call(function, typeArguments, call);
      }
      if (named == null && !name.name().equals("context")) {
        return name.name().equals("nameof")
            ? new NameOfBinder(binder).name(call)
            : reporter.error(
                "NAME_NOT_FOUND",
                name,
                "no function is called '" + name.name() + "' here (CS0103)");
      }
    }
    if (!(call.target() instanceof ExpressionSyntax.Member member)) {
      return invoked(binder.value(call.target()), call);
    }
    TypeDefinition definition = typeOf(member.target());
    if (definition == null && isUnknownName(member)) {
      return new BoundExpression.Invalid();
    }
    BoundExpression receiver =
        definition == null ? binder.value(member.target()) : new BoundExpression.Invalid();
    if (definition == null && Types.isError(receiver.type())) {
      return receiver;
    }
    if (definition == null && isDelegate(receiver, member.name())) {
      return invoked(property(receiver, member.name(), member.nameStart(), member.end()), call);
    }
    List<ClrType> typeArguments = typeArguments(member);
    List<Overloads.Argument> arguments = arguments(call.arguments());
    if (arguments == null || typeArguments.stream().anyMatch(Types::isError)) {
      return new BoundExpression.Invalid();
    }
    return definition != null
        ? staticCall(definition, member, typeArguments, arguments, call)
        : instanceCall(receiver, member, typeArguments, arguments, call);
  }

  /** Is it a property that holds a delegate? */
  private boolean isDelegate(BoundExpression receiver, String name) {
    if (isItem(receiver.type(), name)) {
      return Delegates.signature(property(receiver, name, 0, 0).type()) != null;
    }
    for (ClrType level : levels(receiver.type())) {
      for (Member found : members(level, name)) {
        if (found instanceof Member.Method method && method.kind() == Member.Kind.PROPERTY) {
          return Delegates.signature(typeOf(method.type(), level)) != null;
        }
      }
    }
    return false;
  }

  /** {@code target(arguments)} where the target is a value. */
  private BoundExpression invoked(BoundExpression target, ExpressionSyntax.Call call) {
    if (Types.isError(target.type())) {
      return target;
    }
    if (Delegates.signature(target.type()) == null) {
      return reporter.error("NOT_CALLABLE", call, "this is no method (CS0149)");
    }
    List<Overloads.Argument> arguments = arguments(call.arguments());
    if (arguments == null) {
      return new BoundExpression.Invalid();
    }
    int start = call.target().start();
    ExpressionSyntax.Member invoke =
        new ExpressionSyntax.Member(call.target(), "Invoke", List.of(), start, call.target().end());
    return instanceCall(target, invoke, List.of(), arguments, call);
  }

  private BoundExpression staticCall(
      TypeDefinition definition,
      ExpressionSyntax.Member member,
      List<ClrType> typeArguments,
      List<Overloads.Argument> arguments,
      ExpressionSyntax.Call call) {
    List<Member.Method> methods = methods(definition.members(member.name()), true);
    if (methods.isEmpty()) {
      return memberNotFound(
          new ClrType.Named(definition, List.of()),
          member.name(),
          member.nameStart(),
          member.end());
    }
    List<Overloads.Applicable> applicable =
        Overloads.applicable(methods, Map.of(), typeArguments, arguments);
    if (applicable.isEmpty()) {
      return noOverload(methods, member, arguments, call);
    }
    return chosen(applicable, arguments, null, member, call);
  }

  BoundExpression instanceCall(
      BoundExpression receiver,
      ExpressionSyntax.Member member,
      List<ClrType> typeArguments,
      List<Overloads.Argument> arguments,
      ExpressionSyntax.Call call) {
    if (receiver.type() == ClrType.Special.NULL) {
      return reporter.error(
          "OPERATOR_MISMATCH", call, "operator '.' does not take 'null' (CS0023)");
    }
    if (Types.isNullable(receiver.type())) {
      BoundExpression special = nullableCall(receiver, member.name(), arguments);
      return special != null
          ? special
          : memberNotFound(receiver.type(), member.name(), member.nameStart(), member.end());
    }
    BoundExpression ofArray = ArrayBinder.call(receiver, member.name(), arguments);
    if (ofArray != null) {
      return ofArray;
    }
    List<Member.Method> seen = new ArrayList<>();
    for (ClrType level : levels(receiver.type())) {
      List<Member.Method> methods = methods(members(level, member.name()), false);
      Map<String, ClrType> known =
          level instanceof ClrType.Named named ? TypeArguments.mapOf(named) : Map.of();
      List<Overloads.Applicable> applicable =
          Overloads.applicable(methods, known, typeArguments, arguments);
      if (!applicable.isEmpty()) {
        touch(level, member.name());
        BoundExpression self = Conversions.implicit(receiver, level);
        return self == null
            ? new BoundExpression.Invalid()
            : chosen(applicable, arguments, self, member, call);
      }
      seen.addAll(methods);
    }
    List<Overloads.Argument> withReceiver = new ArrayList<>();
    withReceiver.add(new Overloads.Argument(null, receiver, false));
    withReceiver.addAll(arguments);
    List<Member.Method> extensions = table.extensions(member.name());
    List<Overloads.Applicable> applicable =
        Overloads.applicable(extensions, Map.of(), typeArguments, withReceiver);
    if (!applicable.isEmpty()) {
      return chosen(applicable, withReceiver, null, member, call);
    }
    if (!seen.isEmpty()) {
      return noOverload(seen, member, arguments, call);
    }
    for (Member.Method extension : extensions) {
      ClrType self = extension.parameters().get(0).type();
      if (TypeArguments.isOpen(self) || Conversions.implicit(receiver, self) != null) {
        return noOverload(extensions, member, arguments, call);
      }
    }
    return memberNotFound(receiver.type(), member.name(), member.nameStart(), member.end());
  }

  private BoundExpression chosen(
      List<Overloads.Applicable> applicable,
      List<Overloads.Argument> arguments,
      @Nullable BoundExpression self,
      ExpressionSyntax.Member member,
      ExpressionSyntax.Call call) {
    Overloads.Applicable best = Overloads.best(applicable, arguments);
    if (best == null) {
      return reporter.error(
          "CALL_AMBIGUOUS", call, "several methods '" + member.name() + "' fit alike (CS0121)");
    }
    return call(best, self);
  }

  private BoundExpression call(Overloads.Applicable best, @Nullable BoundExpression self) {
    List<BoundExpression> values = new ArrayList<>();
    List<Member.Parameter> parameters = best.method().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      ClrType declared = best.method().takesObjects() ? OPEN : parameters.get(i).type();
      values.add(erased(passed(best, i), declared));
    }
    return WrittenOrder.keep(best, self, values, ordered -> completed(best, ordered));
  }

  /** The argument of a parameter; {@code out var} declares its variable now. */
  BoundExpression passed(Overloads.Applicable best, int parameter) {
    BoundExpression argument = best.arguments().get(parameter);
    if (!(argument instanceof BoundExpression.OutDeclaration declaration)) {
      return argument;
    }
    ClrType declared = best.method().parameters().get(parameter).type();
    ClrType type = TypeArguments.substitute(declared, best.typeArguments());
    int start = declaration.start();
    int end = declaration.end();
    LocalSymbol symbol =
        declaration.name().equals("_")
            ? LocalSymbol.temporary(type)
            : binder.declare(declaration.name(), type, start, end, false);
    return new BoundExpression.OutArgument(symbol, false, start, end);
  }

  private static BoundExpression completed(
      Overloads.Applicable best, List<BoundExpression> arguments) {
    List<BoundExpression> values = new ArrayList<>(arguments);
    for (String name : best.method().reified()) {
      ClrType argument =
          name.equals(Member.SELF) ? best.resultType() : best.typeArguments().get(name);
      values.add(new Constant(Types.STRING, argument == null ? "" : RuntimeNames.of(argument)));
    }
    return result(best.method(), values, best.resultType());
  }

  /** Where the parameter's type is open, a value goes in as an object. */
  static BoundExpression erased(BoundExpression value, ClrType declared) {
    if (declared instanceof ClrType.Parameter && !(value instanceof BoundExpression.OutArgument)) {
      BoundExpression object = Conversions.implicit(value, Types.OBJECT);
      return object == null ? value : object;
    }
    return value;
  }

  /** The value as an object. */
  static BoundExpression object(BoundExpression value) {
    BoundExpression object = Conversions.implicit(value, Types.OBJECT);
    return object == null ? value : object;
  }

  static BoundExpression result(Member.Method method, List<BoundExpression> values, ClrType type) {
    boolean givesObject =
        method.type() instanceof ClrType.Parameter
            || (method.takesObjects() && type != ClrType.Special.VOID);
    if (givesObject && !type.equals(Types.OBJECT)) {
      BoundExpression object = new BoundExpression.Call(method.target(), values, Types.OBJECT);
      return fromObject(object, type);
    }
    return new BoundExpression.Call(method.target(), values, type);
  }

  /** The object as what it is known to be, checked where code can tell. */
  static BoundExpression fromObject(BoundExpression object, ClrType type) {
    return new BoundExpression.Conversion(object, ConversionKind.KNOWN, type);
  }

  private static BoundExpression call(
      Member.Method method,
      ClrType level,
      BoundExpression receiver,
      List<BoundExpression> arguments,
      ClrType type) {
    List<BoundExpression> values = new ArrayList<>();
    BoundExpression self = Conversions.implicit(receiver, level);
    values.add(self == null ? receiver : self);
    for (int i = 0; i < arguments.size(); i++) {
      values.add(erased(arguments.get(i), method.parameters().get(i).type()));
    }
    return result(method, values, type);
  }

  /** {@code target[arguments]}. */
  BoundExpression element(ExpressionSyntax.Element element) {
    BoundExpression receiver = binder.value(element.target());
    List<Overloads.Argument> arguments = arguments(element.arguments());
    return Types.isError(receiver.type()) || arguments == null
        ? new BoundExpression.Invalid()
        : element(receiver, arguments, element);
  }

  BoundExpression element(
      BoundExpression receiver, List<Overloads.Argument> arguments, ExpressionSyntax element) {
    if (receiver.type() instanceof ClrType.Array) {
      return new ArrayBinder(binder).element(receiver, arguments, element);
    }
    boolean any = false;
    for (ClrType level : levels(receiver.type())) {
      List<Member.Method> indexers = methods(members(level, "this[]"), false);
      any |= !indexers.isEmpty();
      Map<String, ClrType> known =
          level instanceof ClrType.Named named ? TypeArguments.mapOf(named) : Map.of();
      List<Overloads.Applicable> applicable =
          Overloads.applicable(indexers, known, List.of(), arguments);
      Overloads.Applicable best = Overloads.best(applicable, arguments);
      if (best != null) {
        BoundExpression self = Conversions.implicit(receiver, level);
        return call(best, self == null ? receiver : self);
      }
    }
    return reporter.error(
        any ? "CALL_MISMATCH" : "MEMBER_NOT_FOUND",
        element,
        any
            ? "the index does not fit '" + receiver.type().display() + "' (CS1503)"
            : "'" + receiver.type().display() + "' has no indexer (CS0021)");
  }

  BoundExpression create(ExpressionSyntax.New creation) {
    ClrType type = binder.types().type(creation.type());
    List<Overloads.Argument> arguments = arguments(creation.arguments());
    if (Types.isError(type) || arguments == null) {
      return new BoundExpression.Invalid();
    }
    BoundExpression created = created(creation, type, arguments);
    ExpressionSyntax.Initializer initializer = creation.initializer();
    return initializer == null
        ? created
        : new InitializerBinder(binder, this, places).filled(created, initializer);
  }

  private BoundExpression created(
      ExpressionSyntax.New creation, ClrType type, List<Overloads.Argument> arguments) {
    if (!(type instanceof ClrType.Named named)) {
      return reporter.error(
          "MEMBER_NOT_FOUND", creation, "'new " + type.display() + "' is not allowed");
    }
    if (Delegates.signature(type) != null) {
      return arguments.size() == 1 && !arguments.get(0).isOut()
          ? binder.convert(arguments.get(0).value(), type, creation)
          : reporter.error("CALL_MISMATCH", creation, "a delegate is made of one method (CS0149)");
    }
    if (arguments.isEmpty() && type.isValueType()) {
      return Overloads.defaultOf(type);
    }
    List<Member.Method> constructors = methods(named.definition().members(".ctor"), true);
    if (constructors.isEmpty()) {
      return reporter.error(
          "MEMBER_NOT_FOUND", creation, "'new " + type.display() + "' is not allowed");
    }
    List<Overloads.Applicable> applicable =
        Overloads.applicable(constructors, TypeArguments.mapOf(named), List.of(), arguments);
    Overloads.Applicable best = Overloads.best(applicable, arguments);
    if (best == null) {
      return reporter.error(
          "CALL_MISMATCH",
          creation,
          "no constructor of '" + type.display() + "' takes these arguments (CS1729)");
    }
    return call(best, null);
  }

  @Nullable List<Overloads.Argument> arguments(List<ExpressionSyntax.Argument> syntax) {
    List<Overloads.Argument> arguments = new ArrayList<>();
    boolean valid = true;
    for (ExpressionSyntax.Argument argument : syntax) {
      boolean isRef = "ref".equals(argument.modifier());
      boolean isOut = isRef || "out".equals(argument.modifier());
      BoundExpression value =
          isOut ? reference(argument.value(), isRef) : binder.untyped(argument.value());
      valid &= value instanceof BoundExpression.OutDeclaration || !Types.isError(value.type());
      arguments.add(new Overloads.Argument(argument.name(), value, isOut));
    }
    return valid ? arguments : null;
  }

  private BoundExpression reference(ExpressionSyntax syntax, boolean isRef) {
    if (syntax instanceof ExpressionSyntax.Declaration declaration) {
      int start = declaration.start();
      int end = declaration.end();
      if (declaration.type().isVar()) {
        return new BoundExpression.OutDeclaration(declaration.name(), start, end);
      }
      ClrType type = binder.types().type(declaration.type());
      LocalSymbol symbol =
          declaration.name().equals("_")
              ? LocalSymbol.temporary(type)
              : binder.declare(declaration.name(), type, start, end, false);
      return new BoundExpression.OutArgument(symbol, false, start, end);
    }
    if (!isRef
        && syntax instanceof ExpressionSyntax.Name name
        && name.name().equals("_")
        && binder.scope().find("_") == null) {
      return new BoundExpression.OutDeclaration("_", name.start(), name.end());
    }
    BoundExpression value = binder.value(syntax);
    if (value instanceof BoundExpression.Local local && !local.symbol().isReadOnly()) {
      return new BoundExpression.OutArgument(local.symbol(), isRef, syntax.start(), syntax.end());
    }
    if (Types.isError(value.type())) {
      return value;
    }
    BoundExpression.Property place = ArrayBinder.element(value);
    return place != null
        ? new BoundExpression.OutArgument(place.value(), isRef, syntax.start(), syntax.end(), place)
        : reporter.error(
            "NOT_ASSIGNABLE", syntax, "only a variable is handed over by reference (CS1510)");
  }

  private static @Nullable BoundExpression nullableMember(BoundExpression receiver, String name) {
    return switch (name) {
      case "HasValue" ->
          new BoundExpression.SameReference(
              false, receiver, new Constant(ClrType.Special.NULL, null));
      case "Value" -> Conversions.unwrap(receiver);
      default -> null;
    };
  }

  private static @Nullable BoundExpression nullableCall(
      BoundExpression receiver, String name, List<Overloads.Argument> arguments) {
    ClrType underlying = Types.underlying(receiver.type());
    if (name.equals("GetValueOrDefault") && arguments.size() <= 1) {
      BoundExpression otherwise =
          arguments.isEmpty()
              ? Overloads.defaultOf(underlying)
              : Conversions.implicit(arguments.get(0).value(), underlying);
      if (otherwise == null) {
        return null;
      }
      LocalSymbol box = LocalSymbol.temporary(receiver.type());
      return new BoundExpression.Coalesce(
          receiver, box, Conversions.unwrap(new BoundExpression.Local(box)), otherwise, underlying);
    }
    if (name.equals("ToString") && arguments.isEmpty()) {
      LocalSymbol box = LocalSymbol.temporary(receiver.type());
      return new BoundExpression.Coalesce(
          receiver,
          box,
          new BoundExpression.Text(new BoundExpression.Local(box)),
          new Constant(Types.STRING, ""),
          Types.STRING);
    }
    if (name.equals("Equals") && arguments.size() == 1) {
      BoundExpression other = Conversions.implicit(arguments.get(0).value(), Types.OBJECT);
      return other == null
          ? null
          : ofObjects("equalsStatic", "Z", Types.BOOL, List.of(objectOf(receiver), other));
    }
    if (name.equals("GetHashCode") && arguments.isEmpty()) {
      return ofObjects("hash", "I", Types.INT, List.of(objectOf(receiver)));
    }
    if (name.equals("GetType") && arguments.isEmpty()) {
      ClrType info = TypeTable.library().named("System.Type");
      return ofObjects("getType", info.form().descriptor(), info, List.of(objectOf(receiver)));
    }
    return null;
  }

  private static BoundExpression objectOf(BoundExpression nullable) {
    return new BoundExpression.Conversion(nullable, ConversionKind.NONE, Types.OBJECT);
  }

  private static BoundExpression ofObjects(
      String name, String result, ClrType type, List<BoundExpression> arguments) {
    return new BoundExpression.Call(
        new Member.Target(
            Member.Invocation.STATIC,
            "dev/fanout/expressions/runtime/Objects",
            name,
            "(" + "Ljava/lang/Object;".repeat(arguments.size()) + ")" + result),
        arguments,
        type);
  }

  /** The type, its bases and interfaces, and object: where members are looked for, in order. */
  static List<ClrType> levels(ClrType type) {
    Set<ClrType> levels = new LinkedHashSet<>();
    addLevels(type, levels);
    levels.add(Types.OBJECT);
    return new ArrayList<>(levels);
  }

  private static void addLevels(ClrType type, Set<ClrType> levels) {
    levels.add(type);
    TypeDefinition array = TypeTable.library().byFullName("System.Array", 0);
    if (type instanceof ClrType.Array && array != null) {
      levels.add(new ClrType.Named(array, List.of()));
    }
    if (type instanceof ClrType.Named named) {
      for (ClrType base : named.definition().bases()) {
        ClrType substituted = TypeArguments.substitute(base, named);
        // What a class implements of an interface is among its own members, or is not seen.
        if (isInterface(named) || !isInterface(substituted)) {
          addLevels(substituted, levels);
        }
      }
    }
  }

  private static boolean isInterface(ClrType type) {
    return type instanceof ClrType.Named named
        && named.definition().kind() == TypeDefinition.Kind.INTERFACE;
  }

  static List<Member> members(ClrType level, String name) {
    return level instanceof ClrType.Named named ? named.definition().members(name) : List.of();
  }

  static List<Member.Method> methods(List<Member> members, boolean isStatic) {
    List<Member.Method> methods = new ArrayList<>();
    for (Member member : members) {
      if (member instanceof Member.Method method
          && method.isStatic() == isStatic
          && method.kind() != Member.Kind.PROPERTY) {
        methods.add(method);
      }
    }
    return methods;
  }

  private BoundExpression noOverload(
      List<Member.Method> methods,
      ExpressionSyntax.Member member,
      List<Overloads.Argument> arguments,
      ExpressionSyntax.Call call) {
    return noOverload(methods, member.name(), member.nameStart(), arguments, call);
  }

  BoundExpression noOverload(
      List<Member.Method> methods,
      String name,
      int start,
      List<Overloads.Argument> arguments,
      ExpressionSyntax.Call call) {
    StringBuilder given = new StringBuilder();
    for (Overloads.Argument argument : arguments) {
      boolean untyped = argument.value() instanceof BoundExpression.Untyped;
      if (untyped && ((BoundExpression.Untyped) argument.value()).deferred().explain(reporter)) {
        return new BoundExpression.Invalid();
      }
      given
          .append(given.length() == 0 ? "" : ", ")
          .append(
              untyped
                  ? ((BoundExpression.Untyped) argument.value()).deferred().description()
                  : argument.value().type().display());
    }
    return reporter.error(
        "CALL_MISMATCH",
        start,
        call.end(),
        "no '" + name + "' takes (" + given + ")",
        "known here: " + Signatures.of(methods));
  }

  BoundExpression memberNotFound(ClrType type, String name, int start, int end) {
    Set<String> known = new LinkedHashSet<>();
    for (ClrType level : levels(type)) {
      if (level instanceof ClrType.Named named) {
        known.addAll(named.definition().members().keySet());
      }
    }
    known.addAll(table.extensionNames());
    return reporter.error(
        "MEMBER_NOT_FOUND",
        start,
        end,
        "'" + type.display() + "' has no member '" + name + "' that policy expressions may use",
        Reporter.didYouMean(name, known));
  }
}
