package dev.fanout.policies.lint;

import dev.fanout.diagnostics.Severity;
import java.util.List;

/** What reading reports: elements, attributes and values against the model. */
final class StructureCodes {
  static final List<RuleDescription> ALL =
      List.of(
          new RuleDescription(
              "UNKNOWN_ROOT",
              Severity.ERROR,
              "The root element is none of a policy document",
              "A document is `<policies>` with sections, or `<fragment>` with " + "policies.",
              """
              <«polices»>
              </polices>
              """,
              """
              <policies>
              </policies>
              """),
          new RuleDescription(
              "UNKNOWN_SECTION",
              Severity.ERROR,
              "No such section",
              "`<policies>` holds `<inbound>`, `<backend>`, `<outbound>` and " + "`<on-error>`.",
              """
              <policies>
                  <«inbond»>
                  </inbond>
              </policies>
              """,
              """
              <policies>
                  <inbound>
                  </inbound>
              </policies>
              """),
          new RuleDescription(
              "DUPLICATE_SECTION",
              Severity.ERROR,
              "A section stands twice",
              "The service refuses the document. Merge the two.",
              """
              <policies>
                  <inbound />
                  <«inbound» />
              </policies>
              """,
              """
              <policies>
                  <inbound />
              </policies>
              """),
          new RuleDescription(
              "UNKNOWN_POLICY",
              Severity.WARNING,
              "No policy has this name",
              "A typo, or a policy newer than fanout: [policies.md](policies.md) "
                  + "lists what is known.",
              """
              <fragment>
                  <«set-heder» name="x-a" />
              </fragment>
              """,
              """
              <fragment>
                  <set-header name="x-a" exists-action="delete" />
              </fragment>
              """),
          new RuleDescription(
              "UNKNOWN_ELEMENT",
              Severity.WARNING,
              "The policy has no such element",
              "The service refuses unknown elements in most policies.",
              """
              <fragment>
                  <set-header name="x-a" exists-action="override">
                      <value>b</value>
                      <«vale»>c</vale>
                  </set-header>
              </fragment>
              """,
              """
              <fragment>
                  <set-header name="x-a" exists-action="override">
                      <value>b</value>
                      <value>c</value>
                  </set-header>
              </fragment>
              """),
          new RuleDescription(
              "UNKNOWN_ATTRIBUTE",
              Severity.WARNING,
              "The element has no such attribute",
              "The service refuses unknown attributes in most policies.",
              """
              <fragment>
                  <set-variable name="a" «valeu»="b" value="c" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="c" />
              </fragment>
              """),
          new RuleDescription(
              "MISSING_ATTRIBUTE",
              Severity.ERROR,
              "A required attribute is missing",
              "Some policies need one of several attributes, as "
                  + "`set-backend-service` needs `base-url` or `backend-id`.",
              """
              <fragment>
                  <«set-backend-service» />
              </fragment>
              """,
              """
              <fragment>
                  <set-backend-service base-url="https://backend.contoso.com" />
              </fragment>
              """),
          new RuleDescription(
              "CONFLICTING_ATTRIBUTES",
              Severity.ERROR,
              "Two attributes of which only one may be there",
              "`set-backend-service` takes either a URL or the name of a Backend " + "entity.",
              """
              <fragment>
                  <set-backend-service base-url="https://backend.contoso.com" «backend-id»="orders" />
              </fragment>
              """,
              """
              <fragment>
                  <set-backend-service base-url="https://backend.contoso.com" />
              </fragment>
              """),
          new RuleDescription(
              "MISSING_ELEMENT",
              Severity.ERROR,
              "A required element is missing",
              "",
              """
              <fragment>
                  <«cors»>
                      <allowed-headers>
                          <header>*</header>
                      </allowed-headers>
                  </cors>
              </fragment>
              """,
              """
              <fragment>
                  <cors>
                      <allowed-origins>
                          <origin>https://portal.contoso.com</origin>
                      </allowed-origins>
                      <allowed-headers>
                          <header>*</header>
                      </allowed-headers>
                  </cors>
              </fragment>
              """),
          new RuleDescription(
              "ELEMENT_REPEATED",
              Severity.ERROR,
              "An element that may stand once stands twice",
              "",
              """
              <fragment>
                  <cors>
                      <allowed-origins>
                          <origin>https://a.contoso.com</origin>
                      </allowed-origins>
                      <«allowed-origins»>
                          <origin>https://b.contoso.com</origin>
                      </allowed-origins>
                  </cors>
              </fragment>
              """,
              """
              <fragment>
                  <cors>
                      <allowed-origins>
                          <origin>https://a.contoso.com</origin>
                          <origin>https://b.contoso.com</origin>
                      </allowed-origins>
                  </cors>
              </fragment>
              """),
          new RuleDescription(
              "INVALID_VALUE",
              Severity.ERROR,
              "The value is not what may stand here",
              "A number out of its range, a word that is none of the documented "
                  + "ones, neither `true` nor `false`. Values with `{{…}}` or `${…}` are "
                  + "not judged.",
              """
              <fragment>
                  <set-header name="x-a" exists-action="«overwrite»">
                      <value>b</value>
                  </set-header>
              </fragment>
              """,
              """
              <fragment>
                  <set-header name="x-a" exists-action="override">
                      <value>b</value>
                  </set-header>
              </fragment>
              """),
          new RuleDescription(
              "EXPRESSION_NOT_ALLOWED",
              Severity.ERROR,
              "No expression may stand here",
              "The documentation of the attribute says that policy expressions are "
                  + "not allowed; the value is taken as it is, or the document refused.",
              """
              <policies>
                  <inbound>
                      <include-fragment fragment-id="«@(context.Api.Name)»" />
                  </inbound>
              </policies>
              """,
              """
              <policies>
                  <inbound>
                      <include-fragment fragment-id="orders" />
                  </inbound>
              </policies>
              """),
          new RuleDescription(
              "EXPRESSION_NOT_WHOLE_VALUE",
              Severity.ERROR,
              "Text stands behind an expression",
              "An expression is the whole value or none of it.",
              """
              <fragment>
                  <set-variable name="a" value="@(context.Api.Name) «and more»" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="@(context.Api.Name + &quot; and more&quot;)" />
              </fragment>
              """),
          new RuleDescription(
              "EXPRESSION_UNCLOSED",
              Severity.ERROR,
              "The expression has no end",
              "A bracket or a quote in the C# is not closed.",
              """
              <fragment>
                  <set-variable name="a" value="«@(»context.Api.Name" />
              </fragment>
              """,
              """
              <fragment>
                  <set-variable name="a" value="@(context.Api.Name)" />
              </fragment>
              """),
          new RuleDescription(
              "WRONG_SECTION",
              Severity.WARNING,
              "The policy is not documented for this section",
              "Its page lists the sections that it is for. Deployed documents "
                  + "contradict the pages here and there, so this is a warning.",
              """
              <policies>
                  <outbound>
                      <«rewrite-uri» template="/v2" />
                  </outbound>
              </policies>
              """,
              """
              <policies>
                  <inbound>
                      <rewrite-uri template="/v2" />
                  </inbound>
              </policies>
              """),
          new RuleDescription(
              "POLICY_NOT_ALLOWED_HERE",
              Severity.ERROR,
              "The element must not stand here",
              "A part of a policy stands where a policy should, or a policy in one "
                  + "that holds only some others (`wait`).",
              """
              <fragment>
                  <wait for="all">
                      <«set-header» name="x-a" exists-action="delete" />
                  </wait>
              </fragment>
              """,
              """
              <fragment>
                  <wait for="all">
                      <cache-lookup-value key="a" variable-name="a" />
                  </wait>
              </fragment>
              """),
          new RuleDescription(
              "POLICY_REPEATED",
              Severity.WARNING,
              "The policy is documented to stand once",
              "",
              """
              <policies>
                  <inbound>
                      <validate-parameters specified-parameter-action="prevent" unspecified-parameter-action="prevent" />
                      <«validate-parameters» specified-parameter-action="detect" unspecified-parameter-action="detect" />
                  </inbound>
              </policies>
              """,
              """
              <policies>
                  <inbound>
                      <validate-parameters specified-parameter-action="prevent" unspecified-parameter-action="prevent" />
                  </inbound>
              </policies>
              """),
          new RuleDescription(
              "BASE_IN_FRAGMENT",
              Severity.ERROR,
              "`<base/>` stands in a fragment",
              "A fragment has no scope outside. Put `<base/>` beside the "
                  + "`<include-fragment>`.",
              """
              <fragment>
                  <«base» />
              </fragment>
              """,
              """
              <policies>
                  <inbound>
                      <base />
                      <include-fragment fragment-id="orders" />
                  </inbound>
              </policies>
              """),
          new RuleDescription(
              "NESTED_FRAGMENT",
              Severity.ERROR,
              "A fragment includes a fragment",
              "The service refuses it. Include both where the outer one is " + "included.",
              """
              <fragment>
                  <«include-fragment» fragment-id="orders" />
              </fragment>
              """,
              """
              <policies>
                  <inbound>
                      <include-fragment fragment-id="orders" />
                  </inbound>
              </policies>
              """),
          new RuleDescription(
              "UNEXPECTED_TEXT",
              Severity.WARNING,
              "Text where only elements stand",
              "Often the rest of a comment, or a stray character.",
              """
              <fragment>
                  «todo»
                  <set-variable name="a" value="b" />
              </fragment>
              """,
              """
              <fragment>
                  <!-- todo -->
                  <set-variable name="a" value="b" />
              </fragment>
              """));

  private StructureCodes() {}
}
