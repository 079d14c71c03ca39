package dev.fanout.policies.format;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.MarkupNode;
import dev.fanout.policies.syntax.PolicyNode;
import dev.fanout.policies.syntax.PolicyParser;
import dev.fanout.policies.syntax.TextNode;
import java.util.List;
import java.util.Set;

/**
 * A document as lines of all that means something, by rules that share nothing with the formatter:
 * blank text counts unless it stands between tags of the elements listed here; all other text and
 * every value count as written.
 */
final class Meaning {
  /** Elements that are known to hold nothing but elements. */
  private static final Set<String> STRUCTURE =
      Set.of(
          ("xsl-transform cache-value http-data-source http-request http-response"
                  + " policies fragment inbound backend outbound on-error base include-fragment"
                  + " choose when"
                  + " otherwise set-header set-query-parameter set-variable set-status"
                  + " return-response send-request send-one-way-request forward-request rewrite-uri"
                  + " set-backend-service retry wait limit-concurrency block cors allowed-origins"
                  + " allowed-methods allowed-headers expose-headers validate-jwt openid-config"
                  + " audiences issuers required-claims claim issuer-signing-keys decryption-keys"
                  + " validate-azure-ad-token client-application-ids backend-application-ids"
                  + " cache-lookup cache-store cache-lookup-value cache-store-value"
                  + " cache-remove-value rate-limit rate-limit-by-key quota quota-by-key api"
                  + " operation ip-filter check-header trace metadata mock-response jsonp"
                  + " find-and-replace json-to-xml xml-to-json authentication-basic"
                  + " authentication-certificate authentication-managed-identity proxy emit-metric"
                  + " dimension validate-content content validate-parameters headers query path"
                  + " parameter validate-headers validate-status-code status-code"
                  + " validate-client-certificate identities identity validate-graphql-request"
                  + " authorize rule validate-odata-request llm-token-limit"
                  + " azure-openai-token-limit llm-emit-token-metric"
                  + " azure-openai-emit-token-metric llm-semantic-cache-lookup"
                  + " azure-openai-semantic-cache-lookup llm-semantic-cache-store"
                  + " azure-openai-semantic-cache-store llm-content-safety categories category"
                  + " content-type-map cross-domain cross-domain-policy site-control"
                  + " allow-access-from allow-http-request-headers-from"
                  + " blocklists message-properties send-service-bus-message invoke-request"
                  + " get-authorization-context invoke-dapr-binding publish-to-dapr"
                  + " set-request-metric-dimension-value redirect-content-urls type")
              .split(" "));

  private final StringBuilder lines = new StringBuilder();

  private Meaning() {}

  static String of(SourceText source) {
    Meaning meaning = new Meaning();
    meaning.nodes(PolicyParser.parse(source).tree().nodes(), true);
    return meaning.lines.toString();
  }

  private void nodes(List<PolicyNode> nodes, boolean structure) {
    boolean hasText =
        nodes.stream()
            .anyMatch(
                node ->
                    !(node instanceof ElementNode || node instanceof MarkupNode)
                        && !isComment(node)
                        && !blank(node));
    for (PolicyNode node : nodes) {
      if (node instanceof ElementNode element) {
        element(element, structure && !hasText);
      } else if (isComment(node) || !blank(node) || !structure || hasText) {
        lines.append(node.span().text()).append('\n');
      }
    }
  }

  private void element(ElementNode element, boolean structure) {
    boolean text = isText(element) && !isCacheValue(element);
    boolean known = STRUCTURE.contains(element.name()) || isCacheValue(element);
    if (!text && (!structure || !known)) {
      lines.append(element.span().text()).append('\n');
      return;
    }
    lines.append('<').append(element.name()).append('\n');
    for (AttributeNode attribute : element.attributes()) {
      lines.append("  ").append(attribute.name()).append('=').append(attribute.value());
      lines.append(" from ").append(attribute.valueSpan().text());
      attribute.expression().ifPresent(e -> lines.append(" code ").append(e.text()));
      lines.append('\n');
    }
    if (text) {
      lines.append("text ").append(element.contentSpan().text()).append('\n');
      lines.append(element.text().value()).append('\n');
    } else {
      nodes(element.children(), true);
    }
    lines.append(">\n");
  }

  /** {@code <value>} holds policies there, and text elsewhere. */
  private static boolean isCacheValue(ElementNode element) {
    return element.name().equals("value")
        && element.parent().map(ElementNode::name).orElse("").equals("cache-value");
  }

  private static boolean isText(ElementNode element) {
    return Set.of(
            ("set-body set-method set-url value origin method header audience issuer key message"
                    + " address vary-by-header vary-by-query-parameter application-id payload"
                    + " message-property id data token scope log-to-eventhub")
                .split(" "))
        .contains(element.name());
  }

  private static boolean isComment(PolicyNode node) {
    return node.span().text().startsWith("<!--");
  }

  /** Only blanks of XML are blank; a byte order mark and a declaration are not. */
  private static boolean blank(PolicyNode node) {
    return node instanceof TextNode && node.span().text().matches("[ \\t\\r\\n]*");
  }
}
