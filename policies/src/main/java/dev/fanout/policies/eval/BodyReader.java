package dev.fanout.policies.eval;

import dev.fanout.policies.context.ApimMessageBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Headers, bodies and responses of a context document. */
final class BodyReader {
  private final boolean keepsBodies;

  BodyReader(boolean keepsBodies) {
    this.keepsBodies = keepsBodies;
  }

  Entities.Response response(Fields fields) {
    return new Entities.Response(
        fields.integer("statusCode", 200),
        fields.text("statusReason", "OK"),
        headers(fields),
        body(fields));
  }

  /** A text, which UTF-8 makes bytes of, or an object with base64. */
  @Nullable ApimMessageBody body(Fields fields) {
    Json value = fields.value("body");
    if (value instanceof Json.Members) {
      byte[] bytes =
          fields.object(
              "body",
              "the body",
              body -> body.parsed("base64", "base64", Base64.getDecoder()::decode));
      return bytes == null ? null : new BodyText(bytes, keepsBodies);
    }
    String text = fields.textOrNull("body");
    return text == null ? null : new BodyText(text.getBytes(StandardCharsets.UTF_8), keepsBodies);
  }

  /** Each value a text or an array of texts. */
  static MultiValues headers(Fields fields) {
    return new MultiValues(
        fields.map(
            "headers",
            (name, value) -> {
              if (!(value instanceof Json.Items items)) {
                return text(fields, name, value).map(List::of);
              }
              List<String> texts = new ArrayList<>();
              items.items().forEach(item -> text(fields, name, item).ifPresent(texts::add));
              return Optional.of(texts);
            }));
  }

  static Optional<String> text(Fields fields, String name, Json value) {
    if (value instanceof Json.Text text) {
      return Optional.of(text.value());
    }
    fields.wanted("a text", name, value);
    return Optional.empty();
  }
}
