package dev.fanout.functionhost;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function sees of a request; the body is in the form that the function declares. */
final class HostedRequest implements HttpRequestMessage<Object> {
  private final HttpMethod method;
  private final String rawTarget;
  private final Map<String, String> headers;
  private final @Nullable Object body;

  /**
   * @param headers lower-case names
   */
  HostedRequest(
      HttpMethod method, String rawTarget, Map<String, String> headers, @Nullable Object body) {
    this.method = method;
    this.rawTarget = rawTarget;
    this.headers = headers;
    this.body = body;
  }

  /** Characters that java.net.URI refuses are percent-encoded, as .NET's Uri does. */
  @Override
  public URI getUri() {
    String url = "http://" + headers.getOrDefault("host", "localhost") + rawTarget;
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      return URI.create("http://localhost" + encoded(rawTarget));
    }
  }

  private static String encoded(String target) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      boolean escape = c == '%' && isHex(target, i + 1) && isHex(target, i + 2);
      boolean plain =
          Character.isLetterOrDigit(c) && c < 0x80 || "-._~!$&'()*+,;=:@/?".indexOf(c) >= 0;
      if (escape || plain) {
        text.append(c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.ISO_8859_1)) {
          text.append(String.format(java.util.Locale.ROOT, "%%%02X", b));
        }
      }
    }
    return text.toString();
  }

  private static boolean isHex(String text, int index) {
    return index < text.length() && Character.digit(text.charAt(index), 16) >= 0;
  }

  @Override
  public HttpMethod getHttpMethod() {
    return method;
  }

  @Override
  public Map<String, String> getHeaders() {
    return headers;
  }

  /** Decoded; values of a repeated key are joined with commas. */
  @Override
  public Map<String, String> getQueryParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    int mark = rawTarget.indexOf('?');
    if (mark >= 0 && mark + 1 < rawTarget.length()) {
      for (String pair : rawTarget.substring(mark + 1).split("&")) {
        int equal = pair.indexOf('=');
        String name = decoded(equal < 0 ? pair : pair.substring(0, equal));
        String value = equal < 0 ? "" : decoded(pair.substring(equal + 1));
        parameters.merge(name, value, (first, second) -> first + "," + second);
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  // The library declares a body that may be null and says so nowhere.
  @SuppressWarnings("NullAway")
  @Override
  public Object getBody() {
    return body;
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
    return new HostedResponse.HostedBuilder().status(status);
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
    return new HostedResponse.HostedBuilder().status(status);
  }
}
