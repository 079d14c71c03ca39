package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Overload resolution (ECMA-334 12.6.4) over the methods of a table. */
final class Overloads {
  /** An argument as bound: out arguments have a symbol, or the type var that is to be declared. */
  record Argument(@Nullable String name, BoundExpression value, boolean isOut) {}

  /**
   * A method that takes the arguments, and how.
   *
   * @param parameterTypes of each argument, in the order of the arguments
   * @param openTypes the same before type arguments were put in
   * @param arguments in the order of the parameters
   * @param parameterOf which parameter each argument as written belongs to
   */
  record Applicable(
      Member.Method method,
      Map<String, ClrType> typeArguments,
      List<ClrType> parameterTypes,
      List<ClrType> openTypes,
      List<BoundExpression> arguments,
      List<Integer> parameterOf,
      boolean expanded,
      int defaults) {

    ClrType resultType() {
      return TypeArguments.substitute(method.type(), typeArguments);
    }
  }

  private Overloads() {}

  /**
   * The methods that take the arguments.
   *
   * @param receiverArguments the type arguments of the receiver's type
   * @param explicit the written type arguments, empty for inference
   */
  static List<Applicable> applicable(
      List<Member.Method> methods,
      Map<String, ClrType> receiverArguments,
      List<ClrType> explicit,
      List<Argument> arguments) {
    List<Applicable> found = new ArrayList<>();
    for (Member.Method method : methods) {
      Applicable normal = match(method, receiverArguments, explicit, arguments, false);
      if (normal != null) {
        found.add(normal);
        continue;
      }
      List<Member.Parameter> parameters = method.parameters();
      if (!parameters.isEmpty() && parameters.get(parameters.size() - 1).isParams()) {
        Applicable expanded = match(method, receiverArguments, explicit, arguments, true);
        if (expanded != null) {
          found.add(expanded);
        }
      }
    }
    return found;
  }

  /** The best of them; null if none is better than all the others. */
  static @Nullable Applicable best(List<Applicable> candidates, List<Argument> arguments) {
    for (Applicable candidate : candidates) {
      boolean best = true;
      for (Applicable other : candidates) {
        if (other != candidate && !Betterness.isBetter(candidate, other, arguments)) {
          best = false;
          break;
        }
      }
      if (best) {
        return candidate;
      }
    }
    return null;
  }

  private static @Nullable Applicable match(
      Member.Method method,
      Map<String, ClrType> receiverArguments,
      List<ClrType> explicit,
      List<Argument> arguments,
      boolean expanded) {
    List<Member.Parameter> parameters = method.parameters();
    if (!explicit.isEmpty() && explicit.size() != method.typeParameters().size()) {
      return null;
    }
    int[] parameterOf = new int[arguments.size()];
    boolean[] given = new boolean[parameters.size()];
    int last = parameters.size() - 1;
    for (int i = 0; i < arguments.size(); i++) {
      int index = indexOf(parameters, arguments.get(i), i, expanded);
      if (index < 0 || (given[index] && !(expanded && index == last))) {
        return null;
      }
      parameterOf[i] = index;
      given[index] = true;
      if (!isPassedAlike(parameters.get(index), arguments.get(i))) {
        return null;
      }
    }
    Map<String, ClrType> typeArguments = new HashMap<>(receiverArguments);
    for (int i = 0; i < explicit.size(); i++) {
      typeArguments.put(method.typeParameters().get(i), explicit.get(i));
    }
    List<ClrType> openTypes = new ArrayList<>();
    for (int index : parameterOf) {
      openTypes.add(
          TypeArguments.substitute(
              argumentType(parameters.get(index), expanded && index == last), receiverArguments));
    }
    if (explicit.isEmpty() && !method.typeParameters().isEmpty()) {
      Map<String, ClrType> inferred =
          TypeInference.infer(method.typeParameters(), openTypes, arguments);
      if (inferred == null) {
        return null;
      }
      typeArguments.putAll(inferred);
    }
    return convert(method, typeArguments, arguments, openTypes, parameterOf, given, expanded);
  }

