package dev.fanout.functionhost;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Functions of several shapes; a test packs this class into a staging folder of its own. */
public class SampleFunctions {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  public String greet(
      @HttpTrigger(name = "r", methods = HttpMethod.GET) HttpRequestMessage<String> request,
      @BindingName("name") String name,
      ExecutionContext context) {
    return context.getFunctionName() + " greets " + name + " " + request.getQueryParameters();
  }

  public HttpResponseMessage bytes(
      @HttpTrigger(name = "r", methods = HttpMethod.POST)
          HttpRequestMessage<Optional<byte[]>> request) {
    byte[] body = request.getBody().orElse(new byte[0]);
    return request
        .createResponseBuilder(HttpStatus.CREATED)
        .header("X-Length", Integer.toString(body.length))
        .body(body)
        .build();
  }

  public HttpResponseMessage broken(
      @HttpTrigger(name = "r", methods = HttpMethod.GET)
          HttpRequestMessage<Optional<String>> request) {
    throw new IllegalStateException("as ordered");
  }

  public HttpResponseMessage stuck(
      @HttpTrigger(name = "r", methods = HttpMethod.GET)
          HttpRequestMessage<Optional<String>> request)
      throws InterruptedException {
    NEVER.await();
    throw new IllegalStateException("never");
  }

  public String uri(
      @HttpTrigger(name = "r", methods = HttpMethod.GET)
          HttpRequestMessage<Optional<String>> request) {
    return request.getUri().toString();
  }

  public HttpResponseMessage unbound(
      @HttpTrigger(name = "r", methods = HttpMethod.GET)
          HttpRequestMessage<Optional<String>> request,
      int number) {
    throw new IllegalStateException();
  }
}
