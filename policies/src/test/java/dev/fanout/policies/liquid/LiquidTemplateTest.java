package dev.fanout.policies.liquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.expressions.ExpressionFailure;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTemplateTest {
  private static final String BODY =
      "{\"name\":\"ada lovelace\",\"list\":[3,1,2],\"words\":[\"b\",\"A\",\"c\"],\"none\":null,"
          + "\"items\":[{\"k\":\"x\",\"n\":1},{\"k\":\"y\",\"n\":2.5}],\"time\":\"2026-03-14T09:26:53Z\"}";

  private static String render(String template) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("body", LiquidBody.ofJson(BODY, true));
    return LiquidTemplate.parse(template).render(variables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{{ body.name | Upcase }}~ADA LOVELACE",
        "{{ body.name | upcase }}~ada lovelace",
        "{{ body.name | Split: \" \" | Last }}~lovelace",
        "{{ body.name | Replace: \"a\", \"o\" | ReplaceFirst: \"o\", \"e\" }}~edo loveloce",
        "{{ body.name | TruncateWords: 1 }}~ada...",
        "{{ body.name.size }} {{ body.name[0] }}~12",
        "{{ 'a|b' | Append: \"|c\" }}~a|b|c",
        "{{ \"x\" | Times: 3 }}~xxx",
        "{{ 7 | Modulo: 4 }} {{ 1.2 | Ceil }} {{ 1.8 | Floor }} {{ 5 | Minus: 7 }}~3 2 1 -2",
        "{{ body.list | Sort | Join: \",\" }} {{ body.list | Reverse | Join: \"\" }}~1,2,3 213",
        "{{ body.words | SortNatural | Join }}~A b c",
        "{{ body.items | Where: \"k\", \"y\" | Map: \"n\" | First }}~2.5",
        "{{ body.items | Sum: \"n\" }}~3.5",
        "{{ body.list }}{{ body.none }}{{ missing.thing }}~312",
        "{{ body.time }}~03/14/2026 09:26:53",
        "{{ \"<a>\" | Escape | EscapeOnce }}~&lt;a&gt;",
        "{% case body.list[1] %}{% when 5, 1 %}one{% else %}other{% endcase %}~one",
        "{% case 9 %}{% when 5 or 1 %}one{% else %}other{% endcase %}~other",
        "{% if body.name == \"x\" or body.list.size == 3 and body.none == nil %}y{% endif %}~y",
        "{% if body.words contains \"A\" %}y{% endif %}{% if body.none %}n{% endif %}~y",
        "{% unless true %}a{% else %}b{% endunless %}~b",
        "{% for i in body.list reversed %}{{ i }}{{ forloop.rindex }} {% endfor %}~23 12 31",
        "{% for i in body.none %}x{% else %}none{% endfor %}~none",
        "{% for i in (1..5) %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}~1345",
        "{% for p in body.items[0] %}{{ p[0] }}={{ p.Value }};{% endfor %}~k=x;n=1;",
        "{% for i in body.list limit:1 %}{{ i }}{% endfor %}"
            + "{% for i in body.list offset:continue %}-{{ i }}{% endfor %}~3-1-2",
        "{% capture c %}<{{ body.list[0] }}>{% endcapture %}{{ c }}{{ c }}~<3><3>",
        "{% comment %}{{ no }}{% if %}{% endcomment %}x~x",
        "{% cycle 'g': 1, 2 %}{% cycle 'h': 1, 2 %}{% cycle 'g': 1, 2 %}~112",
        "{% increment n %}{% increment n %}{% decrement m %}~01-1",
        "{% assign a = body.list | Join: '' %}{{ a | Plus: 1 }}~3121",
        "a {%- if true -%} b {%- endif -%} c~abc",
        "{% for i in body.list %}{% ifchanged %}{{ i | Times: 0 }}{% endifchanged %}{% endfor %}~0",
        "{{ body['name'] | Slice: 0, 3 }}~ada"
      })
  void renders(String template, String expected) {
    assertThat(render(template).strip()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% nosuch %}",
        "{% if true %}",
        "{% for x %}{% endfor %}",
        "{{ x }",
        "{% assign x %}",
        "{% else %}",
        "{% if %}{% endif %}",
        "{% raw %}x"
      })
  void refuses_what_is_no_template(String template) {
    assertThatThrownBy(() -> LiquidTemplate.parse(template))
        .isInstanceOfSatisfying(
            ExpressionFailure.class,
            e -> assertThat(e.typeName()).isEqualTo("DotLiquid.Exceptions.SyntaxException"));
  }

  @Nested
  class IsBounded {
    @Test
    void loops_within_loops_end() {
      String loop = "{% for a in (1..100000) %}";
      String template = loop.repeat(3) + "{% endfor %}".repeat(3);

      assertThatThrownBy(() -> render(template)).isInstanceOf(ExpressionFailure.class);
    }

    @Test
    void text_that_doubles_ends() {
      String template =
          "{% assign a = 'xxxxxxxx' %}{% for i in (1..64) %}{% assign a = a | Append: a %}"
              + "{% endfor %}";

      assertThatThrownBy(() -> render(template)).isInstanceOf(ExpressionFailure.class);
    }

    @Test
    void blocks_nested_without_end_are_refused() {
      String template = "{% if true %}".repeat(5_000) + "{% endif %}".repeat(5_000);

      assertThatThrownBy(() -> render(template)).hasMessageContaining("deep");
    }
  }

  @Nested
  class AnXmlBody {
    @Test
    void is_known_by_the_local_names_of_its_elements() {
      Object body =
          XmlBody.of(
              "<o:order xmlns:o='urn:o'><id>7</id><item>a</item><item>b</item></o:order>", false);
      Map<String, Object> variables = Map.of("body", body);

      assertThat(
              LiquidTemplate.parse("{{ body.order.id }}{{ body.order.item | Join: '+' }}")
                  .render(variables))
          .isEqualTo("7a+b");
    }

    @Test
    void has_a_nil_element_as_empty_text_or_null() {
      String xml = "<r xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><a i:nil='true'/></r>";
      String template = "{% if body.r.a == null %}null{% else %}text{% endif %}";

      assertThat(LiquidTemplate.parse(template).render(Map.of("body", XmlBody.of(xml, true))))
          .isEqualTo("null");
      assertThat(LiquidTemplate.parse(template).render(Map.of("body", XmlBody.of(xml, false))))
          .isEqualTo("text");
    }

    @Test
    void may_have_no_document_type() {
      assertThatThrownBy(
              () -> XmlBody.of("<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///x'>]><r>&e;</r>", false))
          .isInstanceOf(ExpressionFailure.class);
    }
  }
}
