package dev.fanout.functionhost;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function answers. */
final class HostedResponse implements HttpResponseMessage {
  private final HttpStatusType status;
  private final List<Map.Entry<String, String>> headers;
  private final @Nullable Object body;

  HostedResponse(
      HttpStatusType status, List<Map.Entry<String, String>> headers, @Nullable Object body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  List<Map.Entry<String, String>> headers() {
    return headers;
  }

  @Override
  public HttpStatusType getStatus() {
    return status;
  }

  @SuppressWarnings("NullAway")
  @Override
  public String getHeader(String name) {
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return null;
  }

  @SuppressWarnings("NullAway")
  @Override
  public Object getBody() {
    return body;
  }

  /** Status 200 and no body unless told. */
  static final class HostedBuilder implements Builder {
    private HttpStatusType status = HttpStatus.OK;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>(4);
    private @Nullable Object body;

    @Override
    public Builder status(HttpStatusType value) {
      this.status = value;
      return this;
    }

    @Override
    public Builder header(String name, String value) {
      headers.add(Map.entry(name, value));
      return this;
    }

    @Override
    public Builder body(Object value) {
      this.body = value;
      return this;
    }

    @Override
    public HttpResponseMessage build() {
      return new HostedResponse(status, headers, body);
    }
  }
}
