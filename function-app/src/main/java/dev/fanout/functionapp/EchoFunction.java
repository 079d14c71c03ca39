package dev.fanout.functionapp;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Answers with what it received, after a delay.
 *
 * <p>Query parameters of its own: {@code delayMs} (0 to 10,000) instead of the setting {@code
 * ECHO_DELAY_MS}; {@code echoHeaders=true} for the request headers of the allow-list; {@code
 * echoBody=true} for the first 8,192 characters of the body.
 *
 * <p>The path is taken from the request and not bound by name: the Java worker answers 500 to a
 * request whose {@code {*path}} is empty when a parameter asks for it (seen with worker 2.17.0).
 */
public final class EchoFunction {
  static final int MAX_BODY_CHARS = 8_192;

  /** The worker makes a new object for each invocation, so what lasts is static. */
  private static final AtomicLong SEQUENCE = new AtomicLong();

  private static final EchoSettings SETTINGS = EchoSettings.from(System.getenv());
  private static final String INSTANCE = InstanceId.resolve(InstanceEnvironment.read());

  private final EchoSettings settings;
  private final String instance;

  public EchoFunction() {
    this(SETTINGS, INSTANCE);
  }

  EchoFunction(EchoSettings settings, String instance) {
    this.settings = settings;
    this.instance = instance;
  }

  @FunctionName("echo")
  public HttpResponseMessage echo(
      @HttpTrigger(
              name = "request",
              methods = {
                HttpMethod.GET,
                HttpMethod.HEAD,
                HttpMethod.POST,
                HttpMethod.PUT,
                HttpMethod.PATCH,
                HttpMethod.DELETE,
                HttpMethod.OPTIONS
              },
              authLevel = AuthorizationLevel.FUNCTION,
              route = "echo/{*path}")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return echoTimed(request, context, Delay::block).toCompletableFuture().join();
  }

  /**
   * The same for a host that has a timer and would rather not hold a thread while nothing happens.
   * The host in Azure calls {@link #echo}, the local one may call this.
   *
   * @param delay given nanoseconds, completes after them with how many it really took
   */
  public CompletionStage<HttpResponseMessage> echoTimed(
      HttpRequestMessage<Optional<String>> request,
      ExecutionContext context,
      LongFunction<CompletionStage<Long>> delay) {
    RequestTarget target = RequestTarget.of(request);
    long delayNanos;
    try {
      delayNanos =
          target.parameter("delayMs").map(EchoSettings::delayNanos).orElse(settings.delayNanos());
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedStage(
          answer(
              request,
              HttpStatus.BAD_REQUEST,
              new JsonText().field("error", e.getMessage()).toString()));
    }
    return delay
        .apply(delayNanos)
        .thenApply(tookNanos -> answer(request, HttpStatus.OK, body(request, target, tookNanos)));
  }

  private String body(
      HttpRequestMessage<Optional<String>> request, RequestTarget target, long tookNanos) {
    JsonText json =
        new JsonText()
            .field("path", target.path())
            .field("query", target.query())
            .field("method", request.getHttpMethod().name())
            .field("instance", instance)
            .field("sequence", SEQUENCE.incrementAndGet())
            .field("delayNanos", tookNanos);
    if (target.asksFor("echoHeaders")) {
      Map<String, String> headers = settings.allowed(request.getHeaders());
      json.field("headers", headers);
    }
    if (target.asksFor("echoBody")) {
      String body = request.getBody().orElse("");
      json.field("body", body.length() > MAX_BODY_CHARS ? body.substring(0, MAX_BODY_CHARS) : body);
      json.field("bodyChars", body.length());
    }
    return json.toString();
  }

  private static HttpResponseMessage answer(
      HttpRequestMessage<?> request, HttpStatus status, String json) {
    return request
        .createResponseBuilder(status)
        .header("Content-Type", "application/json")
        .body(json)
        .build();
  }
}
