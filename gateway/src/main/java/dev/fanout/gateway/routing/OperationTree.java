package dev.fanout.gateway.routing;

import dev.fanout.gateway.routing.OperationTemplate.Literal;
import dev.fanout.gateway.routing.OperationTemplate.Mixture;
import dev.fanout.gateway.routing.OperationTemplate.Parameter;
import dev.fanout.gateway.routing.OperationTemplate.QueryParameter;
import dev.fanout.gateway.routing.OperationTemplate.Segment;
import dev.fanout.gateway.routing.OperationTemplate.Wildcard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one API as a tree of path segments. A search visits each node at most once, so
 * its cost is bounded by the tree's branches along the path, not by the number of operations.
 */
final class OperationTree<O> {
  private final boolean anyCase;
  private final Node<O> root;

  OperationTree(boolean anyCase) {
    this.anyCase = anyCase;
    this.root = new Node<>(anyCase);
  }

  void add(OperationRoute<O> route) {
    Node<O> node = root;
    for (Segment segment : route.template().segments()) {
      if (segment instanceof Wildcard) {
        node.wildcard.add(route);
        node.wildcard.sort(BY_QUERY);
        return;
      }
      node = node.child(segment);
    }
    node.operations.add(route);
    node.operations.sort(BY_QUERY);
  }

  /** More query parameters are more specific; the sort is stable, so the list's order decides. */
  private static final Comparator<OperationRoute<?>> BY_QUERY =
      Comparator.comparingInt(
          (OperationRoute<?> route) -> -route.template().queryParameters().size());

  /**
   * @param start where the operation's path starts in the path: at a slash or at the end
   */
  @Nullable Found<O> find(String method, String path, int start, String query) {
    return new Search<O>(anyCase, method, path, query).visit(root, start, 0);
  }

  /** An operation, and where its path parameters stand: start and end, in the template's order. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found<O>(OperationRoute<O> route, int[] spans) {}

  private static final class Node<O> {
    private final SegmentMap<Node<O>> literals;
    private final List<MixtureChild<O>> mixtures = new ArrayList<>(0);
    private final List<OperationRoute<O>> wildcard = new ArrayList<>(0);
    private final List<OperationRoute<O>> operations = new ArrayList<>(1);
    private final boolean anyCase;
    private @Nullable Node<O> parameter;

    Node(boolean anyCase) {
      this.anyCase = anyCase;
      this.literals = new SegmentMap<>(anyCase);
    }

    Node<O> child(Segment segment) {
      if (segment instanceof Literal literal) {
        return literals.computeIfAbsent(literal.text(), () -> new Node<>(anyCase));
      }
      if (segment instanceof Parameter) {
        Node<O> child = parameter;
        if (child == null) {
          child = new Node<>(anyCase);
          parameter = child;
        }
        return child;
      }
      Mixture mixture = (Mixture) segment;
      for (MixtureChild<O> known : mixtures) {
        if (known.mixture.equals(mixture)) {
          return known.node;
        }
      }
      MixtureChild<O> child = new MixtureChild<>(mixture, new Node<>(anyCase));
      mixtures.add(child);
      mixtures.sort(
          Comparator.comparingInt((MixtureChild<O> each) -> -each.mixture.literalLength()));
      return child.node;
    }
  }

  private record MixtureChild<O>(Mixture mixture, Node<O> node) {}

  private static final class Search<O> {
    private final boolean anyCase;
    private final String method;
    private final String path;
    private final String query;
    private int[] spans = new int[8];

    Search(boolean anyCase, String method, String path, String query) {
      this.anyCase = anyCase;
      this.method = method;
      this.path = path;
      this.query = query;
    }

    @Nullable Found<O> visit(Node<O> node, int at, int parameters) {
      if (at >= path.length() || (at == path.length() - 1 && path.charAt(at) == '/')) {
        Found<O> here = select(node.operations, parameters);
        return here != null ? here : wildcard(node, path.length(), parameters);
      }
      int start = at + 1;
      int end = path.indexOf('/', start);
      if (end < 0) {
        end = path.length();
      }
      Node<O> literal = node.literals.get(path, start, end);
      if (literal != null) {
        Found<O> found = visit(literal, end, parameters);
        if (found != null) {
          return found;
        }
      }
      for (MixtureChild<O> child : node.mixtures) {
        int added = mixture(child.mixture, start, end, parameters);
        if (added > 0) {
          Found<O> found = visit(child.node, end, parameters + added);
          if (found != null) {
            return found;
          }
        }
      }
      Node<O> parameter = node.parameter;
      if (parameter != null && end > start) {
        record(parameters, start, end);
        Found<O> found = visit(parameter, end, parameters + 1);
        if (found != null) {
          return found;
        }
      }
      return wildcard(node, start, parameters);
    }

    private @Nullable Found<O> wildcard(Node<O> node, int start, int parameters) {
      if (node.wildcard.isEmpty()) {
        return null;
      }
      record(parameters, Math.min(start, path.length()), path.length());
      return select(node.wildcard, parameters + 1);
    }

    private @Nullable Found<O> select(List<OperationRoute<O>> routes, int parameters) {
      for (int i = 0; i < routes.size(); i++) {
        OperationRoute<O> route = routes.get(i);
        if (route.method().equals(method) && carriesAll(route.template().queryParameters())) {
          int[] found = new int[2 * parameters];
          System.arraycopy(spans, 0, found, 0, found.length);
          return new Found<>(route, found);
        }
      }
      return null;
    }

    private boolean carriesAll(List<QueryParameter> parameters) {
      for (int i = 0; i < parameters.size(); i++) {
        QueryParameter parameter = parameters.get(i);
        String value = QueryLookup.first(query, parameter.name());
        if (value == null
            || (parameter.literal().isPresent() && !parameter.literal().get().equals(value))) {
          return false;
        }
      }
      return true;
    }

    /** The number of parameters recorded, 0 when the segment does not match. */
    private int mixture(Mixture mixture, int start, int end, int parameters) {
      List<String> literals = mixture.literals();
      if (!standsAt(literals.get(0), start, end)) {
        return 0;
      }
      int at = start + literals.get(0).length();
      int last = literals.size() - 1;
      for (int i = 1; i <= last; i++) {
        String literal = literals.get(i);
        int next = i == last ? Math.max(at, end - literal.length()) : indexOf(literal, at + 1, end);
        if (next <= at || !standsAt(literal, next, end)) {
          return 0;
        }
        record(parameters + i - 1, at, next);
        at = next + literal.length();
      }
      return at == end ? last : 0;
    }

    private int indexOf(String literal, int from, int end) {
      for (int i = from; i + literal.length() <= end; i++) {
        if (standsAt(literal, i, end)) {
          return i;
        }
      }
      return -1;
    }

    private boolean standsAt(String literal, int at, int end) {
      int to = at + literal.length();
      return to <= end
          && (anyCase
              ? AsciiCase.equal(literal, path, at, to)
              : AsciiCase.same(literal, path, at, to));
    }

    private void record(int index, int start, int end) {
      if (2 * index + 2 > spans.length) {
        spans = Arrays.copyOf(spans, spans.length * 2);
      }
      spans[2 * index] = start;
      spans[2 * index + 1] = end;
    }
  }
}
