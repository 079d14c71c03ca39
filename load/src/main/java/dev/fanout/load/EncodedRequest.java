package dev.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fanout.load.RequestPart.Literal;
import dev.fanout.load.RequestPart.Place;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A template as bytes with holes for what is drawn. */
final class EncodedRequest {
  private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");
  private static final long MOST_BYTES = 4 << 20;

  /** Query parameters whose values are credentials. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&](?:[^=&]*(?:key|token|secret|password|signature)|sig|code)=)[^&]*");

  private final RequestPart[] parts;
  private final int maxBytes;
  final boolean head;

  EncodedRequest(RequestTemplate template, String hostHeader, HoleValues values) {
    List<RequestPart> all = new ArrayList<>();
    all.add(text(template.method() + " "));
    all.addAll(values.parts(template.target(), Place.TARGET));
    all.add(text(" HTTP/1.1\r\nHost: " + hostHeader + "\r\n"));
    for (Map.Entry<String, String> header : template.headers()) {
      all.add(text(header.getKey() + ": "));
      all.addAll(values.parts(header.getValue(), Place.HEADER));
      all.add(text("\r\n"));
    }
    List<RequestPart> body = values.parts(template.body(), Place.BODY);
    if (!body.isEmpty() || WITH_BODY.contains(template.method())) {
      all.add(text("Content-Length: "));
      all.add(length(body));
      all.add(text("\r\n"));
    }
    all.add(text("\r\n"));
    all.addAll(body);
    this.parts = joined(all).toArray(RequestPart[]::new);
    long most = 0;
    for (RequestPart part : parts) {
      most += part.most();
    }
    if (most > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a request of " + template.apiId() + " may take " + most + " bytes, more than 4 MiB");
    }
    this.maxBytes = (int) most;
    this.head = template.method().equals("HEAD");
  }

  int maxBytes() {
    return maxBytes;
  }

  void writeTo(ByteBuf out, int id, int[] rows) {
    for (RequestPart part : parts) {
      part.writeTo(out, id, rows);
    }
  }

  /** The values of query parameters that look like credentials are hidden. */
  static String forMessages(String target) {
    return SECRET.matcher(target).replaceAll("$1…");
  }

  private static RequestPart length(List<RequestPart> body) {
    if (body.stream().allMatch(Literal.class::isInstance)) {
      return text(Integer.toString(body.stream().mapToInt(RequestPart::most).sum()));
    }
    return new RequestPart.LengthOf(body.toArray(RequestPart[]::new));
  }

  private static Literal text(String text) {
    return new Literal(text.getBytes(UTF_8));
  }

  private static List<RequestPart> joined(List<RequestPart> parts) {
    List<RequestPart> joined = new ArrayList<>();
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    for (RequestPart part : parts) {
      if (part instanceof Literal literal) {
        run.writeBytes(literal.bytes());
        continue;
      }
      if (run.size() > 0) {
        joined.add(new Literal(run.toByteArray()));
        run.reset();
      }
      joined.add(part);
    }
    if (run.size() > 0) {
      joined.add(new Literal(run.toByteArray()));
    }
    return joined;
  }
}
