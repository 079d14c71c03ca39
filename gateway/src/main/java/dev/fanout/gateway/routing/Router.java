package dev.fanout.gateway.routing;

import dev.fanout.gateway.routing.OperationTree.Shape;
import dev.fanout.gateway.routing.RouterOptions.LiteralCase;
import dev.fanout.gateway.routing.RouterOptions.Precedence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String REVISION = ";rev=";

  private final PathTable<Entry<A, O>> table;
  private final List<Entry<A, O>> atRoot;
  private final RouteResult<A, O> noApi = new RouteResult.NoApi<>();

  public Router(List<ApiRoute<A, O>> apis, RouterOptions options) {
    boolean anyCase = options.literals() == LiteralCase.INSENSITIVE;
    Trees trees = new Trees(anyCase, options.precedence());
    Map<String, List<Entry<A, O>>> paths = new LinkedHashMap<>();
    for (ApiRoute<A, O> api : apis) {
      paths
          .computeIfAbsent(publicPath(api), path -> new ArrayList<>(1))
          .add(Entry.of(api, trees.of(api.operations())));
    }
    List<Entry<A, O>> root = paths.remove("");
    this.atRoot = root == null ? List.of() : List.copyOf(root);
    this.table = new PathTable<>(paths, anyCase);
  }

  /**
   * @param path as it was sent, from its slash to the question mark
   * @param query as it was sent, without the question mark; empty if there is none
   * @param headers the first value of a header by its name in any case, or null
   */
  public RouteResult<A, O> find(
      String method, String path, String query, Function<String, @Nullable String> headers) {
    Entry<A, O> best = select(atRoot, 0, query, headers);
    int rest = 0;
    int revision = 0;
    int cutStart = 0;
    int cutEnd = 0;
    int hash = 0;
    int at = 0;
    for (int depth = 0; depth < table.deepest() && at < path.length(); depth++) {
      int start = at + 1;
      int end = path.indexOf('/', start);
      if (end < 0) {
        end = path.length();
      }
      int mark = revision == 0 ? revisionMark(path, start, end) : -1;
      if (mark >= 0) {
        revision = Integer.parseInt(path, mark + REVISION.length(), end, 10);
        cutStart = mark;
        cutEnd = end;
      }
      // From the slash on, but for the first.
      hash = table.extend(hash, path, depth == 0 ? start : at, mark >= 0 ? mark : end);
      List<Entry<A, O>> here = table.get(hash, path, end, cutStart, cutEnd);
      if (here != null) {
        Entry<A, O> selected = select(here, revision, query, headers);
        if (selected != null) {
          best = selected;
          rest = end;
        }
      }
      at = end;
    }
    return best == null ? noApi : operation(best, method, path, rest, query);
  }

  private RouteResult<A, O> operation(
      Entry<A, O> api, String method, String path, int rest, String query) {
    OperationTree.Found found = null;
    for (int i = 0; found == null && i < api.trees.size(); i++) {
      found = api.trees.get(i).find(method, path, rest, query);
    }
    if (found == null) {
      return new RouteResult.NoOperation<>(api.target);
    }
    return new RouteResult.Match<>(
        api.target,
        api.operations.get(found.shape().index()),
        found.shape().template(),
        path,
        rest,
        found.spans());
  }

  /** A version that the request names wins over the API without one at the same path. */
  private static <A, O> @Nullable Entry<A, O> select(
      List<Entry<A, O>> entries,
      int revision,
      String query,
      Function<String, @Nullable String> headers) {
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

  /** With the version if it is a segment; without slashes at its ends. */
  private static String publicPath(ApiRoute<?, ?> api) {
    String path = api.path();
    boolean plain = !path.startsWith("/") && !path.endsWith("/") && !path.contains("//");
    if (plain && !(api.version() instanceof ApiVersion.Segment)) {
      // The same string as the API's own, which requests read anyway.
      return path;
    }
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    if (api.version() instanceof ApiVersion.Segment version) {
      segments.add(version.value());
    }
    return String.join("/", segments);
  }

  /** Operation trees by what they hold: most APIs of an estate have the same operations. */
  private static final class Trees {
    private final boolean anyCase;
    private final Precedence precedence;
    private final Map<List<String>, List<OperationTree>> known = new HashMap<>();

    Trees(boolean anyCase, Precedence precedence) {
      this.anyCase = anyCase;
      this.precedence = precedence;
    }

    /** One tree, or one for each operation when the list's order is to decide. */
    List<OperationTree> of(List<? extends OperationRoute<?>> operations) {
      List<String> key = new ArrayList<>();
      for (OperationRoute<?> operation : operations) {
        key.add(operation.method() + " " + operation.template().text());
      }
      return known.computeIfAbsent(key, any -> build(operations));
    }

    private List<OperationTree> build(List<? extends OperationRoute<?>> operations) {
      List<OperationTree> trees = new ArrayList<>();
      for (int i = 0; i < operations.size(); i++) {
        if (trees.isEmpty() || precedence == Precedence.FIRST_LISTED) {
          trees.add(new OperationTree(anyCase));
        }
        OperationRoute<?> operation = operations.get(i);
        trees.get(trees.size() - 1).add(new Shape(operation.method(), operation.template(), i));
      }
      return List.copyOf(trees);
    }
  }

  /** An API with what its requests need, and nothing that they do not. */
  private static final class Entry<A, O> {
    private final ApiVersion version;
    private final int revision;
    private final boolean current;
    private final boolean versionedByValue;
    private final List<OperationTree> trees;
    private final List<O> operations;
    private final A target;

    private Entry(ApiRoute<A, O> api, List<OperationTree> trees) {
      this.version = api.version();
      this.revision = api.revision();
      this.current = api.current();
      this.versionedByValue =
          version instanceof ApiVersion.Header || version instanceof ApiVersion.Query;
      this.trees = trees;
      this.operations = api.operations().stream().map(OperationRoute::target).toList();
      this.target = api.target();
    }

    static <A, O> Entry<A, O> of(ApiRoute<A, O> api, List<OperationTree> trees) {
      return new Entry<>(api, trees);
    }

    boolean isVersionedByValue() {
      return versionedByValue;
    }

    boolean answers(int askedRevision, String query, Function<String, @Nullable String> headers) {
      if (askedRevision == 0 ? !current : revision != askedRevision) {
        return false;
      }
      if (!versionedByValue) {
        return true;
      }
      if (version instanceof ApiVersion.Header header) {
        return header.value().equals(headers.apply(header.name()));
      }
      return version instanceof ApiVersion.Query parameter
          && parameter.value().equals(QueryLookup.first(query, parameter.name()));
    }
  }
}
