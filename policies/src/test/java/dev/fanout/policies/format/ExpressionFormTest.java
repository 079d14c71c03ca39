package dev.fanout.policies.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.Corpus;
import dev.fanout.policies.PolicyDocuments;
import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.syntax.PolicyParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.xml.sax.SAXException;

class ExpressionFormTest {
  private static final long SEED = 4711L;

  @Nested
  class ToXml {
    @Test
    void escapes_expressions_and_their_line_ends_in_attributes() {
      assertThat(
              convert(
                  "<fragment><set-variable name='a' value='@{\n\treturn c[\"a\"] < 1;\n}'/>"
                      + "<set-body>@{\n\treturn \"<\" + 'a';\n}</set-body></fragment>",
                  PolicyFormat.XML))
          .isEqualTo(
              """
              <fragment>
                  <set-variable name="a" value="@{&#10;&#9;return c[&quot;a&quot;] &lt; 1;&#10;}" />
                  <set-body>@{
              \treturn "&lt;" + 'a';
              }</set-body>
              </fragment>
              """);
    }

    @Test
    void leaves_literals_comments_and_cdata_alone() {
      String document =
          """
          <fragment>
              <!-- @(a < b) -->
              <set-variable name="a" value="x &#34;y&#34;" />
              <set-body><![CDATA[@(a < b)]]></set-body>
          </fragment>
          """;
      assertThat(convert(document, PolicyFormat.XML)).isEqualTo(document);
    }

    @Test
    void converts_where_the_layout_stays() {
      assertThat(convert("<fragment><x  a='@(b < 1)'> @(c < 1) </x></fragment>", PolicyFormat.XML))
          .isEqualTo("<fragment>\n    <x  a='@(b &lt; 1)'> @(c &lt; 1) </x>\n</fragment>\n");
    }

    @Test
    void refuses_code_in_the_xml_of_a_body() {
      SourceText source =
          SourceText.of(
              "p.xml", "<fragment><set-body><a b=\"@(c)\">@(d)</a></set-body></fragment>");
      assertThat(PolicyFormatter.format(source, PolicyFormat.XML).errors().stream())
          .extracting(Issue::code)
          .containsExactly("FORMAT_NOT_CONVERTIBLE", "FORMAT_NOT_CONVERTIBLE");
      assertThat(PolicyFormatter.format(source).errors()).isEmpty();
    }
  }

  @Nested
  class ToRawxml {
    @Test
    void unescapes_expressions_and_nothing_else() {
      assertThat(
              convert(
                  "<fragment><set-variable name=\"&lt;\" value=\"@(a &lt; &quot;b&quot;)\" />"
                      + "<set-body>@(c.As&lt;JObject&gt;())</set-body></fragment>",
                  PolicyFormat.RAWXML))
          .isEqualTo(
              """
              <fragment>
                  <set-variable name="&lt;" value="@(a < "b")" />
                  <set-body>@(c.As<JObject>())</set-body>
              </fragment>
              """);
    }

    @Test
    void keeps_an_expression_escaped_that_would_be_read_otherwise() {
      assertThat(
              convert(
                  "<fragment><set-variable name=\"a\" value=\"@('&amp;amp;')\" /></fragment>",
                  PolicyFormat.RAWXML))
          .contains("value=\"@('&amp;amp;')\"");
    }
  }

  @Nested
  class WhateverTheDocument {
    @Test
    void real_documents_come_back_and_are_xml_between(TestReporter reporter) {
      int documents = 0;
      int refused = 0;
      for (SourceText document : Corpus.documents()) {
        documents++;
        FormattedPolicy xml = PolicyFormatter.format(document, PolicyFormat.XML);
        if (there_and_back(document, document.name())) {
          // Two hyphens in a comment are a warning here and an error in XML.
          assertThat(isXml(xml.text()))
              .as(document.name())
              .isEqualTo(PolicyParser.parse(document).issues().isEmpty());
        } else {
          assertThat(xml.errors().stream().map(Issue::code)).containsOnly("FORMAT_AMBIGUOUS");
          refused++;
        }
      }
      reporter.publishEntry(refused + " of " + documents + " documents have code without an end");
      assertThat(refused).isLessThan(documents / 20);
    }

    @Test
    void random_documents_come_back() {
      RandomDocuments documents = new RandomDocuments(SEED);
      int converted = 0;
      for (int i = 0; i < 2_000; i++) {
        SourceText document = SourceText.of("policy.xml", documents.next());
        converted += there_and_back(document, "seed " + SEED + ", document " + i) ? 1 : 0;
      }
      assertThat(converted).isGreaterThan(1_500);
    }

    private static boolean there_and_back(SourceText document, String description) {
      try {
        FormattedPolicy raw = PolicyFormatter.format(document, PolicyFormat.RAWXML);
        FormattedPolicy xml = PolicyFormatter.format(document, PolicyFormat.XML);
        if (!raw.errors().isEmpty() || !xml.errors().isEmpty()) {
          return false;
        }
        assertThat(convert(xml.text(), PolicyFormat.RAWXML)).isEqualTo(raw.text());
        assertThat(convert(raw.text(), PolicyFormat.XML)).isEqualTo(xml.text());
        assertThat(convert(raw.text(), PolicyFormat.RAWXML)).isEqualTo(raw.text());
        assertThat(PatchTool.apply(document.text(), xml.diff())).isEqualTo(xml.text());
        sameBeans(document.text(), xml.text());
        sameBeans(document.text(), raw.text());
        return true;
      } catch (RuntimeException | AssertionError e) {
        return fail(description + ":\n" + document.text(), e);
      }
    }

    private static void sameBeans(String before, String after) {
      assertThat(PolicyDocuments.read(SourceText.of("a", after)).root())
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes("(.*\\.)?node")
          .isEqualTo(PolicyDocuments.read(SourceText.of("a", before)).root());
    }

    private static boolean isXml(String text) {
      try {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return true;
      } catch (SAXException e) {
        return false;
      } catch (java.io.IOException | javax.xml.parsers.ParserConfigurationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String convert(String text, PolicyFormat format) {
    FormattedPolicy formatted = PolicyFormatter.format(SourceText.of("policy.xml", text), format);
    assertThat(formatted.errors()).isEmpty();
    return formatted.text();
  }
}
