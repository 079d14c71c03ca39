package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.MessageContent;
import dev.fanout.policies.context.ApimMultiValues;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The body that a template reads before it is replaced. */
record FormerBody(ApimMultiValues headers, MessageContent content) {
  /** In small letters; empty without one. */
  String contentType() {
    String[] values = headers.values("Content-Type");
    return values == null || values.length == 0 ? "" : values[0].toLowerCase(Locale.ROOT);
  }

  String text() {
    return new String(content.take(true), StandardCharsets.UTF_8);
  }
}
