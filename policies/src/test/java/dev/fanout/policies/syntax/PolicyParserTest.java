package dev.fanout.policies.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourcePosition;
import dev.fanout.diagnostics.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParserTest {
  @Nested
  class AnExpression {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "@(context.Request.Headers[\"a\"])",
          "@(a < b && c > d)",
          "@(\")\" + ')' + '\"')",
          "@($\"{context.Variables[\"k)\"]}\")",
          "@(@\"C:\\\" + \")\")",
          "@{ return \"</value>\"; }",
          "@{ // it's )\n return 1; /* \" */ }",
          "@(x is string ? \"a'\" : 'b'.ToString())",
        })
    void stands_unescaped_in_attributes_and_text(String code) {
      ElementNode root = root("<a b=\"" + code + "\" c='2'>\n  " + code + " </a>");

      AttributeNode attribute = root.attribute("b").orElseThrow();
      assertThat(attribute.value()).isEqualTo(code);
      assertThat(attribute.expression().orElseThrow().text()).isEqualTo(code);
      assertThat(attribute.expression().orElseThrow().span()).isEqualTo(attribute.valueSpan());
      assertThat(root.attribute("c").orElseThrow().value()).isEqualTo("2");
      PolicyExpression inText = root.text().expression().orElseThrow();
      assertThat(inText.text()).isEqualTo(code);
      assertThat(inText.span().text()).isEqualTo(code);
      assertThat(inText.isEscaped()).isFalse();
    }

    @Test
    void is_decoded_where_the_value_is_complete_as_xml() {
      ElementNode root = root("<a b=\" @(x[&quot;)&quot;] &lt; 1)&#10;\">@(a &amp;&amp; b)</a>");

      AttributeNode attribute = root.attribute("b").orElseThrow();
      assertThat(attribute.value()).isEqualTo(" @(x[\")\"] < 1)\n");
      PolicyExpression expression = attribute.expression().orElseThrow();
      assertThat(expression.text()).isEqualTo("@(x[\")\"] < 1)");
      assertThat(expression.span().text()).isEqualTo("@(x[&quot;)&quot;] &lt; 1)");
      assertThat(expression.isEscaped()).isTrue();
      assertThat(root.text().expression().orElseThrow().text()).isEqualTo("@(a && b)");
    }

    @Test
    void is_verbatim_where_the_value_is_no_xml() {
      ElementNode root = root("<a b=\"@(x.Replace(\"&\", \"&amp;\"))\" />");
      assertThat(root.attribute("b").orElseThrow().value())
          .isEqualTo("@(x.Replace(\"&\", \"&amp;\"))");
    }

    @Test
    void keeps_its_place_when_it_stands_in_cdata() {
      ElementText text = root("<a>\n<![CDATA[ @(1 < 2) ]]>\n</a>").text();
      assertThat(text.expression().orElseThrow().span().text()).isEqualTo("@(1 < 2)");
      assertThat(text.value()).isEqualTo("\n @(1 < 2) \n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@(1)", "@", "@ (1)", "@@(1)", "user@(host)"})
    void is_none_unless_the_value_starts_with_it(String value) {
      ElementNode root = root("<a b=\"" + value + "\">" + value + "</a>");
      assertThat(root.attribute("b").orElseThrow().isExpression()).isFalse();
      assertThat(root.attribute("b").orElseThrow().value()).isEqualTo(value);
      assertThat(root.text().isExpression()).isFalse();
    }

    @Test
    void is_none_in_a_comment() {
      ElementNode root = root("<a><!-- @(1 --><b/></a>");
      assertThat(root.elements()).hasSize(1);
      assertThat(((CommentNode) root.children().get(0)).value()).isEqualTo(" @(1 ");
    }
  }

  @Nested
  class AValue {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "a &lt; b &amp; &#65;&#x1F600; | a < b & A😀",
          "{{named-value}}/x | {{named-value}}/x",
          "${var.url} | ${var.url}",
          "${f('a')} | ${f('a')}",
        })
    void decodes_references_and_passes_templates_through(String written, String value) {
      ElementNode root = root("<a b='" + written + "'>" + written + "</a>");
      assertThat(root.attribute("b").orElseThrow().value()).isEqualTo(value);
      assertThat(root.text().value()).isEqualTo(value);
    }

    @Test
    void has_xml_line_ends() {
      ElementNode root = root("<a b=\"1\r\n2\t3\">x\r\ny\rz</a>");
      assertThat(root.attribute("b").orElseThrow().value()).isEqualTo("1 2 3");
      assertThat(root.text().value()).isEqualTo("x\ny\nz");
    }

    @Test
    void of_an_element_with_elements_is_their_markup() {
      assertThat(root("<set-body>\n<x y='&amp;'>1</x></set-body>").text().value())
          .isEqualTo("\n<x y='&amp;'>1</x>");
    }
  }

  @Test
  void every_node_knows_its_place() {
    ElementNode root = root("<a>\n  <b  c = \"1\"/>\r\n</a>");
    ElementNode b = root.elements().get(0);

    assertThat(b.nameSpan().position()).isEqualTo(new SourcePosition(7, 2, 4));
    assertThat(b.attribute("c").orElseThrow().nameSpan().position())
        .isEqualTo(new SourcePosition(10, 2, 7));
    assertThat(b.attribute("c").orElseThrow().valueSpan().position())
        .isEqualTo(new SourcePosition(15, 2, 12));
    assertThat(b.span().text()).isEqualTo("<b  c = \"1\"/>");
    assertThat(b.parent()).contains(root);
    assertThat(root.contentSpan().text()).isEqualTo("\n  <b  c = \"1\"/>\r\n");
  }

  @Nested
  class WhatMustNotBe {
    @Test
    void external_entities_are_never_read() {
      ParsedPolicy parsed =
          parse("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a b=\"&x;\">&x;</a>");

      assertThat(codes(parsed))
          .containsExactly("XML_DOCTYPE", "XML_UNKNOWN_ENTITY", "XML_UNKNOWN_ENTITY");
      assertThat(parsed.tree().root().orElseThrow().text().value()).isEqualTo("&x;");
    }

    @Test
    void entities_do_not_multiply() {
      String bomb =
          "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><a>"
              + "&b;".repeat(100)
              + "</a>";
      assertThat(parse(bomb).tree().root().orElseThrow().text().value()).hasSize(300);
    }

    @Test
    void a_document_that_is_too_deep_is_read_up_to_there() {
      int depth = PolicyParser.MAX_DEPTH;
      ParsedPolicy fits = parse("<a>".repeat(depth) + "</a>".repeat(depth));
      ParsedPolicy tooDeep = parse("<a>".repeat(100_000) + "</a>".repeat(100_000));

      assertThat(fits.issues()).isEmpty();
      assertThat(codes(tooDeep)).containsExactly("POLICY_TOO_DEEP");
      TreeAssertions.assertLossless(tooDeep.tree());
    }

    @Test
    void a_document_that_is_too_large_is_not_read() {
      int room = PolicyParser.MAX_LENGTH - "<a></a>".length();
      assertThat(parse("<a>" + " ".repeat(room) + "</a>").issues()).isEmpty();
      ParsedPolicy tooLarge = parse("<a>" + " ".repeat(room + 1) + "</a>");
      assertThat(codes(tooLarge)).containsExactly("POLICY_TOO_LARGE");
      TreeAssertions.assertLossless(tooLarge.tree());
    }

    @Test
    void the_list_of_issues_is_bounded() {
      List<Issue> issues = parse("<a>" + "& ".repeat(2_000) + "</a>").issues();
      assertThat(issues).hasSize(IssueList.MOST + 1);
      assertThat(issues.get(IssueList.MOST).message())
          .contains(Integer.toString(2_000 - IssueList.MOST));
    }
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void the_time_is_linear(String pattern) {
    double small = stepsPerCharacter(pattern, 20_000);
    double large = stepsPerCharacter(pattern, 320_000);
    assertThat(large).as("steps for each character, 16 times the size").isLessThan(small * 1.5 + 2);
  }

  static Stream<String> patterns() {
    return Stream.of(
        "<a b=\"@(",
        "<a b='@(\n",
        "<a b=\"@(\"x\" c=\"",
        "<b>@(</c>",
        "<b>@{x",
        "<b>@(a) x",
        "<!--",
        "<![CDATA[",
        "<?x ",
        "<a b=\"${",
        "\"${ ",
        "<a b=\"x c=\"",
        "<a b=c",
        "<a ",
        "<a\t\t\t\t\n",
        "</a",
        "</x>",
        "<a b=\"<",
        "<a b='<a c=\"",
        "&#x",
        "&amp;",
        "@(\"",
        "<a b=\"@(&quot;\"",
        "<a b=\"    ",
        "a=\"1\" ");
  }

  private static double stepsPerCharacter(String pattern, int length) {
    String text = "<r>" + "<a b=\"1\" c=\"" + pattern.repeat(length / pattern.length());
    DocumentParser parser = new DocumentParser(SourceText.of("policy.xml", text));
    ParsedPolicy parsed = parser.parse();
    assertThat(parsed.tree().text()).isEqualTo(text);
    return (double) parser.steps() / text.length();
  }

  private static List<String> codes(ParsedPolicy parsed) {
    return parsed.issues().stream().map(Issue::code).toList();
  }

  private static ElementNode root(String text) {
    ParsedPolicy parsed = parse(text);
    assertThat(parsed.issues()).isEmpty();
    return parsed.tree().root().orElseThrow();
  }

  private static ParsedPolicy parse(String text) {
    return PolicyParser.parse(SourceText.of("policy.xml", text));
  }
}
