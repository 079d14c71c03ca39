package dev.fanout.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.model.Base;
import dev.fanout.policies.model.Choose;
import dev.fanout.policies.model.IncludeFragment;
import dev.fanout.policies.model.Otherwise;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.PolicyFragment;
import dev.fanout.policies.model.ReturnResponse;
import dev.fanout.policies.model.RewriteUri;
import dev.fanout.policies.model.SetBackendService;
import dev.fanout.policies.model.SetBody;
import dev.fanout.policies.model.SetHeader;
import dev.fanout.policies.model.SetStatus;
import dev.fanout.policies.model.SetVariable;
import dev.fanout.policies.model.When;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyWriterTest {
  private static final String CODE = "@(context.Variables[\"a\"] < 1 && true)";

  @Nested
  class InRawxml {
    @Test
    void lays_a_document_out() {
      Policies policies = new Policies();
      policies
          .inbound()
          .add(
              new Base(),
              new SetVariable("path", "/a & b"),
              new Choose()
                  .add(
                      new When(CODE)
                          .add(
                              new ReturnResponse()
                                  .add(new SetStatus("404", "Not Found"), new SetBody("<gone>")))),
              new IncludeFragment("shared"));
      policies.backend().add(new Base());

      assertThat(PolicyWriter.write(policies, PolicyFormat.RAWXML))
          .isEqualTo(
              """
              <policies>
                  <inbound>
                      <base />
                      <set-variable name="path" value="/a &amp; b" />
                      <choose>
                          <when condition="@(context.Variables["a"] < 1 && true)">
                              <return-response>
                                  <set-status code="404" reason="Not Found" />
                                  <set-body>&lt;gone&gt;</set-body>
                              </return-response>
                          </when>
                      </choose>
                      <include-fragment fragment-id="shared" />
                  </inbound>
                  <backend>
                      <base />
                  </backend>
              </policies>
              """);
    }

    @Test
    void gives_attributes_that_make_a_line_too_long_lines_of_their_own() {
      PolicyFragment fragment =
          new PolicyFragment()
              .add(
                  new RewriteUri("@(" + "context.Request.Url.Path + ".repeat(4) + "\"/\")")
                      .setCopyUnmatchedParams("false"),
                  new RewriteUri("/one/attribute/stays" + "/on/its/line".repeat(9)));

      assertThat(PolicyWriter.write(fragment, PolicyFormat.RAWXML))
          .isEqualTo(
              """
              <fragment>
                  <rewrite-uri
                          template="@(%s"/")"
                          copy-unmatched-params="false" />
                  <rewrite-uri template="/one/attribute/stays%s" />
              </fragment>
              """
                  .formatted("context.Request.Url.Path + ".repeat(4), "/on/its/line".repeat(9)));
    }

    @Test
    void keeps_an_element_that_is_no_policy_as_it_was() {
      PolicyDocument document =
          PolicyDocuments.read(
              SourceText.of(
                  "policy.xml", "<fragment><base/><a  b='@(\"<\")'>x<!-- c --></a></fragment>"));

      assertThat(PolicyWriter.write(document.fragment().orElseThrow(), PolicyFormat.RAWXML))
          .isEqualTo(
              """
              <fragment>
                  <base />
                  <a  b='@("<")'>x<!-- c --></a>
              </fragment>
              """);
    }

    @Test
    void writes_comments_of_beans_and_of_fragments() {
      PolicyFragment fragment = new PolicyFragment().setComment("pass -- through");
      fragment.policies().add(new RewriteUri("/x").setComment("one"));

      assertThat(PolicyWriter.write(fragment, PolicyFormat.RAWXML))
          .isEqualTo(
              """
              <fragment>
                  <!-- pass - - through -->
                  <!-- one -->
                  <rewrite-uri template="/x" />
              </fragment>
              """);
    }

    @Test
    void escapes_an_expression_that_would_be_read_otherwise() {
      PolicyFragment fragment = new PolicyFragment().add(new RewriteUri("@('a &amp; b')"));

      assertThat(PolicyWriter.write(fragment, PolicyFormat.RAWXML))
          .contains("template=\"@('a &amp;amp; b')\"");
    }
  }

  @Nested
  class InXml {
    @Test
    void escapes_code_and_writes_line_ends_of_attributes_as_characters() {
      PolicyFragment fragment =
          new PolicyFragment()
              .add(
                  new SetBackendService().setBaseUrl("@{\n\treturn \"a\";\n}"),
                  new SetHeader("x", "@{\n  return \"<\";\n}"));

      assertThat(PolicyWriter.write(fragment, PolicyFormat.XML))
          .isEqualTo(
              """
              <fragment>
                  <set-backend-service base-url="@{&#10;&#9;return &quot;a&quot;;&#10;}" />
                  <set-header name="x">
                      <value>@{
                return "&lt;";
              }</value>
                  </set-header>
              </fragment>
              """);
    }
  }

  @Test
  void refuses_characters_that_xml_cannot_hold() {
    PolicyFragment fragment = new PolicyFragment().add(new RewriteUri("a\u0001"));

    assertThatThrownBy(() -> PolicyWriter.write(fragment, PolicyFormat.XML))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("U+0001");
  }

  @Test
  void writes_an_empty_fragment() {
    assertThat(PolicyWriter.write(new PolicyFragment(), PolicyFormat.XML))
        .isEqualTo("<fragment />\n");
  }

  @Test
  void writes_an_empty_branch() {
    Choose choose = new Choose().add(new When("true")).setOtherwise(new Otherwise());
    assertThat(PolicyWriter.write(new PolicyFragment().add(choose), PolicyFormat.XML))
        .contains("        <when condition=\"true\" />\n        <otherwise />\n");
  }
}
