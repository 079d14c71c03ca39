package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the type arguments of a call from its arguments (ECMA-334 12.6.3). Used once. */
final class TypeInference {
  private static final String SEQUENCE = "System.Collections.Generic.IEnumerable";

  private final Map<String, Bounds> open = new LinkedHashMap<>();
  private final Map<String, ClrType> fixed = new LinkedHashMap<>();
  private final List<ClrType> parameterTypes;
  private final List<Overloads.Argument> arguments;

  /** What is known of one type parameter. */
  private record Bounds(Set<ClrType> exact, Set<ClrType> lower, Set<ClrType> upper) {
    Bounds() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    boolean isEmpty() {
      return exact.isEmpty() && lower.isEmpty() && upper.isEmpty();
    }
  }

  /** A way to compare a type with one that holds type parameters. */
  private enum Bound {
    EXACT,
    LOWER,
    UPPER;

    Bound reversed() {
      return this == LOWER ? UPPER : this == UPPER ? LOWER : EXACT;
    }
  }

  private TypeInference(
      List<String> typeParameters,
      List<ClrType> parameterTypes,
      List<Overloads.Argument> arguments) {
    typeParameters.forEach(name -> open.put(name, new Bounds()));
    this.parameterTypes = parameterTypes;
    this.arguments = arguments;
  }

  /**
   * The type arguments; null if they do not follow from the arguments.
   *
   * @param parameterTypes of each argument, in the order of the arguments
   */
  static @Nullable Map<String, ClrType> infer(
      List<String> typeParameters,
      List<ClrType> parameterTypes,
      List<Overloads.Argument> arguments) {
    TypeInference inference = new TypeInference(typeParameters, parameterTypes, arguments);
    inference.firstPhase();
    return inference.secondPhase() ? inference.fixed : null;
  }

  private void firstPhase() {
    for (int i = 0; i < arguments.size(); i++) {
      Deferred deferred = deferred(i);
      if (deferred == null) {
        typed(arguments.get(i), parameterTypes.get(i));
        continue;
      }
      List<ClrType> written = deferred.writtenTypes();
      Delegates.Signature signature = Delegates.signature(parameterTypes.get(i));
      if (written != null && signature != null) {
        int count = Math.min(written.size(), signature.parameters().size());
        for (int j = 0; j < count; j++) {
          infer(Bound.EXACT, written.get(j), signature.parameters().get(j));
        }
      }
    }
  }

  private void typed(Overloads.Argument argument, ClrType parameterType) {
    if (argument.value() instanceof BoundExpression.OutDeclaration) {
      return;
    }
    infer(argument.isOut() ? Bound.EXACT : Bound.LOWER, argument.value().type(), parameterType);
  }

  private @Nullable Deferred deferred(int argument) {
    return arguments.get(argument).value() instanceof BoundExpression.Untyped untyped
        ? untyped.deferred()
        : null;
  }

  /** 12.6.3.3: asks the lambdas whose parameters are known, then fixes what waits for nothing. */
  private boolean secondPhase() {
    while (!open.isEmpty()) {
      results();
      Set<String> ready = independent();
      if (ready.isEmpty()) {
        for (String name : open.keySet()) {
          if (!bounds(name).isEmpty() && isNeeded(name)) {
            ready.add(name);
          }
        }
      }
      if (ready.isEmpty()) {
        return false;
      }
      for (String name : ready) {
        ClrType type = fix(bounds(name));
        if (type == null) {
          return false;
        }
        fixed.put(name, type);
        open.remove(name);
      }
    }
    return true;
  }

  private Bounds bounds(String name) {
    Bounds bounds = open.get(name);
    if (bounds == null) {
      throw new IllegalArgumentException(name + " is not open");
    }
    return bounds;
  }

