package dev.fanout.functionhost;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.UUID;
import java.util.logging.Logger;

/** One invocation; its id is drawn only when asked for. */
final class HostedContext implements ExecutionContext {
  private final String functionName;
  private String invocationId = "";

  HostedContext(String functionName) {
    this.functionName = functionName;
  }

  @Override
  public Logger getLogger() {
    return Logger.getLogger("fanout.function." + functionName);
  }

  @Override
  public String getInvocationId() {
    if (invocationId.isEmpty()) {
      invocationId = UUID.randomUUID().toString();
    }
    return invocationId;
  }

  @Override
  public String getFunctionName() {
    return functionName;
  }
}
