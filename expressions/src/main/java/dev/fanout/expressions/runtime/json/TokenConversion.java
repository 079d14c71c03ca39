package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.Enums;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.RuntimeTypes;
import org.jspecify.annotations.Nullable;

/** Tokens as values of a type that is known by name. */
final class TokenConversion {
  private static final String OBJECT = "System.Object";

  private TokenConversion() {}

  static boolean isOfType(JToken token, String typeName) {
    return switch (typeName) {
      case OBJECT,
          TokenWalks.TOKEN,
          "System.Collections.Generic.IEnumerable<Newtonsoft.Json.Linq.JToken>",
          "Newtonsoft.Json.Linq.IJEnumerable<Newtonsoft.Json.Linq.JToken>" ->
          true;
      case "Newtonsoft.Json.Linq.JContainer",
          "System.Collections.Generic.IList<Newtonsoft.Json.Linq.JToken>" ->
          token instanceof JContainer;
      case "Newtonsoft.Json.Linq.JValue" -> token instanceof JValue;
      default -> token.className().equals(typeName);
    };
  }

  /** {@code Value<T>()}: the token if it is a T, else its value as one. */
  static @Nullable Object to(@Nullable JToken token, String typeName) {
    if (token == null) {
      return ClrTypeName.defaultOf(typeName);
    }
    if (isOfType(token, typeName)) {
      return token;
    }
    if (!(token instanceof JValue plain)) {
      throw new ExpressionFailure(
          "System.InvalidCastException",
          "Cannot cast " + token.className() + " to " + TokenWalks.TOKEN + ".");
    }
    Object value = plain.value();
    String underlying = ClrTypeName.underlying(typeName);
    if (value == null && underlying != null) {
      return null;
    }
    return changeType(value, underlying == null ? typeName : underlying);
  }

  /** {@code Convert.ChangeType}. */
  static @Nullable Object changeType(@Nullable Object value, String target) {
    if (value == null) {
      if (ClrTypeName.defaultOf(target) != null) {
        throw Convertible.invalid(null, target);
      }
      return null;
    }
    String name = RuntimeTypes.nameOf(value);
    if (name.equals(target) || target.equals(OBJECT)) {
      return value;
    }
    boolean converts =
        value instanceof String
            || value instanceof Boolean
            || value instanceof Character
            || value instanceof dev.fanout.expressions.runtime.DateTime
            || value instanceof dev.fanout.expressions.runtime.EnumValue
            || Convertible.isFloat(value)
            || (Convertible.isInteger(value) && !(value instanceof java.math.BigInteger));
    if (!converts) {
      throw new ExpressionFailure(
          "System.InvalidCastException", "Object must implement IConvertible.");
    }
    Object simple = simple(value, target);
    if (simple == null) {
      throw new ExpressionFailure(
          "System.InvalidCastException", "Invalid cast from '" + name + "' to '" + target + "'.");
    }
    return simple;
  }

  /** Null for a type that {@code System.Convert} does not know. */
  private static @Nullable Object simple(Object value, String target) {
    NumberKind kind = integerKind(target);
    if (kind != null) {
      return kind.box(Convertible.toInteger(value, kind));
    }
    return switch (target) {
      case "System.Boolean" -> Boxes.box(Convertible.toBoolean(value));
      case "System.Single" -> Boxes.box(Convertible.toSingle(value));
      case "System.Double" -> Boxes.box(Convertible.toDouble(value));
      case "System.Decimal" -> Convertible.toDecimal(value);
      case "System.DateTime" -> Convertible.toDateTime(value);
      case "System.String" -> Convertible.toText(value);
      default -> null;
    };
  }

  static @Nullable NumberKind integerKind(String typeName) {
    if (!typeName.startsWith("System.")) {
      return null;
    }
    String simple = typeName.substring("System.".length());
    for (NumberKind kind : NumberKind.values()) {
      if (kind.simpleName.equals(simple)) {
        return kind;
      }
    }
    return null;
  }

  private static Object enumOf(JValue value, String typeName) {
    String text = value.toString();
    try {
      return SimpleValues.toEnum(text, typeName);
    } catch (ExpressionFailure e) {
      throw Failures.argument(
          "Could not convert '"
              + text
              + "' to "
              + typeName.substring(typeName.lastIndexOf('.') + 1)
              + ".",
          null);
    }
  }

  /** {@code ToObject<T>()}: simple types by the casts of tokens, others read from the tree. */
  static @Nullable Object toObject(JToken token, String typeName) {
    String underlying = ClrTypeName.underlying(typeName);
    String simple = underlying == null ? typeName : underlying;
    if (Enums.isEnum(simple) && token instanceof JValue plain && plain.value() != null) {
      if (plain.type() == JTokenType.STRING) {
        return enumOf(plain, simple);
      }
      if (plain.type() == JTokenType.INTEGER) {
        return SimpleValues.toEnum(plain.value(), simple);
      }
    }
    if (!TokenOperators.knows(simple)) {
      return JsonDeserializer.read(new JTokenReader(token), typeName, false);
    }
    boolean nullable = underlying != null;
    return TokenOperators.to(token, simple, nullable);
  }
}
