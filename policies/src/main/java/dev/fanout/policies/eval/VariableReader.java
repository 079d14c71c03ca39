package dev.fanout.policies.eval;

import dev.fanout.diagnostics.Issue;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.TimeSpan;
import dev.fanout.expressions.runtime.json.JArray;
import dev.fanout.expressions.runtime.json.JObject;
import dev.fanout.expressions.runtime.json.JToken;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Variables: <code>{"type": …, "value": …}</code>, or a bare text, number, true, false or null,
 * whose type is what C# would give such a literal.
 */
final class VariableReader {
  static final List<String> TYPES =
      List.of(
          "string",
          "int",
          "long",
          "double",
          "decimal",
          "bool",
          "null",
          "bytes",
          "DateTime",
          "TimeSpan",
          "Guid",
          "JObject",
          "JArray",
          "JToken",
          "IResponse");

  /** Of a document that its user wrote. */
  private static final ExpressionLimits LIMITS =
      new ExpressionLimits(1_000_000_000, Duration.ofMinutes(1));

  private final BodyReader bodies;

  VariableReader(BodyReader bodies) {
    this.bodies = bodies;
  }

  /** The member of this name; a document without it has no variables. */
  VariableValues read(Fields fields, String member) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    fields.object(
        member,
        "'" + member + "'",
        variables -> {
          variables.names().forEach(name -> values.put(name, variable(variables, name)));
          return values;
        });
    return new VariableValues(values);
  }

  private @Nullable Object variable(Fields variables, String name) {
    Json value = variables.value(name);
    if (value instanceof Json.Members) {
      return variables.object(name, "the variable '" + name + "'", this::typed);
    }
    if (value instanceof Json.Text text) {
      return text.value();
    }
    if (value instanceof Json.Flag flag) {
      return flag.value();
    }
    if (value instanceof Json.Number number) {
      return number(variables, name, number);
    }
    return value == null ? null : variables.wanted("an object or a scalar", name, value);
  }

  private static @Nullable Object number(Fields variables, String name, Json.Number number) {
    if (!number.isInteger()) {
      return Double.valueOf(number.digits());
    }
    try {
      long value = Long.parseLong(number.digits());
      return value == (int) value ? (Object) (int) value : (Object) value;
    } catch (NumberFormatException e) {
      return variables.wanted("a number of at most 64 bits", name, number);
    }
  }

  private @Nullable Object typed(Fields variable) {
    String type = variable.text("type", "");
    return switch (type) {
      case "string" -> variable.textOrNull("value");
      case "int" -> number(variable, "a 32-bit number", Integer::valueOf);
      case "long" -> number(variable, "a 64-bit number", Long::valueOf);
      case "double" -> number(variable, "a number", Double::valueOf);
      case "decimal" ->
          number(variable, "a decimal", digits -> Decimal.parseLiteral(new BigDecimal(digits)));
      case "bool" -> variable.flag("value", false);
      case "null" -> variable.value("value");
      case "bytes" -> variable.parsed("value", "base64", Base64.getDecoder()::decode);
      case "DateTime" ->
          variable.parsed(
              "value",
              "a time such as 2026-03-14T09:26:53Z",
              text -> DateTime.of(Instant.parse(text)));
      case "TimeSpan" ->
          variable.parsed(
              "value",
              "a time span such as 00:00:01.5",
              text -> TimeSpan.of(TimeSpanText.parse(text)));
      case "Guid" -> variable.parsed("value", "a GUID", UUID::fromString);
      case "IResponse" -> variable.object("value", "the response", bodies::response);
      case "JObject", "JArray", "JToken" -> token(type, variable);
      default -> {
        variable.value("value");
        variable
            .issues()
            .add(
                Issue.error(
                    "EVAL_BAD_VALUE",
                    variable.span(),
                    "the 'type' of a variable is one of " + String.join(", ", TYPES)));
        yield null;
      }
    };
  }

  private static @Nullable Object number(
      Fields variable, String kind, Function<String, @Nullable Object> parse) {
    Json value = variable.value("value");
    if (value == null) {
      return null;
    }
    String digits =
        value instanceof Json.Number number
            ? number.digits()
            : value instanceof Json.Text text ? text.value() : "";
    try {
      Object parsed = parse.apply(digits);
      if (parsed != null) {
        return parsed;
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    return variable.wanted(kind, "value", value);
  }

  private static @Nullable Object token(String type, Fields variable) {
    Json value = variable.value("value");
    if (value == null) {
      return null;
    }
    String json = value.span().text();
    try {
      return Fence.within(
          LIMITS,
          () ->
              switch (type) {
                case "JObject" -> JObject.parse(json);
                case "JArray" -> JArray.parse(json);
                default -> JToken.parse(json);
              });
    } catch (ExpressionFailure e) {
      return variable.wanted("JSON that Newtonsoft reads as a " + type, "value", value);
    }
  }
}
