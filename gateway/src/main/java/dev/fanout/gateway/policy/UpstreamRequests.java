package dev.fanout.gateway.policy;

import dev.fanout.artifacts.PathAndQuery;
import dev.fanout.artifacts.RawQuery;
import dev.fanout.artifacts.UrlComposition;
import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.OutgoingBody;
import dev.fanout.gateway.http.UpstreamRequest;
import dev.fanout.gateway.pipeline.BackendTarget;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.RequestMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request that goes upstream, from what the policies made of the client's: Host is the
 * backend's unless a policy set it; the client's address is appended to X-Forwarded-For; hop-by-hop
 * fields go (the pools drop them); the subscription key stays, as documented for the query
 * (set-backend-service page) and assumed for the header.
 */
final class UpstreamRequests {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private UpstreamRequests() {}

  static UpstreamRequest build(
      Exchange exchange, BackendTarget target, OutgoingBody body, Duration timeout) {
    RequestMessage request = exchange.request();
    HttpHeaders fields = request.fields().copy();
    if (!request.isHostSet()) {
      fields.remove("Host");
    }
    String before = fields.first(FORWARDED_FOR);
    String address = exchange.link().clientAddress();
    fields.set(FORWARDED_FOR, before == null ? address : joined(fields, address));
    String entity = target.entityId();
    PathAndQuery current = request.current();
    String query = current.query();
    if (!target.credentials().isEmpty()) {
      target.credentials().headers().forEach((name, values) -> fields.set(name, values));
      query = withCredentials(query, target.credentials().query());
    }
    String path = UrlComposition.join(target.base().path(), current.path());
    String rawTarget =
        escaped(query == null ? path : path + '?' + query, exchange.link().request().rawTarget());
    try {
      return new UpstreamRequest(
          entity == null ? "" : entity,
          target.authority(),
          request.method(),
          rawTarget,
          fields,
          body,
          timeout);
    } catch (IllegalArgumentException notARequest) {
      throw new PolicyFailure(
          ForwardRequestStep.SOURCE, "BackendConnectionFailure", "The request cannot be sent.");
    }
  }

  private static String joined(HttpHeaders fields, String address) {
    return String.join(", ", fields.all(FORWARDED_FOR)) + ", " + address;
  }

  private static @Nullable String withCredentials(
      @Nullable String query, Map<String, List<String>> credentials) {
    String result = query;
    for (Map.Entry<String, List<String>> each : credentials.entrySet()) {
      result = RawQuery.set(result, each.getKey(), each.getValue(), RawQuery.ExistsAction.OVERRIDE);
    }
    return result;
  }

  /**
   * Percent-encodes what a policy may have written into a target and what cannot stand there, and
   * nothing else. Raw bytes from 0x80 on pass when the client sent any; otherwise such a character
   * is text of a policy and goes as UTF-8.
   */
  static String escaped(String target, String clientTarget) {
    int i = 0;
    while (i < target.length() && isPlain(target.charAt(i))) {
      i++;
    }
    if (i == target.length()) {
      return target;
    }
    boolean rawBytes = clientTarget.chars().anyMatch(c -> c >= 128);
    StringBuilder out = new StringBuilder(target.length() + 16).append(target, 0, i);
    while (i < target.length()) {
      int codePoint = target.codePointAt(i);
      boolean raw = rawBytes && codePoint >= 128 && codePoint <= 255;
      if (raw || isPlain(codePoint)) {
        out.append((char) codePoint);
      } else {
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
          out.append('%')
              .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)))
              .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
        }
      }
      i += Character.charCount(codePoint);
    }
    return out.toString();
  }

  /** Whether it may stand in a target: no space, control character or fragment. */
  private static boolean isPlain(int c) {
    return c > ' ' && c < 127 && c != '#';
  }
}
