package dev.fanout.gateway.policy;

import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.OutgoingBody;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamAuthority;
import dev.fanout.gateway.http.UpstreamRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code follow-redirects="true"}: 301, 302, 303, 307 and 308 with a Location, by RFC 9110, 15.4. A
 * change from https to http is not followed, and neither Authorization and Cookie nor an entity's
 * credentials go to another authority.
 */
final class Redirects {
  private Redirects() {}

  /**
   * The request to send next; null when the response is the answer.
   *
   * @param credentials names of the fields that the Backend entity added
   */
  static @Nullable UpstreamRequest next(
      UpstreamRequest sent, ResponseHead head, Set<String> credentials) {
    int status = head.status();
    boolean redirect = (status >= 301 && status <= 303) || status == 307 || status == 308;
    String location = head.headers().first("Location");
    if (!redirect || location == null) {
      return null;
    }
    boolean toGet =
        (status == 303 && !sent.method().equals("HEAD"))
            || ((status == 301 || status == 302) && sent.method().equals("POST"));
    if (!toGet && !sent.body().isReplayable()) {
      return null;
    }
    URI to = resolve(sent, location);
    if (to == null || to.getHost() == null) {
      return null;
    }
    boolean tls = to.getScheme().equalsIgnoreCase("https");
    if (sent.authority().isTls() && !tls) {
      return null;
    }
    int port = to.getPort() >= 0 ? to.getPort() : tls ? 443 : 80;
    UpstreamAuthority authority =
        new UpstreamAuthority(
            tls ? "https" : "http", to.getHost(), port, sent.authority().verification());
    HttpHeaders fields = sent.headers().copy();
    if (!authority.equals(sent.authority())) {
      fields.remove("Authorization");
      fields.remove("Cookie");
      fields.remove("Host");
      credentials.forEach(fields::remove);
    }
    if (toGet) {
      fields.remove("Content-Type");
      fields.remove("Content-Length");
    }
    String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
    String target = to.getRawQuery() == null ? path : path + "?" + to.getRawQuery();
    return new UpstreamRequest(
        sent.entityId(),
        authority,
        toGet ? "GET" : sent.method(),
        UpstreamRequests.escaped(target, sent.rawTarget()),
        fields,
        toGet ? OutgoingBody.EMPTY : sent.body(),
        sent.responseTimeout());
  }

  /** The URL that was asked; its root when the target is no RFC 2396 URI. */
  private static URI base(UpstreamRequest sent) throws URISyntaxException {
    try {
      return new URI(sent.authority() + sent.rawTarget());
    } catch (URISyntaxException rawBytes) {
      return new URI(sent.authority() + "/");
    }
  }

  private static @Nullable URI resolve(UpstreamRequest sent, String location) {
    try {
      URI to = base(sent).resolve(new URI(location));
      String scheme = to.getScheme();
      boolean http =
          scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
      return http ? to : null;
    } catch (URISyntaxException notAUrl) {
      return null;
    }
  }
}
