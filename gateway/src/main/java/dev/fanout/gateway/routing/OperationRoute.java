package dev.fanout.gateway.routing;

/**
 * An operation as the router sees it.
 *
 * @param method the HTTP method, compared exactly
 * @param target what the caller hangs at the operation
 */
public record OperationRoute<O>(String method, OperationTemplate template, O target) {
  public OperationRoute {
    if (method.isEmpty()) {
      throw new IllegalArgumentException("the method is empty");
    }
  }
}
