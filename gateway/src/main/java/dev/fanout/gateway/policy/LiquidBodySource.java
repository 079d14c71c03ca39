package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.BodyReads;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.policies.liquid.LiquidBody;
import dev.fanout.policies.liquid.LiquidContext;
import dev.fanout.policies.liquid.LiquidTemplate;
import dev.fanout.policies.liquid.XmlBody;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Liquid template. It sees {@code context}, and as {@code body} the message's body if the
 * Content-Type says that this is JSON or XML (set-body page, "Using Liquid templates").
 */
final class LiquidBodySource implements BodySource {
  private final LiquidTemplate template;
  private final boolean nullable;
  private final boolean parsesDates;
  private final int bodyReads;

  /**
   * @param nullable {@code xsi-nil="null"}: a nil element of XML is null and not an empty text
   */
  LiquidBodySource(String template, boolean nullable, boolean parsesDates) {
    this.template = LiquidTemplate.parse(template);
    this.nullable = nullable;
    this.parsesDates = parsesDates;
    this.bodyReads =
        template.contains("body") ? BodyReads.REQUEST | BodyReads.RESPONSE : BodyReads.NONE;
  }

  @Override
  public int bodyReads() {
    return bodyReads;
  }

  @Override
  public String text(Exchange exchange, @Nullable FormerBody former) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("context", LiquidContext.of(exchange));
    variables.put("body", former == null || bodyReads == BodyReads.NONE ? null : body(former));
    return template.render(variables);
  }

  private @Nullable Object body(FormerBody former) {
    String type = former.contentType();
    if (type.contains("json")) {
      return LiquidBody.ofJson(former.text(), parsesDates);
    }
    return type.contains("xml") && !former.text().isBlank()
        ? XmlBody.of(former.text(), nullable)
        : null;
  }
}
