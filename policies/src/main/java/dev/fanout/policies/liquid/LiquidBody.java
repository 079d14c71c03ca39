package dev.fanout.policies.liquid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.DateTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template sees as {@code body}: a JSON document as maps, lists and values. */
public final class LiquidBody {
  private static final int DEEPEST = 128;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST + 2).build())
          .build();

  private LiquidBody() {}

  /**
   * Reads JSON; null for a text without a value.
   *
   * @param parseDates whether texts that look like a time are one, as API Management does unless
   *     {@code parse-date} is false
   * @throws ExpressionFailure for a text that is no JSON
   */
  public static @Nullable Object ofJson(String json, boolean parseDates) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      JsonToken first = parser.nextToken();
      return first == null ? null : value(parser, first, parseDates, 0);
    } catch (IOException e) {
      throw new ExpressionFailure(
          "Newtonsoft.Json.JsonReaderException", "The body is not valid JSON.", e);
    }
  }

  private static @Nullable Object value(
      JsonParser parser, JsonToken token, boolean parseDates, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new ExpressionFailure(
          "Newtonsoft.Json.JsonReaderException", "The body is nested too deeply.");
    }
    switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          members.put(name, value(parser, parser.nextToken(), parseDates, depth + 1));
        }
        return members;
      }
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        JsonToken item = parser.nextToken();
        while (item != JsonToken.END_ARRAY) {
          items.add(value(parser, item, parseDates, depth + 1));
          item = parser.nextToken();
        }
        return items;
      }
      case VALUE_STRING -> {
        String text = parser.getText();
        DateTime time = parseDates ? JsonDates.ofJson(text) : null;
        return time == null ? text : (Object) time;
      }
      case VALUE_NUMBER_INT -> {
        boolean isLong = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return isLong ? (Object) parser.getLongValue() : (Object) parser.getDoubleValue();
      }
      case VALUE_NUMBER_FLOAT -> {
        return parser.getDoubleValue();
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return token == JsonToken.VALUE_TRUE;
      }
      default -> {
        return null;
      }
    }
  }
}
