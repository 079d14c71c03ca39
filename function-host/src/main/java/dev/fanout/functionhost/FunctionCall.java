package dev.fanout.functionhost;

import com.microsoft.azure.functions.HttpResponseMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs twice: the function on a worker, then its answer on the connection's event loop. */
final class FunctionCall implements Runnable {
  private static final System.Logger LOG = System.getLogger("fanout.function.host");

  private final HttpConnection connection;
  private final ChannelHandlerContext context;
  private final LoadedFunction function;
  private final LoadedFunction.Invocation invocation;
  private final boolean keepAlive;
  private @Nullable HttpResponseMessage result;

  FunctionCall(
      HttpConnection connection,
      ChannelHandlerContext context,
      LoadedFunction function,
      LoadedFunction.Invocation invocation,
      boolean keepAlive) {
    this.connection = connection;
    this.context = context;
    this.function = function;
    this.invocation = invocation;
    this.keepAlive = keepAlive;
  }

  @Override
  public void run() {
    if (context.executor().inEventLoop()) {
      connection.answered(context, response(java.util.Objects.requireNonNull(result)), keepAlive);
      return;
    }
    result = invoke();
    context.executor().execute(this);
  }

  private HttpResponseMessage invoke() {
    try {
      return function.invoke(invocation);
    } catch (Throwable e) {
      if (e instanceof VirtualMachineError fatal) {
        throw fatal;
      }
      connection.functionFailed();
      LOG.log(
          System.Logger.Level.WARNING,
          "function " + function.definition().name() + " failed: " + e,
          e);
      return new HostedResponse(
          com.microsoft.azure.functions.HttpStatus.INTERNAL_SERVER_ERROR, List.of(), null);
    }
  }

  private DefaultFullHttpResponse response(HttpResponseMessage message) {
    Object body = message.getBody();
    ByteBuf content;
    if (body == null) {
      content = Unpooled.EMPTY_BUFFER;
    } else if (body instanceof byte[] bytes) {
      content = Unpooled.wrappedBuffer(bytes);
    } else {
      content =
          Unpooled.wrappedBuffer(String.valueOf(body).getBytes(StandardCharsets.UTF_8));
    }
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(message.getStatusCode()), content);
    if (message instanceof HostedResponse hosted) {
      for (Map.Entry<String, String> header : hosted.headers()) {
        response.headers().add(header.getKey(), header.getValue());
      }
    }
    return response;
  }
}
