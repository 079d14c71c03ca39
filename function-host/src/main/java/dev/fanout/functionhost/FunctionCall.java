package dev.fanout.functionhost;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request's way through its function: on a worker that blocks, or by the loop's timer. */
final class FunctionCall implements Runnable {
  private static final System.Logger LOG = System.getLogger("fanout.function.host");

  private final HttpConnection connection;
  private final ChannelHandlerContext context;
  private final LoadedFunction function;
  private final LoadedFunction.Invocation invocation;
  private final boolean keepAlive;
  private final Runnable whenAnswered;
  private @Nullable HttpResponseMessage result;

  FunctionCall(
      HttpConnection connection,
      ChannelHandlerContext context,
      LoadedFunction function,
      LoadedFunction.Invocation invocation,
      boolean keepAlive,
      Runnable whenAnswered) {
    this.connection = connection;
    this.context = context;
    this.function = function;
    this.invocation = invocation;
    this.keepAlive = keepAlive;
    this.whenAnswered = whenAnswered;
  }

  /** Runs twice: the function on a worker, then its answer on the connection's event loop. */
  @Override
  public void run() {
    if (context.executor().inEventLoop()) {
      answer(java.util.Objects.requireNonNull(result));
      return;
    }
    result = invoke();
    context.executor().execute(this);
  }

  /** On the event loop, all of it: the function must not block. */
  void startTimed() {
    try {
      function
          .invokeTimed(invocation, this::delay)
          .whenComplete(
              (value, problem) ->
                  answer(problem == null ? LoadedFunction.response(value) : failed(problem)));
    } catch (Throwable e) {
      answer(failed(e));
    }
  }

  private CompletionStage<Long> delay(long nanos) {
    if (nanos <= 0) {
      return CompletableFuture.completedStage(0L);
    }
    CompletableFuture<Long> passed = new CompletableFuture<>();
    long start = System.nanoTime();
    context
        .executor()
        .schedule(() -> passed.complete(System.nanoTime() - start), nanos, TimeUnit.NANOSECONDS);
    return passed;
  }

  private void answer(HttpResponseMessage message) {
    whenAnswered.run();
    connection.answered(context, response(message), keepAlive);
  }

  private HttpResponseMessage invoke() {
    try {
      return function.invoke(invocation);
    } catch (Throwable e) {
      return failed(e);
    }
  }

  private HttpResponseMessage failed(Throwable problem) {
    if (problem instanceof VirtualMachineError fatal) {
      throw fatal;
    }
    connection.functionFailed();
    LOG.log(
        System.Logger.Level.WARNING,
        "function " + function.definition().name() + " failed: " + problem,
        problem);
    return new HostedResponse(HttpStatus.INTERNAL_SERVER_ERROR, List.of(), null);
  }

  private static DefaultFullHttpResponse response(HttpResponseMessage message) {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(message.getStatusCode()),
            content(message.getBody()));
    if (message instanceof HostedResponse hosted) {
      for (Map.Entry<String, String> header : hosted.headers()) {
        response.headers().add(header.getKey(), header.getValue());
      }
    }
    return response;
  }

  private static ByteBuf content(@Nullable Object body) {
    if (body == null) {
      return Unpooled.EMPTY_BUFFER;
    }
    return Unpooled.wrappedBuffer(
        body instanceof byte[] bytes
            ? bytes
            : String.valueOf(body).getBytes(StandardCharsets.UTF_8));
  }
}
