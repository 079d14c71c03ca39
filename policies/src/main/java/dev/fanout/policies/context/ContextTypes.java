package dev.fanout.policies.context;

import dev.fanout.expressions.HostTypes;
import dev.fanout.expressions.MessageBody;
import dev.fanout.expressions.runtime.RuntimeTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The C# side of the {@code context} tree: which members the interfaces of this package have. */
public final class ContextTypes {
  private static final List<String> READS =
      List.of("IMessageBody.As", "IMessageBody.AsFormUrlEncodedContent");

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
    RuntimeTypes.register(ApimJwt.class, "Apim.Jwt");
    RuntimeTypes.register(ApimCredentials.class, "Apim.BasicAuthCredentials");
    RuntimeTypes.register(ApimAuthorization.class, "Apim.Authorization");
    RuntimeTypes.register(ApimContext.class, "Apim.IContext");
    RuntimeTypes.register(ApimApi.class, "Apim.IApi");
    RuntimeTypes.register(ApimOperation.class, "Apim.IOperation");
    RuntimeTypes.register(ApimProduct.class, "Apim.IProduct");
    RuntimeTypes.register(ApimSubscription.class, "Apim.ISubscription");
    RuntimeTypes.register(ApimUser.class, "Apim.IUser");
    RuntimeTypes.register(ApimGroup.class, "Apim.IGroup");
    RuntimeTypes.register(ApimIdentity.class, "Apim.IUserIdentity");
    RuntimeTypes.register(ApimKeyNames.class, "Apim.ISubscriptionKeyParameterNames");
    RuntimeTypes.register(ApimBackend.class, "Apim.IBackend");
    RuntimeTypes.register(ApimWorkspace.class, "Apim.IWorkspace");
    RuntimeTypes.register(ApimDeployment.class, "Apim.IDeployment");
    RuntimeTypes.register(ApimLastError.class, "Apim.ILastError");
    RuntimeTypes.register(ApimGraphQl.class, "Apim.IGraphQLContext");
    RuntimeTypes.register(ApimPrivateEndpointConnection.class, "Apim.IPrivateEndpointConnection");
    try (InputStream in = ContextTypes.class.getResourceAsStream("context.types")) {
      String declarations =
          new String(
              Objects.requireNonNull(in, "context.types").readAllBytes(), StandardCharsets.UTF_8);
      return HostTypes.declare(
          declarations,
          "Apim.IContext",
          MethodHandles.lookup(),
          Map.of(
              MessageBody.REQUEST,
              READS.stream().map(read -> Set.of("IRequest.Body", read)).toList(),
              MessageBody.RESPONSE,
              READS.stream()
                  .map(read -> Set.of("IContext.Response", "IResponse.Body", read))
                  .toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
