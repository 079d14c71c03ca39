package dev.fanout.gateway.routing;

import dev.fanout.gateway.routing.RouterOptions.LiteralCase;
import dev.fanout.gateway.routing.RouterOptions.Precedence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API with the longest path, in the version and revision that the request asks for, then
 * the operation. Immutable and thread-safe.
 *
 * <p>An API whose version stands in a header or in the query is not there for requests without it.
 * A wrong method is "no operation", as a wrong path is: the gateway answers 404 to both, never 405
 * (techcommunity 1588413).
 */
public final class Router<A, O> {
  private final boolean anyCase;
  private final Node<A, O> root;
  private final RouteResult<A, O> noApi = new RouteResult.NoApi<>();

  public Router(List<ApiRoute<A, O>> apis, RouterOptions options) {
    this.anyCase = options.literals() == LiteralCase.INSENSITIVE;
    this.root = new Node<>(anyCase);
    for (ApiRoute<A, O> api : apis) {
      add(api, options.precedence());
    }
  }

  /**
   * @param path as it was sent, from its slash to the question mark
   * @param query as it was sent, without the question mark; empty if there is none
   * @param headers the first value of a header by its name in any case, or null
   */
  public RouteResult<A, O> find(
      String method, String path, String query, Function<String, @Nullable String> headers) {
    Node<A, O> node = root;
    Entry<A, O> best = node.select(0, query, headers);
    int rest = 0;
    int revision = 0;
    int at = 0;
    while (at < path.length()) {
      int start = at + 1;
      int end = path.indexOf('/', start);
      if (end < 0) {
        end = path.length();
      }
      Node<A, O> child = node.children.get(path, start, end);
      if (child == null && revision == 0) {
        int semicolon = revisionMark(path, start, end);
        if (semicolon >= 0) {
          child = node.children.get(path, start, semicolon);
          revision = Integer.parseInt(path, semicolon + REVISION.length(), end, 10);
        }
      }
      if (child == null) {
        break;
      }
      node = child;
      at = end;
      Entry<A, O> here = node.select(revision, query, headers);
      if (here != null) {
        best = here;
        rest = end;
      }
    }
    if (best == null) {
      return noApi;
    }
    OperationTree.Found<O> found = null;
    for (int i = 0; found == null && i < best.trees.size(); i++) {
      found = best.trees.get(i).find(method, path, rest, query);
    }
    if (found == null) {
      return new RouteResult.NoOperation<>(best.api.target());
    }
    OperationRoute<O> route = found.route();
    return new RouteResult.Match<>(
        best.api.target(), route.target(), route.template(), path, rest, found.spans());
  }

  private static final String REVISION = ";rev=";

  /** Where {@code ;rev=N} starts if the segment ends with it, else -1. */
  private static int revisionMark(String path, int start, int end) {
    int digits = end;
    while (digits > start && path.charAt(digits - 1) >= '0' && path.charAt(digits - 1) <= '9') {
      digits--;
    }
    int mark = digits - REVISION.length();
    boolean number = end > digits && end - digits <= 9;
    return number && mark >= start && AsciiCase.equal(REVISION, path, mark, digits) ? mark : -1;
  }

  private void add(ApiRoute<A, O> api, Precedence precedence) {
    Node<A, O> node = root;
    for (String segment : segments(api)) {
      node = node.children.computeIfAbsent(segment, () -> new Node<>(anyCase));
    }
    node.entries.add(new Entry<>(api, trees(api, precedence)));
  }

  private static List<String> segments(ApiRoute<?, ?> api) {
    List<String> segments = new ArrayList<>();
    for (String segment : api.path().split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    if (api.version() instanceof ApiVersion.Segment version) {
      segments.add(version.value());
    }
    return segments;
  }

  /** One tree, or one for each operation when the list's order is to decide. */
  private List<OperationTree<O>> trees(ApiRoute<A, O> api, Precedence precedence) {
    List<OperationTree<O>> trees = new ArrayList<>();
    for (OperationRoute<O> operation : api.operations()) {
      if (trees.isEmpty() || precedence == Precedence.FIRST_LISTED) {
        trees.add(new OperationTree<>(anyCase));
      }
      trees.get(trees.size() - 1).add(operation);
    }
    return List.copyOf(trees);
  }

  private record Entry<A, O>(ApiRoute<A, O> api, List<OperationTree<O>> trees) {

    boolean answers(int revision, String query, Function<String, @Nullable String> headers) {
      if (revision == 0 ? !api.current() : api.revision() != revision) {
        return false;
      }
      if (api.version() instanceof ApiVersion.Header header) {
        return header.value().equals(headers.apply(header.name()));
      }
      if (api.version() instanceof ApiVersion.Query parameter) {
        return parameter.value().equals(QueryLookup.first(query, parameter.name()));
      }
      return true;
    }

    boolean isVersionedByValue() {
      return api.version() instanceof ApiVersion.Header
          || api.version() instanceof ApiVersion.Query;
    }
  }

  private static final class Node<A, O> {
    private final SegmentMap<Node<A, O>> children;
    private final List<Entry<A, O>> entries = new ArrayList<>(1);

    Node(boolean anyCase) {
      this.children = new SegmentMap<>(anyCase);
    }

    /** A version that the request names wins over the API without one at the same path. */
    @Nullable Entry<A, O> select(
        int revision, String query, Function<String, @Nullable String> headers) {
      Entry<A, O> found = null;
      for (int i = 0; i < entries.size(); i++) {
        Entry<A, O> entry = entries.get(i);
        if (entry.answers(revision, query, headers)
            && (found == null || (entry.isVersionedByValue() && !found.isVersionedByValue()))) {
          found = entry;
        }
      }
      return found;
    }
  }
}
