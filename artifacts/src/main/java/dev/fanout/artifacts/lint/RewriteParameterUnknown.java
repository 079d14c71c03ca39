package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.RuleDescription;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

final class RewriteParameterUnknown implements EstateRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "REWRITE_PARAMETER_UNKNOWN",
          Severity.ERROR,
          "The operation has no such parameter",
          "`{name}` in a template stands for a parameter of the operation's own URL "
              + "template; another name makes every request of the operation fail.",
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <rewrite-uri template="«/v2/orders/{orderId}»" />
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
          """,
          """
          === apis/shop/apiInformation.json
          { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
          === apis/shop/policy.xml
          <policies>
              <inbound>
                  <base />
                  <rewrite-uri template="/v2/orders/{id}" />
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
          """);

  private static final Pattern PARAMETER = Pattern.compile("(?<!\\{)\\{([^{}]+)}(?!})");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedEstate estate, Findings findings) {
    Map<SourceSpan, String> found = new LinkedHashMap<>();
    RequestFlows.forEach(
        estate,
        run -> {
          for (RequestFlow.State state : run.flow().run(run.steps())) {
            state
                .template()
                .map(RequestFlow.Template::attribute)
                .filter(attribute -> !attribute.isExpression())
                .filter(attribute -> !attribute.value().contains("$"))
                .ifPresent(
                    attribute ->
                        missing(attribute.value(), run.operation().urlTemplate())
                            .ifPresent(
                                name ->
                                    found.putIfAbsent(
                                        attribute.valueSpan(),
                                        "operation "
                                            + run.operationName()
                                            + " ("
                                            + run.operation().urlTemplate()
                                            + ") has no parameter '"
                                            + name
                                            + "'")));
          }
        });
    found.forEach(findings::add);
  }

  private static Optional<String> missing(String template, String urlTemplate) {
    Set<String> known = new HashSet<>(parameters(urlTemplate));
    return parameters(template).stream().filter(name -> !known.contains(name)).findFirst();
  }

  private static List<String> parameters(String template) {
    return PARAMETER
        .matcher(template)
        .results()
        .map(match -> match.group(1).replace("*", "").toLowerCase(Locale.ROOT))
        .toList();
  }
}
