package dev.fanout.policies.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.Corpus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyEditTest {
  private static final String DOCUMENT =
      """
      <policies>
        <inbound>
          <base />
          <set-header  name='a'   exists-action="@(Choose("x"))" ><!-- kept --><value/></set-header>
        </inbound>
        <outbound/>
      </policies>
      """;

  private final PolicyTree tree = parse(DOCUMENT);

  @Nested
  class AnAttribute {
    @Test
    void gets_a_value_in_the_quotes_that_it_has() {
      assertThat(tree.edit().setAttribute(header(), "name", "it's & \"so\"").apply().text())
          .isEqualTo(DOCUMENT.replace("'a'", "'it&apos;s &amp; \"so\"'"));
    }

    @Test
    void takes_an_expression_as_it_is() {
      assertThat(tree.edit().setAttribute(header(), "exists-action", "@(A(\"y\"))").apply().text())
          .isEqualTo(DOCUMENT.replace("Choose(\"x\")", "A(\"y\")"));
    }

    @Test
    void takes_an_escaped_expression_where_the_document_escapes() {
      PolicyTree escaped = parse("<fragment><a b=\"@(&quot;x&quot;)\" c=\"\"/></fragment>");
      ElementNode element = escaped.root().orElseThrow().elements().get(0);
      PolicyTree edited = escaped.edit().setAttribute(element, "c", "@(\"<\")").apply();

      assertThat(edited.text())
          .isEqualTo("<fragment><a b=\"@(&quot;x&quot;)\" c=\"@(&quot;&lt;&quot;)\"/></fragment>");
    }

    @Test
    void is_added_behind_the_others() {
      ElementNode base = tree.root().orElseThrow().elements().get(0).elements().get(0);
      assertThat(
              tree.edit()
                  .setAttribute(base, "id", "1")
                  .setAttribute(header(), "id", "2")
                  .apply()
                  .text())
          .isEqualTo(
              DOCUMENT
                  .replace("<base />", "<base id=\"1\" />")
                  .replace("))\" >", "))\" id=\"2\" >"));
    }

    @Test
    void is_removed_with_the_space_in_front() {
      assertThat(tree.edit().removeAttribute(header(), "name").apply().text())
          .isEqualTo(DOCUMENT.replace("  name='a'", ""));
    }
  }

  @Nested
  class AnElement {
    @Test
    void is_removed_with_its_line() {
      ElementNode base = tree.root().orElseThrow().elements().get(0).elements().get(0);
      assertThat(tree.edit().remove(base).apply().text())
          .isEqualTo(DOCUMENT.replace("    <base />\n", ""));
    }

    @Test
    void is_inserted_on_a_line_of_its_own() {
      assertThat(
              tree.edit()
                  .insertBefore(header(), "<x />")
                  .insertAfter(header(), "<y />")
                  .apply()
                  .text())
          .isEqualTo(
              DOCUMENT
                  .replace("    <set-header", "    <x />\n    <set-header")
                  .replace("</set-header>\n", "</set-header>\n    <y />\n"));
    }

    @Test
    void is_appended_to_an_empty_section() {
      ElementNode outbound = tree.root().orElseThrow().elements().get(1);
      assertThat(tree.edit().append(outbound, "<base />").apply().text())
          .isEqualTo(DOCUMENT.replace("<outbound/>", "<outbound>\n      <base />\n  </outbound>"));
    }

    @Test
    void gets_a_text() {
      ElementNode value = header().elements().get(0);
      assertThat(tree.edit().setText(value, "@(a < b)").apply().text())
          .isEqualTo(DOCUMENT.replace("<value/>", "<value>@(a < b)</value>"));
    }
  }

  @Test
  void two_changes_of_one_place_are_refused() {
    PolicyEdit edit = tree.edit().setAttribute(header(), "name", "b").remove(header());
    assertThatThrownBy(edit::apply).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_node_of_another_tree_is_refused() {
    ElementNode other = parse(DOCUMENT).root().orElseThrow();
    assertThatThrownBy(() -> tree.edit().remove(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void in_real_documents_one_attribute_changes_and_nothing_else() {
    int changed = 0;
    for (SourceText document : Corpus.documents()) {
      PolicyTree read = PolicyParser.parse(document).tree();
      for (ElementNode element : allElements(read.root().orElseThrow())) {
        for (AttributeNode attribute : element.attributes()) {
          PolicyTree edited =
              read.edit().setAttribute(element, attribute.name(), "changed <&\"'").apply();
          int start = attribute.valueSpan().start();
          String rest = read.text().substring(attribute.valueSpan().end());
          assertThat(edited.text()).startsWith(read.text().substring(0, start)).endsWith(rest);
          assertThat(edited.text().substring(start, edited.text().length() - rest.length()))
              .matches("changed &lt;&amp;(\"&apos;|&quot;')");
          changed++;
        }
      }
    }
    assertThat(changed).isGreaterThan(500);
  }

  private ElementNode header() {
    return tree.root().orElseThrow().elements().get(0).elements().get(1);
  }

  private static List<ElementNode> allElements(ElementNode root) {
    List<ElementNode> all = new ArrayList<>(List.of(root));
    root.elements().forEach(child -> all.addAll(allElements(child)));
    return all;
  }

  private static PolicyTree parse(String text) {
    return PolicyParser.parse(SourceText.of("policy.xml", text)).tree();
  }
}
