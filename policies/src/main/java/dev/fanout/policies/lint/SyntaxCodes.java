package dev.fanout.policies.lint;

import dev.fanout.diagnostics.Severity;
import java.util.List;

/** What the parser reports: the document is no XML, expressions aside. */
final class SyntaxCodes {
  static final List<RuleDescription> ALL =
      List.of(
          new RuleDescription(
              "XML_NO_ROOT",
              Severity.ERROR,
              "The document has no element",
              "An empty file, or one with comments only.",
              """
              «»<!-- nothing yet -->
              """,
              """
              <!-- nothing yet -->
              <fragment />
              """),
          new RuleDescription(
              "XML_SECOND_ROOT",
              Severity.ERROR,
              "A second root element",
              "A document has one root.",
              """
              <fragment>
              </fragment>
              <«fragment»>
              </fragment>
              """,
              """
              <fragment>
              </fragment>
              """),
          new RuleDescription(
              "XML_TEXT_OUTSIDE_ROOT",
              Severity.ERROR,
              "Text before or behind the root element",
              "",
              """
              <fragment>
              </fragment>
              «more»
              """,
              """
              <fragment>
              </fragment>
              """),
          new RuleDescription(
              "XML_UNCLOSED_ELEMENT",
              Severity.ERROR,
              "The element is not closed",
              "",
              """
              <fragment>
                  <«return-response»>
              </fragment>
              """,
              """
              <fragment>
                  <return-response />
              </fragment>
              """),
          new RuleDescription(
              "XML_MISMATCHED_END_TAG",
              Severity.ERROR,
              "The end tag closes an element of another name",
              "",
              """
              <fragment>
                  <return-response>
                  </«return-respnse»>
              </fragment>
              """,
              """
              <fragment>
                  <return-response>
                  </return-response>
              </fragment>
              """),
          new RuleDescription(
              "XML_STRAY_END_TAG",
              Severity.ERROR,
              "An end tag without a start",
              "",
              """
              <fragment>
                  «</choose>»
              </fragment>
              """,
              """
              <fragment>
              </fragment>
              """),
          new RuleDescription(
              "XML_UNCLOSED_TAG",
              Severity.ERROR,
              "The tag has no `>`",
              "",
              """
              <fragment>
                  «<set-variable» name="a" value="b"
                  <set-method>GET</set-method>
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="b" />
                  <set-method>GET</set-method>
              </fragment>
              """),
          new RuleDescription(
              "XML_UNCLOSED_VALUE",
              Severity.ERROR,
              "The attribute value has no closing quote",
              "",
              """
              <fragment>
                  <set-variable name=«"»a value="b" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="b" />
              </fragment>
              """),
          new RuleDescription(
              "XML_UNCLOSED_COMMENT",
              Severity.ERROR,
              "The comment has no `-->`",
              "",
              """
              <fragment>
                  «<!--» a note
                  <set-variable name="a" value="b" />
              </fragment>
              """,
              """
              <fragment>
                  <!-- a note -->
                  <set-variable name="a" value="b" />
              </fragment>
              """),
          new RuleDescription(
              "XML_UNCLOSED_CDATA",
              Severity.ERROR,
              "The CDATA section has no `]]>`",
              "",
              """
              <fragment>
                  <set-body>«<![CDATA[»{ "a": 1 }</set-body>
              </fragment>
              """,
              """
              <fragment>
                  <set-body><![CDATA[{ "a": 1 }]]></set-body>
              </fragment>
              """),
          new RuleDescription(
              "XML_DOUBLE_HYPHEN",
              Severity.WARNING,
              "`--` in a comment",
              "XML forbids it.",
              """
              <fragment>
                  <!-- a «--» b -->
              </fragment>
              """,
              """
              <fragment>
                  <!-- a - b -->
              </fragment>
              """),
          new RuleDescription(
              "XML_DUPLICATE_ATTRIBUTE",
              Severity.ERROR,
              "An attribute stands twice",
              "",
              """
              <fragment>
                  <set-variable name="a" «name»="b" value="c" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="c" />
              </fragment>
              """),
          new RuleDescription(
              "XML_MISSING_VALUE",
              Severity.ERROR,
              "The attribute has no value",
              "",
              """
              <fragment>
                  <set-body «template»>{ "a": 1 }</set-body>
              </fragment>
              """,
              """
              <fragment>
                  <set-body template="liquid">{ "a": 1 }</set-body>
              </fragment>
              """),
          new RuleDescription(
              "XML_UNQUOTED_VALUE",
              Severity.ERROR,
              "The attribute value has no quotes",
              "",
              """
              <fragment>
                  <set-variable name="a" «value=b» />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="b" />
              </fragment>
              """),
          new RuleDescription(
              "XML_MISSING_SPACE",
              Severity.ERROR,
              "No space between two attributes",
              "",
              """
              <fragment>
                  <set-variable name="a"«»value="b" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="b" />
              </fragment>
              """),
          new RuleDescription(
              "XML_EXPECTED_NAME",
              Severity.ERROR,
              "A name is missing",
              "",
              """
              <fragment>
                  <set-method>GET«</»></set-method>
              </fragment>
              """,
              """
              <fragment>
                  <set-method>GET</set-method>
              </fragment>
              """),
          new RuleDescription(
              "XML_UNEXPECTED",
              Severity.ERROR,
              "Characters that mean nothing here",
              "Often a quote or a comma too many.",
              """
              <fragment>
                  <set-variable name="a" value="b" «"» />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="b" />
              </fragment>
              """),
          new RuleDescription(
              "XML_BARE_LESS_THAN",
              Severity.ERROR,
              "`<` that begins no tag",
              "Outside of expressions `<` is written `&lt;`.",
              """
              <fragment>
                  <set-variable name="a" value="1 «<» 2" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="1 &lt; 2" />
              </fragment>
              """),
          new RuleDescription(
              "XML_BARE_AMPERSAND",
              Severity.ERROR,
              "`&` that begins no entity",
              "Outside of expressions `&` is written `&amp;`.",
              """
              <fragment>
                  <set-variable name="a" value="b «&» c" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="b &amp; c" />
              </fragment>
              """),
          new RuleDescription(
              "XML_UNKNOWN_ENTITY",
              Severity.ERROR,
              "An entity that XML does not have",
              "There are `&lt; &gt; &amp; &quot; &apos;` and character references.",
              """
              <fragment>
                  <set-variable name="a" value="«&nbsp;»" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="&#160;" />
              </fragment>
              """),
          new RuleDescription(
              "XML_INVALID_CHARACTER",
              Severity.ERROR,
              "A character that XML forbids",
              "Most control characters (here U+0001, shown as ␁), and halves of surrogate pairs.",
              """
              <fragment>
                  <set-variable name="a" value="b«␁»c" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="bc" />
              </fragment>
              """),
          new RuleDescription(
              "XML_CDATA_END_IN_TEXT",
              Severity.ERROR,
              "`]]>` in text",
              "",
              """
              <fragment>
                  <set-body>a[b[0«]]>»1]</set-body>
              </fragment>
              """,
              """
              <fragment>
                  <set-body>a[b[0]]&gt;1]</set-body>
              </fragment>
              """),
          new RuleDescription(
              "XML_DOCTYPE",
              Severity.ERROR,
              "The document has a DOCTYPE",
              "Policy documents have none; it is not read, and nothing is fetched.",
              """
              «<!DOCTYPE» policies SYSTEM "policies.dtd">
              <policies>
                  <inbound>
                      <base />
                  </inbound>
              </policies>
              """,
              """
              <policies>
                  <inbound>
                      <base />
                  </inbound>
              </policies>
              """),
          new RuleDescription(
              "XML_DECLARATION_NOT_FIRST",
              Severity.ERROR,
              "The XML declaration is not at the beginning",
              "",
              """
              <!-- orders -->
              «<?xml» version="1.0" encoding="utf-8"?>
              <fragment>
                  <set-variable name="a" value="b" />
              </fragment>
              """,
              """
              <?xml version="1.0" encoding="utf-8"?>
              <!-- orders -->
              <fragment>
                  <set-variable name="a" value="b" />
              </fragment>
              """),
          new RuleDescription(
              "XML_PROCESSING_INSTRUCTION",
              Severity.ERROR,
              "A processing instruction",
              "Policy documents have none.",
              """
              <fragment>
                  «<?note» move this?>
                  <set-variable name="a" value="b" />
              </fragment>
              """,
              """
              <fragment>
                  <!-- move this -->
                  <set-variable name="a" value="b" />
              </fragment>
              """),
          new RuleDescription(
              "POLICY_TOO_LARGE",
              Severity.ERROR,
              "The document is longer than fanout reads",
              "fanout reads 1,048,576 characters, four times what the service takes.",
              """
              «»<fragment>
                  <set-body>⟦1,048,576 × "x"⟧</set-body>
              </fragment>
              """,
              """
              <fragment>
                  <set-body>⟦1,000 × "x"⟧</set-body>
              </fragment>
              """),
          new RuleDescription(
              "POLICY_TOO_DEEP",
              Severity.ERROR,
              "The document nests deeper than fanout reads",
              "fanout reads 200 elements in each other.",
              """
              <fragment>⟦199 × "<limit-concurrency key="a" max-count="3">"⟧«<»limit-concurrency key="a" max-count="3">⟦200 × "</limit-concurrency>"⟧</fragment>
              """,
              """
              <fragment>⟦199 × "<limit-concurrency key="a" max-count="3">"⟧⟦199 × "</limit-concurrency>"⟧</fragment>
              """),
          new RuleDescription(
              "POLICY_TOO_MANY_ISSUES",
              Severity.ERROR,
              "There are more mistakes than are shown",
              "The first 500 are.",
              """
              <fragment>
                  <set-body>⟦500 × "& "⟧«»& more</set-body>
              </fragment>
              """,
              """
              <fragment>
                  <set-body>⟦500 × "&amp; "⟧&amp; more</set-body>
              </fragment>
              """));

  private SyntaxCodes() {}
}
