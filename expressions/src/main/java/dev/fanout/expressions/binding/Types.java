package dev.fanout.expressions.binding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that the language itself knows. */
public final class Types {
  static final String INT_NAME = "System.Int32";

  public static final ClrType.Named OBJECT = named("System.Object");
  public static final ClrType.Named STRING = named("System.String");
  public static final ClrType.Named BOOL = named("System.Boolean");
  public static final ClrType.Named CHAR = named("System.Char");
  public static final ClrType.Named SBYTE = named("System.SByte");
  public static final ClrType.Named BYTE = named("System.Byte");
  public static final ClrType.Named SHORT = named("System.Int16");
  public static final ClrType.Named USHORT = named("System.UInt16");
  public static final ClrType.Named INT = named(INT_NAME);
  public static final ClrType.Named UINT = named("System.UInt32");
  public static final ClrType.Named LONG = named("System.Int64");
  public static final ClrType.Named ULONG = named("System.UInt64");
  public static final ClrType.Named FLOAT = named("System.Single");
  public static final ClrType.Named DOUBLE = named("System.Double");
  public static final ClrType.Named DECIMAL = named("System.Decimal");

  private static final Map<ClrType, Numeric> NUMERICS =
      Map.ofEntries(
          Map.entry(SBYTE, Numeric.SBYTE),
          Map.entry(BYTE, Numeric.BYTE),
          Map.entry(SHORT, Numeric.SHORT),
          Map.entry(USHORT, Numeric.USHORT),
          Map.entry(CHAR, Numeric.CHAR),
          Map.entry(INT, Numeric.INT),
          Map.entry(UINT, Numeric.UINT),
          Map.entry(LONG, Numeric.LONG),
          Map.entry(ULONG, Numeric.ULONG),
          Map.entry(FLOAT, Numeric.FLOAT),
          Map.entry(DOUBLE, Numeric.DOUBLE),
          Map.entry(DECIMAL, Numeric.DECIMAL));

  private Types() {}

  private static ClrType.Named named(String fullName) {
    return TypeTable.library().require(fullName);
  }

  /** Null for what is no number; {@code char} is one. */
  public static @Nullable Numeric numeric(ClrType type) {
    return NUMERICS.get(type);
  }

  /** Of what is known to be a number. */
  public static Numeric numericOrThrow(ClrType type) {
    Numeric numeric = NUMERICS.get(type);
    if (numeric == null) {
      throw new IllegalArgumentException(type + " is no number");
    }
    return numeric;
  }

  public static boolean isEnum(ClrType type) {
    return type instanceof ClrType.Named named
        && named.definition().kind() == TypeDefinition.Kind.ENUM;
  }

  public static boolean isNullable(ClrType type) {
    return type instanceof ClrType.Named named
        && named.definition().isNullable()
        && named.arguments().size() == 1;
  }

  /** The T of {@code T?}; other types as they are. */
  public static ClrType underlying(ClrType type) {
    return isNullable(type) ? ((ClrType.Named) type).arguments().get(0) : type;
  }

  static ClrType nullable(ClrType type) {
    TypeDefinition definition = TypeTable.library().byFullName("System.Nullable", 1);
    if (definition == null) {
      throw new IllegalStateException("System.Nullable is not declared");
    }
    return new ClrType.Named(definition, List.of(type));
  }

  /** Can a value of it be null? */
  public static boolean takesNull(ClrType type) {
    return !type.isValueType() || isNullable(type);
  }

  /** {@code System.Exception}. */
  static ClrType exception() {
    return named("System.Exception");
  }

  static boolean isError(ClrType type) {
    return type == ClrType.Special.ERROR;
  }
}
