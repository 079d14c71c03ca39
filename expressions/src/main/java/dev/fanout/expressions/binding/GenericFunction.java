package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.StatementSyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A local function with type parameters: each list of type arguments makes a function of its own.
 * Whether its body is right is decided once, with types that are known for nothing.
 */
final class GenericFunction {
  /** Functions made of one: a generic function may call itself with ever longer types. */
  private static final int MOST = 200;

  private final StatementSyntax.Function syntax;
  private final Frame parent;
  private final Member.Method open;
  private final Map<List<ClrType>, FunctionSymbol> made = new LinkedHashMap<>();
  private final List<FunctionSymbol> waiting = new ArrayList<>();
  private final Map<FunctionSymbol, List<ClrType>> arguments = new HashMap<>();

  /** Where its declaration stands, once that is reached. */
  private @Nullable Scope scope;

  private boolean isBroken;
  private boolean isBinding;

  /**
   * {@code open} has the type parameters in its types.
   *
   * @param parent the frame that declares it
   */
  GenericFunction(StatementSyntax.Function syntax, Frame parent, Member.Method open) {
    this.syntax = syntax;
    this.parent = parent;
    this.open = open;
  }

  StatementSyntax.Function syntax() {
    return syntax;
  }

  String name() {
    return syntax.name();
  }

  /** As if a table declared it: for overload resolution. */
  Member.Method open() {
    return open;
  }

  /** Its declaration is reached: binds what was called before. The function that was looked at. */
  FunctionSymbol declare(Scope here, FunctionBinder binder, Reporter reporter) {
    scope = here;
    List<ClrType> unknown = new ArrayList<>();
    for (StatementSyntax.TypeParameter parameter : syntax.typeParameters()) {
      unknown.add(unknown(parameter, binder, here));
    }
    FunctionSymbol looked = new FunctionSymbol(syntax, signature(unknown), new Frame(parent));
    int before = reporter.count();
    binder.bind(looked, here, types(unknown));
    isBroken = reporter.count() > before;
    bindWaiting(binder);
    return looked;
  }

  /** A type that is known to be an object, and what its constraints say. */
  private ClrType unknown(
      StatementSyntax.TypeParameter parameter, FunctionBinder binder, Scope here) {
    TypeDefinition definition =
        new TypeDefinition(
            parameter.isStruct() ? TypeDefinition.Kind.STRUCT : TypeDefinition.Kind.CLASS,
            "",
            parameter.name(),
            List.of(),
            null,
            JvmForm.OBJECT);
    for (TypeSyntax base : parameter.bases()) {
      ClrType type = binder.constraint(base, here, Map.of());
      if (!Types.isError(type)) {
        definition.addBase(type);
      }
    }
    if (parameter.hasNew()) {
      definition.addMember(
          new Member.Method(
              ".ctor",
              Member.Kind.CONSTRUCTOR,
              true,
              false,
              List.of(),
              List.of(),
              List.of(),
              new ClrType.Named(definition, List.of()),
              new Member.Target(Member.Invocation.STATIC, "", "", "()V")));
    }
    return new ClrType.Named(definition, List.of());
  }

  /** The function for these type arguments, in the order of its parameters; null for too many. */
  @Nullable FunctionSymbol of(List<ClrType> typeArguments, FunctionBinder binder) {
    FunctionSymbol known = made.get(typeArguments);
    if (known != null || made.size() >= MOST) {
      return known;
    }
    FunctionSymbol function =
        new FunctionSymbol(syntax, signature(typeArguments), new Frame(parent));
    made.put(typeArguments, function);
    arguments.put(function, typeArguments);
    waiting.add(function);
    bindWaiting(binder);
    return function;
  }

  /** One after the other: each may ask for more. */
  private void bindWaiting(FunctionBinder binder) {
    Scope here = scope;
    if (here == null || isBinding) {
      return;
    }
    isBinding = true;
    while (!waiting.isEmpty()) {
      FunctionSymbol next = waiting.remove(0);
      if (!isBroken) {
        binder.bind(next, here, types(arguments.getOrDefault(next, List.of())));
      }
    }
    isBinding = false;
  }

  /** The type arguments by the names of the parameters. */
  Map<String, ClrType> types(List<ClrType> typeArguments) {
    Map<String, ClrType> types = new LinkedHashMap<>();
    for (int i = 0; i < typeArguments.size(); i++) {
      types.put(syntax.typeParameters().get(i).name(), typeArguments.get(i));
    }
    return types;
  }

  private Member.Method signature(List<ClrType> typeArguments) {
    Map<String, ClrType> types = types(typeArguments);
    List<Member.Parameter> parameters = new ArrayList<>();
    for (Member.Parameter parameter : open.parameters()) {
      parameters.add(
          new Member.Parameter(
              parameter.name(),
              TypeArguments.substitute(parameter.type(), types),
              parameter.isParams(),
              parameter.isOut(),
              parameter.isOptional(),
              parameter.defaultValue(),
              parameter.isRef()));
    }
    return new Member.Method(
        open.name(),
        open.kind(),
        true,
        false,
        List.of(),
        List.of(),
        parameters,
        TypeArguments.substitute(open.type(), types),
        open.target());
  }
}
