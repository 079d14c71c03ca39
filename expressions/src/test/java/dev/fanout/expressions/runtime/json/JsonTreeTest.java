package dev.fanout.expressions.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Meter;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JsonTreeTest {
  private final Meter meter = Fence.begin(new ExpressionLimits(100_000_000, Duration.ofMinutes(1)));

  @AfterEach
  void ends_the_evaluation() {
    Fence.end(meter);
  }

  private static String compact(JToken token) {
    return token.toString(0);
  }

  @Nested
  class Ownership {
    @Test
    void a_token_that_has_a_parent_is_copied() {
      JObject from = JObject.parse("{\"a\":{\"b\":1}}");
      JObject to = JObject.create();
      to.setItem("x", from.item("a"));
      ((JObject) to.item("x")).setItem("b", JValue.create(2L));

      assertThat(compact(from)).isEqualTo("{\"a\":{\"b\":1}}");
      assertThat(compact(to)).isEqualTo("{\"x\":{\"b\":2}}");
    }

    @Test
    void a_container_in_itself_is_a_copy_of_it() {
      JArray array = JArray.parse("[1]");
      array.add((JToken) array);

      assertThat(compact(array)).isEqualTo("[1,[1]]");
    }

    @Test
    void siblings_and_parents_follow_every_change() {
      JArray array = JArray.parse("[1,2,3]");
      JToken second = array.item(1);
      second.remove();

      assertThat(second.parent()).isNull();
      assertThat(array.item(0).next()).isSameAs(array.item(1));
      assertThat(array.item(1).previous()).isSameAs(array.item(0));
      assertThat(array.item(1).next()).isNull();
    }

    @Test
    void a_property_keeps_its_one_value() {
      JProperty property = JProperty.create("a", (Object) 1);

      assertThatThrownBy(() -> property.add(2))
          .hasMessage("Newtonsoft.Json.Linq.JProperty cannot have multiple values.");
      assertThatThrownBy(property::removeAll)
          .hasMessage("Cannot add or remove items from Newtonsoft.Json.Linq.JProperty.");
    }

    @Test
    void names_are_unique_and_only_properties_stand_in_objects() {
      JObject object = JObject.parse("{\"a\":1}");

      assertThatThrownBy(() -> object.add("a", null))
          .hasMessage(
              "Can not add property a to Newtonsoft.Json.Linq.JObject. Property with the same name"
                  + " already exists on object.");
      assertThatThrownBy(() -> object.add((Object) 1))
          .hasMessage("Can not add Newtonsoft.Json.Linq.JValue to Newtonsoft.Json.Linq.JObject.");
      assertThatThrownBy(() -> JArray.create((Object) JProperty.create("a", (Object) 1)))
          .hasMessage("Can not add Newtonsoft.Json.Linq.JProperty to Newtonsoft.Json.Linq.JArray.");
    }

    @Test
    void an_enumeration_sees_that_its_container_changed() {
      JArray array = JArray.parse("[1,2]");
      Iterator<?> items = array.iterator();
      items.next();
      array.clear();

      assertThatThrownBy(items::hasNext)
          .hasMessage("Collection was modified; enumeration operation may not execute.");
    }

    @Test
    void many_names_are_found_as_few_are() {
      JObject object = JObject.create();
      for (int i = 0; i < 100; i++) {
        object.add("n" + i, JValue.create((long) i));
      }
      object.remove("n50");
      object.setItem("n51", JValue.create("x"));

      assertThat(object.count()).isEqualTo(99);
      assertThat(object.item("n50")).isNull();
      assertThat(object.item("n51")).hasToString("x");
      assertThat(object.getValue("N99", 5)).hasToString("99");
    }
  }

  @Nested
  class Merging {
    @Test
    void objects_merge_arrays_grow_and_null_changes_nothing() {
      JObject left = JObject.parse("{\"a\":1,\"b\":{\"c\":2},\"l\":[1],\"s\":\"x\"}");
      left.merge(JObject.parse("{\"a\":null,\"b\":{\"d\":3},\"l\":[1,2],\"s\":[0],\"n\":null}"));

      assertThat(compact(left))
          .isEqualTo("{\"a\":1,\"b\":{\"c\":2,\"d\":3},\"l\":[1,1,2],\"s\":[0],\"n\":null}");
    }
  }

  @Nested
  class Equality {
    @Test
    void is_by_content_and_not_by_order_of_names() {
      assertThat(
              JToken.deepEquals(
                  JToken.parse("{\"a\":1,\"b\":[1.5,\"x\"]}"),
                  JToken.parse("{\"b\":[1.5,\"x\"],\"a\":1}")))
          .isTrue();
      assertThat(JToken.deepEquals(JToken.parse("[1,2]"), JToken.parse("[2,1]"))).isFalse();
      assertThat(JToken.deepEquals(JToken.parse("1"), JToken.parse("1.0"))).isFalse();
    }

    @Test
    void of_values_is_by_kind_and_value() {
      assertThat((Object) JValue.create(5L))
          .isEqualTo(JValue.create((Object) 5))
          .hasSameHashCodeAs(5L);
      assertThat((Object) JValue.create("5")).isNotEqualTo(JValue.create(5L));
    }
  }

  @Nested
  class Casts {
    private JToken of(String json) {
      return JToken.parse(json);
    }

    @Test
    void numbers_come_from_numbers_texts_and_truth() {
      assertThat(TokenOperators.toInt32(of("2.5"))).isEqualTo(2);
      assertThat(TokenOperators.toInt32(of("3.5"))).isEqualTo(4);
      assertThat(TokenOperators.toInt32(of("' 42 '"))).isEqualTo(42);
      assertThat(TokenOperators.toInt32(of("true"))).isEqualTo(1);
      assertThat(TokenOperators.toDouble(of("'1,234.5'"))).isEqualTo(1234.5);
      assertThat(TokenOperators.toDecimal(of("'1.50'"))).hasToString("1.50");
      assertThat(TokenOperators.toNullableInt32(of("null"))).isNull();
      assertThat(TokenOperators.toNullableInt32(null)).isNull();
    }

    @Test
    void what_does_not_fit_fails_as_in_dotnet() {
      assertThatThrownBy(() -> TokenOperators.toInt32(of("3000000000")))
          .hasMessage("Value was either too large or too small for an Int32.");
      assertThatThrownBy(() -> TokenOperators.toInt32(of("null")))
          .hasMessage("Can not convert Null to Int32.");
      assertThatThrownBy(() -> TokenOperators.toInt32(null))
          .hasMessage("Value cannot be null. (Parameter 'value')");
      assertThatThrownBy(() -> TokenOperators.toInt32(of("'A'")))
          .hasMessage("The input string 'A' was not in a correct format.");
      assertThatThrownBy(() -> TokenOperators.toInt64(of("1e30")))
          .hasMessage("Arithmetic operation resulted in an overflow.");
      assertThatThrownBy(() -> TokenOperators.toText(of("{}")))
          .hasMessage("Can not convert Object to String.");
      assertThatThrownBy(() -> TokenOperators.toChar(of("1.5")))
          .hasMessage("Invalid cast from 'Double' to 'Char'.");
    }

    @Test
    void by_name_they_are_those_of_convert() {
      JObject object = JObject.parse("{\"n\":12.5,\"o\":{},\"s\":\"x\"}");

      assertThat(object.value("n", "System.Int32")).isEqualTo(12);
      assertThat(object.value("absent", "System.Int32")).isEqualTo(0);
      assertThat(object.value("absent", "System.Nullable<System.Int32>")).isNull();
      assertThat(object.value("n", "System.String")).isEqualTo("12.5");
      assertThatThrownBy(() -> object.value("o", "System.String"))
          .hasMessage("Cannot cast Newtonsoft.Json.Linq.JObject to Newtonsoft.Json.Linq.JToken.");
      assertThatThrownBy(() -> object.value("s", "System.Guid"))
          .hasMessage("Invalid cast from 'System.String' to 'System.Guid'.");
    }
  }

  @Nested
  class Deserializing {
    @Test
    void numbers_become_the_text_they_are() {
      assertThat(JsonConverts.deserializeObject("1.50", "System.String")).isEqualTo("1.50");
      assertThat(JsonConverts.deserializeObject("true", "System.String")).isEqualTo("true");
      assertThat(JsonConverts.deserializeObject("", "System.String")).isNull();
    }

    @Test
    void a_failure_says_where() {
      assertThatThrownBy(() -> JsonConverts.deserializeObject("\"x\"", "System.Int32"))
          .hasMessage("Could not convert string to integer: x. Path '', line 1, position 3.");
      assertThatThrownBy(() -> JsonConverts.deserializeObject("1.5", "System.Int32"))
          .hasMessage("Input string '1.5' is not a valid integer. Path '', line 1, position 3.");
      assertThatThrownBy(() -> JsonConverts.deserializeObject("", "System.Int32"))
          .hasMessage(
              "No JSON content found and type 'System.Int32' is not nullable. Path '', line 0,"
                  + " position 0.");
      assertThatThrownBy(
              () -> JsonConverts.deserializeObject("[1]", "Newtonsoft.Json.Linq.JObject"))
          .hasMessage(
              "Deserialized JSON type 'Newtonsoft.Json.Linq.JArray' is not compatible with expected"
                  + " type 'Newtonsoft.Json.Linq.JObject'. Path '', line 1, position 3.");
      assertThatThrownBy(
              () -> JsonConverts.deserializeObject("{\"a\":1", "Newtonsoft.Json.Linq.JObject"))
          .hasMessage("Unexpected end when reading token. Path ''.");
    }
  }
}
