package dev.fanout.policies.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.Corpus;
import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.PolicyWriter;
import dev.fanout.policies.model.Base;
import dev.fanout.policies.model.Choose;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.SetBody;
import dev.fanout.policies.model.SetHeader;
import dev.fanout.policies.model.SetVariable;
import dev.fanout.policies.model.When;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyFormatterTest {
  private static final long SEED = 20261124L;

  @Nested
  class WhateverTheDocument {
    @Test
    void real_documents_are_formatted_once_and_for_all_and_mean_the_same() {
      List<SourceText> documents = Corpus.documents();
      assertThat(documents).hasSizeGreaterThan(100);
      int changed = 0;
      for (SourceText document : documents) {
        try {
          FormatChecks.check(document);
        } catch (AssertionError e) {
          fail(document.name(), e);
        }
        changed += PolicyFormatter.format(document).isChanged() ? 1 : 0;
      }
      assertThat(changed).as("documents that were not canonical").isGreaterThan(50);
    }

    @Test
    void random_documents_are_formatted_once_and_for_all_and_mean_the_same() {
      RandomDocuments documents = new RandomDocuments(SEED);
      int refused = 0;
      for (int i = 0; i < 3_000; i++) {
        SourceText document = SourceText.of("policy.xml", documents.next());
        refused += check(document, i) ? 0 : 1;
      }
      assertThat(refused).as("documents with errors").isLessThan(300);
    }

    @Test
    void broken_documents_stay_as_they_are_and_others_are_formatted() {
      RandomDocuments documents = new RandomDocuments(SEED + 1);
      Random random = new Random(SEED);
      int refused = 0;
      for (int i = 0; i < 3_000; i++) {
        StringBuilder text = new StringBuilder(documents.next());
        for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
          int at = random.nextInt(text.length() + 1);
          int end = Math.min(text.length(), at + random.nextInt(4));
          text.replace(at, end, String.valueOf("\"'<>=&@(){} \n/-!".charAt(random.nextInt(16))));
        }
        refused += check(SourceText.of("policy.xml", text.toString()), i) ? 0 : 1;
      }
      assertThat(refused).as("documents with errors").isBetween(1_000, 2_900);
    }

    private static boolean check(SourceText document, int number) {
      try {
        FormatChecks.check(document);
      } catch (RuntimeException | AssertionError e) {
        fail("seed " + SEED + ", document " + number + ":\n" + document.text(), e);
      }
      return PolicyFormatter.format(document).errors().isEmpty();
    }
  }

  @Nested
  class LineEnds {
    @Test
    void are_written_as_the_last_one_of_the_document() {
      assertThat(format("<fragment>\r\n<base/>\n\n<base/></fragment>\r\n"))
          .isEqualTo("<fragment>\r\n    <base />\r\n\r\n    <base />\r\n</fragment>\r\n");
      assertThat(format("<fragment>\r\n<base/></fragment>\n"))
          .isEqualTo("<fragment>\n    <base />\n</fragment>\n");
    }

    @Test
    void of_values_and_comments_stay() {
      String kept = "<set-body>\n a\r\n b\n</set-body>\r\n    <!-- a\n b -->";
      assertThat(format("<fragment>" + kept + "</fragment>\r\n"))
          .isEqualTo("<fragment>\r\n    " + kept + "\r\n</fragment>\r\n");
    }

    @Test
    void of_the_last_line_is_there() {
      assertThat(format("<fragment />")).isEqualTo("<fragment />\n");
      assertThat(format("<fragment />\n\n\n")).isEqualTo("<fragment />\n");
    }
  }

  @Test
  void a_byte_order_mark_stays() {
    assertThat(format("\uFEFF  <fragment/>")).isEqualTo("\uFEFF<fragment />\n");
  }

  @Test
  void only_whitespace_of_xml_is_taken_for_whitespace() {
    String document = "<fragment>\n    <base />\u00A0\u2003<base />\n</fragment>\n";
    assertThat(format(document)).isEqualTo(document);
  }

  @Nested
  class WhenTheDocumentHasErrors {
    @Test
    void it_is_refused_with_all_of_them() {
      SourceText source = SourceText.of("policy.xml", "<fragment><base><a b=1/></fragment>");
      FormattedPolicy formatted = PolicyFormatter.format(source);

      assertThat(formatted.errors().stream().map(Issue::code))
          .containsExactly("XML_UNCLOSED_ELEMENT", "XML_UNQUOTED_VALUE");
      assertThat(formatted.isChanged()).isFalse();
      assertThat(formatted.text()).isEqualTo(source.text());
    }

    @Test
    void those_of_meaning_do_not_count() {
      assertThat(format("<fragment><rewrite-urri/></fragment>"))
          .isEqualTo("<fragment>\n    <rewrite-urri/>\n</fragment>\n");
    }
  }

  @ParameterizedTest
  @EnumSource(PolicyFormat.class)
  void what_the_writer_writes_is_canonical(PolicyFormat format) {
    Policies policies = new Policies();
    policies
        .inbound()
        .add(
            new Base(),
            new SetVariable("code", "@{\n\treturn \"<\";\n}"),
            new SetHeader("x", "  a ", "@(\"b\")"),
            new Choose().add(new When("@(a < 1)").add(new SetBody(" <a> \n"))));
    policies.backend();
    String written = PolicyWriter.write(policies, format);

    assertThat(format(written)).isEqualTo(written);
  }

  @Nested
  class TheDiff {
    @Test
    void shows_the_lines_that_change_with_three_around_them() {
      String document =
          """
          <policies>
              <inbound>
                  <base />
                  <set-method>GET</set-method>
                  <set-variable name='a' value="1"/>
                  <set-method>PUT</set-method>
                  <set-method>POST</set-method>
                  <set-method>HEAD</set-method>
                  <base />
              </inbound>
          </policies>\
          """;
      assertThat(PolicyFormatter.format(SourceText.of("apis/a/policy.xml", document)).diff())
          .isEqualTo(
              """
              --- a/apis/a/policy.xml
              +++ b/apis/a/policy.xml
              @@ -2,10 +2,10 @@
                   <inbound>
                       <base />
                       <set-method>GET</set-method>
              -        <set-variable name='a' value="1"/>
              +        <set-variable name="a" value="1" />
                       <set-method>PUT</set-method>
                       <set-method>POST</set-method>
                       <set-method>HEAD</set-method>
                       <base />
                   </inbound>
              -</policies>
              \\ No newline at end of file
              +</policies>
              """);
    }

    @Test
    void has_a_part_for_each_group_of_lines() {
      String lines = "    <base />\n".repeat(7);
      String document = "<fragment>\n<base />\n" + lines + "<base/>\n</fragment>\n";

      assertThat(PolicyFormatter.format(SourceText.of("p.xml", document)).diff())
          .contains("@@ -1,5 +1,5 @@\n", "@@ -7,5 +7,5 @@\n");
    }
  }

  private static String format(String text) {
    SourceText source = SourceText.of("policy.xml", text);
    FormatChecks.check(source);
    return PolicyFormatter.format(source).text();
  }
}
