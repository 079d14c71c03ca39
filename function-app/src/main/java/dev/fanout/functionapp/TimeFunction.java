package dev.fanout.functionapp;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Tells the instance's clock, so that a runner elsewhere knows the offset to its own. */
public final class TimeFunction {
  private static final String INSTANCE = InstanceId.resolve(InstanceEnvironment.read());

  private final Clock clock;

  public TimeFunction() {
    this(Clock.systemUTC());
  }

  TimeFunction(Clock clock) {
    this.clock = clock;
  }

  @FunctionName("time")
  public HttpResponseMessage time(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.FUNCTION,
              route = "time")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    Instant now = clock.instant();
    String json =
        new JsonText()
            .field("utc", now.toString())
            .field("epochMillis", now.toEpochMilli())
            .field("instance", INSTANCE)
            .toString();
    return request
        .createResponseBuilder(HttpStatus.OK)
        .header("Content-Type", "application/json")
        .body(json)
        .build();
  }
}
