package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.ExpressionTree;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.PlacedExpression;
import dev.fanout.policies.lint.Placeholders;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.ElementText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at places that are for secrets, and for the shapes of well-known keys anywhere. */
public final class SecretInPlainText implements DocumentRule {
  public static final String CODE = "SECRET_IN_PLAIN_TEXT";

  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          CODE,
          Severity.WARNING,
          "A secret stands in the document",
          "Whoever can read the repository or the policy can use it. Put it into a secret named value"
              + " (best one that points to Key Vault) and write `{{name}}`; then change the secret,"
              + " since it is in the history. Findings show asterisks in its place.",
          """
          <fragment>
              <authentication-basic username="gateway" password="«Tr0ub4dor-and-3»" />
          </fragment>
          """,
          """
          <fragment>
              <authentication-basic username="gateway" password="{{backend-password}}" />
          </fragment>
          """);

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "authentication-basic", Set.of("password"),
          "authentication-certificate", Set.of("password"),
          "proxy", Set.of("password"));

  private static final Set<String> HEADERS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "api-key",
          "x-api-key",
          "x-functions-key",
          "ocp-apim-subscription-key",
          "subscription-key",
          "x-ms-authorization");

  private static final Set<String> PARAMETERS =
      Set.of("code", "sig", "api-key", "api_key", "apikey", "subscription-key", "access_token");

  private static final Set<String> VARIABLES =
      Set.of("password", "clientsecret", "apikey", "secretkey", "accesskey", "subscriptionkey");

  private static final Pattern KEY_SHAPE =
      Pattern.compile(
          "(AccountKey|SharedAccessKey|client_secret|Password|Pwd)\\s*=\\s*[A-Za-z0-9+/=_~.%-]{12,}"
              + "|[?&]sig=[A-Za-z0-9%+/=]{20,}"
              + "|eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY-----");

  private static final Pattern SAMPLE =
      Pattern.compile(
          ".*(your|sample|example|placeholder|changeme|replace|dummy|xxxx|\\*\\*\\*|\\.\\.\\.|<|>).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int SHORTEST = 8;

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    for (PlacedElement element : document.elements()) {
      String name = element.node().name();
      for (String attribute : ATTRIBUTES.getOrDefault(name, Set.of())) {
        element.node().attribute(attribute).ifPresent(node -> attribute(node, findings));
      }
      switch (name) {
        case "set-header" -> values(element, HEADERS, findings);
        case "set-query-parameter" -> values(element, PARAMETERS, findings);
        case "set-variable" -> variable(element, findings);
        case "key" -> signingKey(element.node(), findings);
        default -> {}
      }
      textOf(element, findings);
    }
    for (PlacedExpression placed : document.expressions()) {
      placed.tree().ifPresent(tree -> literals(tree, findings));
    }
  }

  private static void attribute(AttributeNode attribute, Findings findings) {
    if (!attribute.isExpression() && !attribute.value().isBlank() && isReal(attribute.value())) {
      report(attribute.valueSpan(), findings);
    }
  }

  private static void values(PlacedElement element, Set<String> names, Findings findings) {
    if (element.literal("name").filter(n -> names.contains(lower(n))).isEmpty()) {
      return;
    }
    for (ElementNode value : element.node().elements("value")) {
      ElementText text = value.text();
      String secret = text.value().strip().replaceFirst("(?i)^(bearer|basic)\\s+", "");
      if (!text.isExpression() && secret.length() >= SHORTEST && isReal(text.value())) {
        report(Spans.stripped(text.span()), findings);
      }
    }
  }

  private static void variable(PlacedElement element, Findings findings) {
    Optional<String> name = element.literal("name");
    if (name.filter(n -> VARIABLES.contains(lower(n).replaceAll("[-_. ]", ""))).isPresent()) {
      element
          .node()
          .attribute("value")
          .filter(value -> value.value().strip().length() >= SHORTEST)
          .ifPresent(value -> attribute(value, findings));
    }
  }

  private static void signingKey(ElementNode key, Findings findings) {
    boolean signs =
        key.parent()
            .filter(p -> Set.of("issuer-signing-keys", "decryption-keys").contains(p.name()))
            .isPresent();
    ElementText text = key.text();
    if (signs && !text.isExpression() && !text.value().isBlank() && isReal(text.value())) {
      report(Spans.stripped(text.span()), findings);
    }
  }

  private static void textOf(PlacedElement element, Findings findings) {
    if (element.node().elements().isEmpty() && element.definition().isPresent()) {
      ElementText text = element.node().text();
      boolean elsewhere = element.isNamed("value") || element.isNamed("key") || text.isExpression();
      if (!elsewhere && isShaped(text.value())) {
        report(Spans.stripped(text.span()), findings);
      }
    }
  }

  private static void literals(ExpressionTree tree, Findings findings) {
    for (ExpressionSyntax node : tree.nodes()) {
      if (node instanceof ExpressionSyntax.Literal literal
          && literal.value() instanceof String text
          && isShaped(text)
          && !Placeholders.isTemplate(tree.span(literal).text())) {
        report(tree.span(literal), findings);
      }
    }
  }

  private static boolean isShaped(String text) {
    return KEY_SHAPE.matcher(text).find() && isReal(text);
  }

  private static boolean isReal(String text) {
    return !Placeholders.isTemplate(text) && !SAMPLE.matcher(text).matches();
  }

  private static void report(SourceSpan span, Findings findings) {
    findings.add(
        span, "a secret in plain text", "put it into a secret named value and write {{its-name}}");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
