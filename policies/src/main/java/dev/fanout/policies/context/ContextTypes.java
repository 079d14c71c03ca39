package dev.fanout.policies.context;

import dev.fanout.expressions.HostTypes;
import dev.fanout.expressions.MessageBody;
import dev.fanout.expressions.runtime.RuntimeTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The C# side of the {@code context} tree: which members the interfaces of this package have. */
public final class ContextTypes {
  private static final HostTypes HOST_TYPES = read();

  private ContextTypes() {}

  /** For an {@code ExpressionCompiler} whose expressions run on an {@link ApimContext}. */
  public static HostTypes hostTypes() {
    return HOST_TYPES;
  }

  private static HostTypes read() {
    RuntimeTypes.register(ApimResponse.class, "Apim.IResponse");
    RuntimeTypes.register(ApimRequest.class, "Apim.IRequest");
    RuntimeTypes.register(ApimMessageBody.class, "Apim.IMessageBody");
    RuntimeTypes.register(ApimUrl.class, "Apim.IUrl");
    try (InputStream in = ContextTypes.class.getResourceAsStream("context.types")) {
      String declarations =
          new String(
              Objects.requireNonNull(in, "context.types").readAllBytes(), StandardCharsets.UTF_8);
      return HostTypes.declare(
          declarations,
          "Apim.IProxyRequestContext",
          MethodHandles.lookup(),
          Map.of(
              MessageBody.REQUEST, Set.of("IRequest.Body", "IMessageBody.As"),
              MessageBody.RESPONSE,
                  Set.of("IProxyRequestContext.Response", "IResponse.Body", "IMessageBody.As")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