  private Set<String> independent() {
    Set<String> names = new LinkedHashSet<>();
    for (String name : open.keySet()) {
      if (!dependsOnAny(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Does the result of a lambda tell it, whose parameters are open themselves? */
  private boolean dependsOnAny(String name) {
    for (int i = 0; i < arguments.size(); i++) {
      Delegates.Signature signature = function(i);
      if (signature != null && mentions(signature.result(), Set.of(name)) && waits(i, signature)) {
        return true;
      }
    }
    return false;
  }

  /** Is it in the parameters of a lambda whose result tells something that is open? */
  private boolean isNeeded(String name) {
    for (int i = 0; i < arguments.size(); i++) {
      Delegates.Signature signature = function(i);
      if (signature != null
          && mentions(signature.result(), open.keySet())
          && signature.parameters().stream().anyMatch(type -> mentions(type, Set.of(name)))) {
        return true;
      }
    }
    return false;
  }

  /** Has it parameters to be inferred whose types are open? */
  private boolean waits(int argument, Delegates.Signature signature) {
    Deferred deferred = deferred(argument);
    return deferred != null
        && deferred.writtenTypes() == null
        && signature.parameters().stream().anyMatch(type -> mentions(type, open.keySet()));
  }

  private Delegates.@Nullable Signature function(int argument) {
    Deferred deferred = deferred(argument);
    return deferred != null && deferred.isFunction()
        ? Delegates.signature(parameterTypes.get(argument))
        : null;
  }

  /** 12.6.3.7: the result of a function, now that its parameters are known. */
  private void results() {
    for (int i = 0; i < arguments.size(); i++) {
      Delegates.Signature signature = function(i);
      Deferred deferred = deferred(i);
      if (signature == null
          || deferred == null
          || !mentions(signature.result(), open.keySet())
          || waits(i, signature)) {
        continue;
      }
      List<ClrType> given = deferred.writtenTypes();
      if (given == null) {
        given = new ArrayList<>();
        for (ClrType type : signature.parameters()) {
          given.add(TypeArguments.substitute(type, fixed));
        }
      }
      ClrType result = deferred.resultType(given);
      if (result != null && result != ClrType.Special.VOID) {
        infer(Bound.LOWER, result, signature.result());
      }
    }
  }

  private static boolean mentions(ClrType type, Set<String> names) {
    if (type instanceof ClrType.Parameter parameter) {
      return parameter.ofMethod() && names.contains(parameter.name());
    }
    if (type instanceof ClrType.Array array) {
      return mentions(array.element(), names);
    }
    return type instanceof ClrType.Named named
        && named.arguments().stream().anyMatch(argument -> mentions(argument, names));
  }

  private void infer(Bound bound, ClrType type, ClrType parameter) {
    if (type instanceof ClrType.Special) {
      return;
    }
    if (parameter instanceof ClrType.Parameter named) {
      Bounds bounds = named.ofMethod() ? open.get(named.name()) : null;
      if (bounds != null) {
        switch (bound) {
          case EXACT -> bounds.exact().add(type);
          case LOWER -> bounds.lower().add(type);
          case UPPER -> bounds.upper().add(type);
        }
      }
    } else if (parameter instanceof ClrType.Array array) {
      if (type instanceof ClrType.Array given) {
        inferElement(bound, given.element(), array.element());
      } else if (bound == Bound.UPPER && isSequence(type)) {
        inferElement(bound, ((ClrType.Named) type).arguments().get(0), array.element());
      }
    } else if (parameter instanceof ClrType.Named named && TypeArguments.isOpen(named)) {
      inferNamed(bound, type, named);
    }
  }

  private void inferElement(Bound bound, ClrType type, ClrType parameter) {
    infer(type.isValueType() ? Bound.EXACT : bound, type, parameter);
  }

  private static boolean isSequence(ClrType type) {
    return type instanceof ClrType.Named named && named.fullName().equals(SEQUENCE);
  }

  private void inferNamed(Bound bound, ClrType type, ClrType.Named parameter) {
    if (Types.isNullable(parameter) && !Types.isNullable(type)) {
      // int as int?: the value counts.
      if (bound == Bound.LOWER && type.isValueType()) {
        infer(Bound.LOWER, type, parameter.arguments().get(0));
      }
      return;
    }
    ClrType.Named seen =
        bound == Bound.LOWER
            ? TypeArguments.as(type, parameter.definition())
            : type instanceof ClrType.Named named && named.definition() == parameter.definition()
                ? named
                : null;
    if (seen == null || !TypeArguments.isOnly(seen, type)) {
      return;
    }
    for (int i = 0; i < parameter.arguments().size(); i++) {
      ClrType given = seen.arguments().get(i);
      Bound inner = Bound.EXACT;
      if (!given.isValueType() && bound != Bound.EXACT) {
        inner =
            switch (parameter.definition().variance(i)) {
              case NONE -> Bound.EXACT;
              case OUT -> bound;
              case IN -> bound.reversed();
            };
      }
      infer(inner, given, parameter.arguments().get(i));
    }
  }

  /** 12.6.3.12: the one candidate that all bounds allow and all others convert to. */
  private static @Nullable ClrType fix(Bounds bounds) {
    Set<ClrType> candidates = new LinkedHashSet<>(bounds.exact());
    candidates.addAll(bounds.lower());
    candidates.addAll(bounds.upper());
    for (ClrType exact : bounds.exact()) {
      candidates.removeIf(candidate -> !candidate.equals(exact));
    }
    for (ClrType lower : bounds.lower()) {
      candidates.removeIf(candidate -> !Conversions.exists(lower, candidate));
    }
    for (ClrType upper : bounds.upper()) {
      candidates.removeIf(candidate -> !Conversions.exists(candidate, upper));
    }
    for (ClrType candidate : candidates) {
      if (candidates.stream().allMatch(other -> Conversions.exists(other, candidate))) {
        return candidate;
      }
    }
    return null;
  }
}
