package dev.fanout.functionapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EchoFunctionTest {
  private final EchoFunction function =
      new EchoFunction(EchoSettings.from(Map.of("ECHO_DELAY_MS", "0")), "instance-1");

  @Test
  void shows_the_raw_path_and_query_of_the_uri() {
    assertThat(body(function.echo(request("http://h/api/echo/a%2Fb?q=a+b&e=&n", Map.of()), null)))
        .startsWith(
            "{\"path\":\"/api/echo/a%2Fb\",\"query\":\"q=a+b&e=&n\",\"method\":\"GET\","
                + "\"instance\":\"instance-1\",\"sequence\":");
    assertThat(body(function.echo(request("http://h/api/echo", Map.of()), null)))
        .startsWith("{\"path\":\"/api/echo\",\"query\":null,");
  }

  @Test
  void prefers_the_target_that_the_front_end_received() {
    assertThat(
            body(
                function.echo(
                    request(
                        "http://h/api/echo/a/b",
                        Map.of("x-waws-unencoded-url", "/api/echo/a%2fb\\\"|?")),
                    null)))
        .startsWith("{\"path\":\"/api/echo/a%2fb\\\\\\\"|\",\"query\":\"\",");
  }

  @Test
  void both_ways_of_waiting_give_the_same_answer_with_the_time_that_it_took() {
    CompletableFuture<Long> timer = new CompletableFuture<>();
    long[] asked = new long[1];
    CompletionStage<HttpResponseMessage> answer =
        function.echoTimed(
            request("http://h/api/echo/x?delayMs=7", Map.of()),
            null,
            nanos -> {
              asked[0] = nanos;
              return timer;
            });

    assertThat(asked[0]).isEqualTo(7_000_000);
    assertThat(answer.toCompletableFuture()).isNotDone();
    timer.complete(7_000_123L);
    assertThat(body(answer.toCompletableFuture().join())).endsWith("\"delayNanos\":7000123}");
    assertThat(withoutNumbers(body(answer.toCompletableFuture().join())))
        .isEqualTo(
            withoutNumbers(
                body(function.echo(request("http://h/api/echo/x?delayMs=7", Map.of()), null))));
  }

  @Test
  void blocks_no_shorter_than_asked() {
    assertThat(Delay.block(3_000_000).toCompletableFuture().join())
        .isGreaterThanOrEqualTo(3_000_000);
  }

  private static String withoutNumbers(String json) {
    return json.replaceAll("\"(sequence|delayNanos)\":\\d+", "\"$1\":0");
  }

  private static String body(HttpResponseMessage response) {
    return (String) response.getBody();
  }

  private static HttpRequestMessage<Optional<String>> request(
      String uri, Map<String, String> headers) {
    return new HttpRequestMessage<>() {
      @Override
      public URI getUri() {
        return URI.create(uri);
      }

      @Override
      public HttpMethod getHttpMethod() {
        return HttpMethod.GET;
      }

      @Override
      public Map<String, String> getHeaders() {
        return headers;
      }

      @Override
      public Map<String, String> getQueryParameters() {
        return Map.of();
      }

      @Override
      public Optional<String> getBody() {
        return Optional.empty();
      }

      @Override
      public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return createResponseBuilder((HttpStatusType) status);
      }

      @Override
      public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new Answer(status);
      }
    };
  }

  private static final class Answer implements HttpResponseMessage, HttpResponseMessage.Builder {
    private HttpStatusType status;
    private final Map<String, String> headers = new HashMap<>();
    private Object body;

    Answer(HttpStatusType status) {
      this.status = status;
    }

    @Override
    public HttpStatusType getStatus() {
      return status;
    }

    @Override
    public String getHeader(String name) {
      return headers.get(name);
    }

    @Override
    public Object getBody() {
      return body;
    }

    @Override
    public Builder status(HttpStatusType value) {
      status = value;
      return this;
    }

    @Override
    public Builder header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    @Override
    public Builder body(Object value) {
      body = value;
      return this;
    }

    @Override
    public HttpResponseMessage build() {
      return this;
    }
  }
}