  private static boolean isPassedAlike(Member.Parameter parameter, Argument argument) {
    boolean isRef =
        argument.value() instanceof BoundExpression.OutArgument reference && reference.isRef();
    return parameter.isOut() == argument.isOut() && parameter.isRef() == isRef;
  }

  private static int indexOf(
      List<Member.Parameter> parameters, Argument argument, int position, boolean expanded) {
    if (argument.name() == null) {
      return position < parameters.size() ? position : expanded ? parameters.size() - 1 : -1;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(argument.name())) {
        return i;
      }
    }
    return -1;
  }

  private static ClrType argumentType(Member.Parameter parameter, boolean element) {
    return element && parameter.type() instanceof ClrType.Array array
        ? array.element()
        : parameter.type();
  }

  private static @Nullable Applicable convert(
      Member.Method method,
      Map<String, ClrType> typeArguments,
      List<Argument> arguments,
      List<ClrType> openTypes,
      int[] parameterOf,
      boolean[] given,
      boolean expanded) {
    List<Member.Parameter> parameters = method.parameters();
    int last = parameters.size() - 1;
    BoundExpression[] values = new BoundExpression[parameters.size()];
    List<BoundExpression> rest = new ArrayList<>();
    List<ClrType> parameterTypes = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      int index = parameterOf[i];
      boolean element = expanded && index == last;
      ClrType type =
          TypeArguments.substitute(argumentType(parameters.get(index), element), typeArguments);
      parameterTypes.add(type);
      BoundExpression value;
      if (arguments.get(i).isOut()) {
        ClrType out = arguments.get(i).value().type();
        value = out.equals(type) || Types.isError(out) ? arguments.get(i).value() : null;
      } else {
        value = Conversions.implicit(arguments.get(i).value(), type);
      }
      if (value == null) {
        return null;
      }
      if (element) {
        rest.add(value);
      } else {
        values[index] = value;
      }
    }
    int defaults = 0;
    for (int i = 0; i < values.length; i++) {
      Member.Parameter parameter = parameters.get(i);
      ClrType type = TypeArguments.substitute(parameter.type(), typeArguments);
      if (expanded && i == last && type instanceof ClrType.Array array) {
        values[i] = new BoundExpression.NewArray(array, null, rest);
      } else if (!given[i]) {
        if (!parameter.isOptional()) {
          return null;
        }
        values[i] =
            parameter.defaultValue() == null
                ? defaultOf(type)
                : new Constant(type, parameter.defaultValue());
        defaults++;
      }
    }
    return new Applicable(
        method,
        typeArguments,
        parameterTypes,
        openTypes,
        List.of(values),
        Arrays.stream(parameterOf).boxed().toList(),
        expanded,
        defaults);
  }

  /** {@code default(T)}. */
  static BoundExpression defaultOf(ClrType type) {
    if (Types.takesNull(type)) {
      return new Constant(type, null);
    }
    if (type.equals(Types.BOOL)) {
      return new Constant(type, false);
    }
    Numeric numeric = Types.numeric(type);
    if (numeric != null) {
      return Constants.ofInteger(java.math.BigInteger.ZERO, type);
    }
    if (Types.isEnum(type)) {
      return new Constant(type, 0);
    }
    if (Tuples.isTuple(type)) {
      return Tuples.defaultOf((ClrType.Named) type);
    }
    BoundExpression value =
        new BoundExpression.Call(
            new Member.Target(
                Member.Invocation.STATIC,
                "dev/fanout/expressions/runtime/Defaults",
                "of",
                "(Ljava/lang/String;)Ljava/lang/Object;"),
            List.of(new Constant(Types.STRING, RuntimeNames.of(type))),
            Types.OBJECT);
    return new BoundExpression.Conversion(value, ConversionKind.UNBOX, type);
  }
}
