package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyNode;
import dev.fanout.policies.syntax.TextNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class UnknownNamedValue implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "UNKNOWN_NAMED_VALUE",
          Severity.ERROR,
          "No named value has this name",
          "The service refuses the document. The name is the display name. Reported "
              + "once for each name and document; liquid templates, which write `{{…}}` "
              + "too, are not looked at.",
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <set-backend-service base-url="«{{shop-ulr}}»" />
              </inbound>
              <backend>
                  <base />
              </backend>
              <outbound>
                  <base />
              </outbound>
          </policies>
          === apis/shop/specification.json
          { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
              "operationId": "get-order", "responses": { "200": { "description": "OK" } },
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
          } } } }
          === named values/shop-url/namedValueInformation.json
          { "properties": { "displayName": "shop-url", "value": "https://backend.contoso.com" } }
          """,
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <set-backend-service base-url="{{shop-url}}" />
              </inbound>
              <backend>
                  <base />
              </backend>
              <outbound>
                  <base />
              </outbound>
          </policies>
          === apis/shop/specification.json
          { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
              "operationId": "get-order", "responses": { "200": { "description": "OK" } },
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
          } } } }
          === named values/shop-url/namedValueInformation.json
          { "properties": { "displayName": "shop-url", "value": "https://backend.contoso.com" } }
          """);

  private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9._-]+)\\s*}}");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    for (PolicyDocument document : estate.distinctDocuments()) {
      Set<String> seen = new HashSet<>();
      Elements.all(document)
          .filter(node -> !isLiquid(node))
          .flatMap(UnknownNamedValue::spans)
          .forEach(span -> check(span, estate, seen, findings));
    }
  }

  private static void check(
      SourceSpan span, LintedEstate estate, Set<String> seen, Findings findings) {
    Matcher matcher = NAMED_VALUE.matcher(span.text());
    while (matcher.find()) {
      String name = matcher.group(1);
      if (estate.estate().namedValue(name).isEmpty() && seen.add(name)) {
        References.unknown(
            span.source().span(span.start() + matcher.start(), span.start() + matcher.end()),
            "named value",
            name,
            estate.estate().namedValues().keySet(),
            findings);
      }
    }
  }

  private static Stream<SourceSpan> spans(ElementNode node) {
    Stream<SourceSpan> texts =
        node.children().stream().filter(TextNode.class::isInstance).map(PolicyNode::span);
    return Stream.concat(node.attributes().stream().map(AttributeNode::valueSpan), texts);
  }

  private static boolean isLiquid(ElementNode node) {
    return node.attribute("template").filter(a -> a.value().equals("liquid")).isPresent();
  }
}
