package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.Ascii;
import dev.fanout.gateway.http.internal.HeadParser;
import dev.fanout.gateway.http.internal.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Reads request heads: what the parser lets through, held against the rules about targets and
 * hosts.
 */
final class RequestReader {
  private final HeadParser parser;
  private HttpHeaders fields = new HttpHeaders();

  RequestReader(HttpServerOptions options) {
    this.parser =
        new HeadParser(
            HeadParser.Kind.REQUEST,
            options.maxTargetBytes(),
            options.maxHeadBytes(),
            options.maxHeaders());
  }

  /** Takes bytes up to the end of a head; null if that has not come. */
  @Nullable RequestHead read(ByteBuf in) throws MalformedMessageException {
    if (!parser.parse(in, fields)) {
      return null;
    }
    HttpHeaders head = fields;
    fields = new HttpHeaders();
    return requestHead(head);
  }

  /** Whether bytes of an unfinished head have been taken. */
  boolean isWithinHead() {
    return parser.isWithinHead();
  }

  /** The size of the last head. */
  int headBytes() {
    return parser.headBytes();
  }

  private RequestHead requestHead(HttpHeaders head) throws MalformedMessageException {
    HttpVersion version = parser.minorVersion() == 0 ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
    String authority = host(head, version);
    String target = parser.target();
    String origin = target;
    if (target.charAt(0) != '/' && !(target.equals("*") && parser.method().equals("OPTIONS"))) {
      int start = schemeEnd(target);
      int end = authorityEnd(target, start);
      // RFC 9112, 3.2.2: the target's authority replaces the Host field.
      authority = target.substring(start, end);
      if (authority.isEmpty() || !Ascii.isAuthority(authority)) {
        throw bad("the request target has no valid authority");
      }
      origin = target.substring(end);
      if (origin.isEmpty() || origin.charAt(0) == '?') {
        origin = '/' + origin;
      }
    }
    int question = origin.indexOf('?');
    return new RequestHead(
        parser.method(),
        target,
        authority,
        question < 0 ? origin : origin.substring(0, question),
        question < 0 ? null : origin.substring(question + 1),
        version,
        head);
  }

  private static String host(HttpHeaders head, HttpVersion version)
      throws MalformedMessageException {
    String host = head.first("Host");
    if (host == null) {
      if (version == HttpVersion.HTTP_1_1) {
        throw bad("a Host header is missing");
      }
      return "";
    }
    if (head.count("Host") > 1) {
      throw bad("more than one Host");
    }
    if (!Ascii.isAuthority(host)) {
      throw bad("Host is not 'host' or 'host:port'");
    }
    return host;
  }

  private static int schemeEnd(String target) throws MalformedMessageException {
    for (String scheme : new String[] {"http://", "https://"}) {
      if (target.length() > scheme.length()
          && Ascii.equalsIgnoreCase(target.substring(0, scheme.length()), scheme)) {
        return scheme.length();
      }
    }
    throw bad("the request target is neither a path nor an http URL");
  }

  private static int authorityEnd(String target, int start) {
    int end = start;
    while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
      end++;
    }
    return end;
  }

  private static MalformedMessageException bad(String message) {
    return new MalformedMessageException(400, message);
  }
}
