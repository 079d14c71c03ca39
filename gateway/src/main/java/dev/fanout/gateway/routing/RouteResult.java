package dev.fanout.gateway.routing;

import org.jspecify.annotations.Nullable;

/** What the router found. */
public sealed interface RouteResult<A, O> {

  /** No API stands at the path, or none in the version or revision that the request asks for. */
  record NoApi<A, O>() implements RouteResult<A, O> {}

  /** The API has no operation for the path, or none for the method. */
  record NoOperation<A, O>(A api) implements RouteResult<A, O> {}

  /**
   * An operation.
   *
   * @param path the request's path as it was sent
   * @param restStart where the part after the API's path and version starts in it
   */
  @SuppressWarnings("ArrayRecordComponent") // equal to itself only
  record Match<A, O>(
      A api, O operation, OperationTemplate template, String path, int restStart, int[] spans)
      implements RouteResult<A, O> {

    /** The part after the API's path and version; empty or with a leading slash. */
    public String rest() {
      return path.substring(restStart);
    }

    /** The value of a path parameter as it was sent, by its name in any case. */
    public @Nullable String pathParameter(String name) {
      var names = template.pathParameters();
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).equalsIgnoreCase(name)) {
          return path.substring(spans[2 * i], spans[2 * i + 1]);
        }
      }
      return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other == this;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return "Match[" + template + ", rest " + rest() + "]";
    }
  }
}
