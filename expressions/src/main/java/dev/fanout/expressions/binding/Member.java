package dev.fanout.expressions.binding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a declared type. */
public sealed interface Member {
  /** Among {@code reified}: the type that is constructed. */
  String SELF = "this";

  String name();

  boolean isStatic();

  /** The type of its value: a method's result, a property's type. */
  ClrType type();

  /**
   * A method, constructor, indexer, property or operator: all of them are calls.
   *
   * @param reified type parameters that are handed over as the full name of their argument, behind
   *     the other arguments; of a constructor, type parameters of its type
   * @param setter what assigns a property or indexer, with the value as last argument; null for
   *     what is only read
   */
  record Method(
      String name,
      Kind kind,
      boolean isStatic,
      boolean isExtension,
      List<String> typeParameters,
      List<String> reified,
      List<Parameter> parameters,
      ClrType type,
      Target target,
      @Nullable Target setter)
      implements Member {
    public Method {
      typeParameters = List.copyOf(typeParameters);
      reified = List.copyOf(reified);
      parameters = List.copyOf(parameters);
    }

    /** A delegate's call, whose arguments and result are objects whatever their types. */
    boolean takesObjects() {
      return target.owner().equals("dev/fanout/expressions/runtime/Delegate");
    }

    /** A member that cannot be assigned. */
    Method(
        String name,
        Kind kind,
        boolean isStatic,
        boolean isExtension,
        List<String> typeParameters,
        List<String> reified,
        List<Parameter> parameters,
        ClrType type,
        Target target) {
      this(
          name,
          kind,
          isStatic,
          isExtension,
          typeParameters,
          reified,
          parameters,
          type,
          target,
          null);
    }
  }

  /** A constant field, or a value of an enum, in its JVM form. */
  record Constant(String name, ClrType type, Object value) implements Member {
    @Override
    public boolean isStatic() {
      return true;
    }
  }

  /** How a method is written. */
  enum Kind {
    METHOD,
    PROPERTY,
    INDEXER,
    CONSTRUCTOR,
    OPERATOR
  }

  /**
   * A parameter.
   *
   * @param isParams takes any number of arguments
   * @param isOut handed over by reference
   * @param isOptional null stands for {@code default} then
   * @param isRef {@code ref}: {@code isOut} too
   */
  record Parameter(
      String name,
      ClrType type,
      boolean isParams,
      boolean isOut,
      boolean isOptional,
      @Nullable Object defaultValue,
      boolean isRef) {
    Parameter(
        String name,
        ClrType type,
        boolean isParams,
        boolean isOut,
        boolean isOptional,
        @Nullable Object defaultValue) {
      this(name, type, isParams, isOut, isOptional, defaultValue, false);
    }
  }

  /** The Java method behind it. */
  record Target(Invocation invocation, String owner, String name, String descriptor) {}

  /** How the Java method is called. */
  enum Invocation {
    STATIC,
    VIRTUAL,
    INTERFACE
  }
}
