package dev.fanout.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.model.Choose;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.Policy;
import dev.fanout.policies.model.RewriteUri;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.model.SetBackendService;
import dev.fanout.policies.model.SetBody;
import dev.fanout.policies.model.SetHeader;
import dev.fanout.policies.model.SetVariable;
import dev.fanout.policies.model.Value;
import dev.fanout.policies.model.When;
import dev.fanout.policies.model.XslTransform;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyUpdateTest {
  private static final String TEXT =
      """
      <policies>
        <!-- kept -->
        <inbound>
          <base   />
          <set-header exists-action='skip'   name = "a">
            <value>@(context.Request.Headers["x"].Length < 1)</value> <!-- one -->
          </set-header>
          <my-policy a="1" b="2"/>
          <rewrite-uri template="/b" /><!-- two -->
        </inbound>
        <backend/>
      </policies>
      """;

  private final PolicyDocument document = read(TEXT);
  private final Policies policies = document.policies().orElseThrow();
  private final List<Policy> inbound = policies.inbound().policies();
  private final SetHeader setHeader = (SetHeader) inbound.get(1);

  private static PolicyDocument read(String text) {
    return PolicyDocuments.read(SourceText.of("policy.xml", text));
  }

  private String updated() {
    return document.updated().source().text();
  }

  private static String replaced(String old, String by) {
    assertThat(TEXT).containsOnlyOnce(old);
    return TEXT.replace(old, by);
  }

  @Test
  void without_a_change_the_text_stays() {
    assertThat(updated()).isEqualTo(TEXT);
  }

  @Nested
  class Attributes {
    @Test
    void keep_their_quotes_and_spaces() {
      setHeader.setExistsAction("it's").setName("@(\"b\")");
      assertThat(updated())
          .isEqualTo(replaced("'skip'   name = \"a\"", "'it&apos;s'   name = \"@(\"b\")\""));
    }

    @Test
    void are_added_behind_the_others_and_removed_with_their_space() {
      setHeader.setExistsAction(null).setId("h");
      assertThat(updated())
          .isEqualTo(
              replaced(" exists-action='skip'   name = \"a\">", "   name = \"a\" id=\"h\">"));
    }
  }

  @Nested
  class Texts {
    @Test
    void change_alone() {
      setHeader.values().get(0).setText("a & b");
      assertThat(updated())
          .isEqualTo(replaced("@(context.Request.Headers[\"x\"].Length < 1)", "a &amp; b"));
    }
  }

  @Nested
  class ListsOfPolicies {
    @Test
    void a_new_one_gets_a_line_like_its_neighbours() {
      inbound.add(2, new SetVariable("v", "@(1 < 2)"));
      inbound.add(3, new Choose().add(new When("@(true)").add(new SetBody("x\ny"))));
      assertThat(updated())
          .isEqualTo(
              replaced(
                  "    </set-header>\n",
                  """
                      </set-header>
                      <set-variable name="v" value="@(1 < 2)" />
                      <choose>
                          <when condition="@(true)">
                              <set-body>x
                  y</set-body>
                          </when>
                      </choose>
                  """));
    }

    @Test
    void a_removed_one_takes_its_line_along() {
      inbound.remove(0);
      assertThat(updated()).isEqualTo(replaced("    <base   />\n", ""));
    }

    @Test
    void a_moved_one_is_taken_along_as_it_is_written_and_with_its_changes() {
      setHeader.setName("c");
      inbound.add(inbound.remove(1));
      String header =
          TEXT.substring(TEXT.indexOf("<set-header"), TEXT.indexOf("    <my-policy") - 1);
      assertThat(updated())
          .isEqualTo(
              TEXT.replace("    " + header + "\n", "")
                  .replace(
                      "template=\"/b\" />",
                      "template=\"/b\" />\n    " + header.replace("\"a\"", "\"c\"")));
    }

    @Test
    void an_unknown_one_can_be_moved_and_removed() {
      inbound.add(0, inbound.remove(2));
      assertThat(updated())
          .isEqualTo(
              TEXT.replace("    <my-policy a=\"1\" b=\"2\"/>\n", "")
                  .replace("    <base   />", "    <my-policy a=\"1\" b=\"2\"/>\n    <base   />"));
    }

    @Test
    void an_empty_section_is_opened() {
      policies.backend().add(new SetBackendService().setBackendId("a"));
      assertThat(updated())
          .isEqualTo(
              replaced(
                  "  <backend/>",
                  "  <backend>\n      <set-backend-service backend-id=\"a\" />\n  </backend>"));
    }

    @Test
    void a_section_is_added_and_removed() {
      policies.onError().add(new RewriteUri("/x"));
      policies.setSection(SectionName.BACKEND, null);
      assertThat(updated())
          .isEqualTo(
              replaced(
                  "  <backend/>\n",
                  """
                    <on-error>
                        <rewrite-uri template="/x" />
                    </on-error>
                  """));
    }

    @Test
    void sections_keep_the_order_that_they_are_written_in() {
      String text = "<policies>\n<on-error/>\n<inbound/>\n</policies>";
      PolicyDocument reordered = read(text);
      assertThat(reordered.updated().source().text()).isEqualTo(text);
      reordered.policies().orElseThrow().outbound();
      assertThat(reordered.updated().source().text())
          .isEqualTo("<policies>\n<on-error/>\n<inbound/>\n<outbound />\n</policies>");
    }

    @Test
    void a_bean_of_another_document_is_written_anew() {
      Policy other =
          read("<fragment><set-method>PUT</set-method></fragment>")
              .fragment()
              .orElseThrow()
              .policies()
              .get(0);
      policies.backend().add(other);
      assertThat(updated()).contains("\n      <set-method>PUT</set-method>\n  </backend>");
    }
  }

  @Test
  void the_line_ends_of_the_document_are_used() {
    PolicyDocument windows = read(TEXT.replace("\n", "\r\n"));
    windows.policies().orElseThrow().inbound().policies().add(1, new RewriteUri("/x"));
    assertThat(windows.updated().source().text())
        .isEqualTo(
            replaced("<base   />", "<base   />\n    <rewrite-uri template=\"/x\" />")
                .replace("\n", "\r\n"));
  }

  @Test
  void a_document_that_escapes_its_expressions_goes_on_so() {
    PolicyDocument escaped = read("<fragment><rewrite-uri template=\"@(a &lt; b)\" /></fragment>");
    escaped.fragment().orElseThrow().add(new SetBody("@(c < d)"));
    assertThat(escaped.updated().source().text())
        .isEqualTo(
            "<fragment><rewrite-uri template=\"@(a &lt; b)\" />"
                + "<set-body>@(c &lt; d)</set-body></fragment>");
  }

  @Test
  void a_stylesheet_is_changed_as_markup() {
    String text = "<fragment><xsl-transform><xsl:stylesheet version=\"1.0\"><a/></xsl:stylesheet>";
    String end = "</xsl-transform></fragment>";
    PolicyDocument transform = read(text + end);
    assertThat(transform.issues()).isEmpty();
    XslTransform policy = (XslTransform) transform.fragment().orElseThrow().policies().get(0);
    policy.stylesheet().setMarkup("<xsl:stylesheet version=\"2.0\"/>");
    assertThat(transform.updated().source().text())
        .isEqualTo(
            "<fragment><xsl-transform><xsl:stylesheet version=\"2.0\"/></xsl-transform></fragment>");
  }

  @Test
  void lists_of_parts_grow_too() {
    setHeader.values().add(new Value("2"));
    assertThat(updated())
        .isEqualTo(replaced("</value> <!--", "</value>\n      <value>2</value> <!--"));
  }
}
