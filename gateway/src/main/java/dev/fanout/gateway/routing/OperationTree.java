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
 * The operations of an API as a tree of path segments; APIs with equal operations share one. A
 * search visits each node at most once, so its cost is bounded by the tree's branches along the
 * path, not by the number of operations.
 */
final class OperationTree {
  private final boolean anyCase;
  private final Node root;

  OperationTree(boolean anyCase) {
    this.anyCase = anyCase;
    this.root = new Node(anyCase);
  }

  void add(Shape shape) {
    Node node = root;
    for (Segment segment : shape.template().segments()) {
      if (segment instanceof Wildcard) {
        node.wildcard.add(shape);
        node.wildcard.sort(BY_QUERY);
        return;
      }
      node = node.child(segment);
    }
    node.operations.add(shape);
    node.operations.sort(BY_QUERY);
  }

  /** More query parameters are more specific; the sort is stable, so the list's order decides. */
  private static final Comparator<Shape> BY_QUERY =
      Comparator.comparingInt((Shape shape) -> -shape.template().queryParameters().size());

  /**
   * @param start where the operation's path starts in the path: at a slash or at the end
   */
  @Nullable Found find(String method, String path, int start, String query) {
    return new Search(anyCase, method, path, query).visit(root, start, 0);
  }

  /**
   * Method and template of an operation.
   *
   * @param index in the API's list
   */
  record Shape(String method, OperationTemplate template, int index) {}

  /** An operation, and where its path parameters stand: start and end, in the template's order. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(Shape shape, int[] spans) {}

  private static final class Node {
    private final SegmentMap<Node> literals;
    private final List<MixtureChild> mixtures = new ArrayList<>(0);
    private final List<Shape> wildcard = new ArrayList<>(0);
    private final List<Shape> operations = new ArrayList<>(1);
    private final boolean anyCase;
    private @Nullable Node parameter;

    Node(boolean anyCase) {
      this.anyCase = anyCase;
      this.literals = new SegmentMap<>(anyCase);
    }

    Node child(Segment segment) {
      if (segment instanceof Literal literal) {
        return literals.computeIfAbsent(literal.text(), () -> new Node(anyCase));
      }
      if (segment instanceof Parameter) {
        Node child = parameter;
        if (child == null) {
          child = new Node(anyCase);
          parameter = child;
        }
        return child;
      }
      Mixture mixture = (Mixture) segment;
      for (MixtureChild known : mixtures) {
        if (known.mixture.equals(mixture)) {
          return known.node;
        }
      }
      MixtureChild child = new MixtureChild(mixture, new Node(anyCase));
      mixtures.add(child);
      mixtures.sort(Comparator.comparingInt((MixtureChild each) -> -each.mixture.literalLength()));
      return child.node;
    }
  }

  private record MixtureChild(Mixture mixture, Node node) {}

  private static final class Search {
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

    @Nullable Found visit(Node node, int at, int parameters) {
      if (at >= path.length() || (at == path.length() - 1 && path.charAt(at) == '/')) {
        Found here = select(node.operations, parameters);
        return here != null ? here : wildcard(node, path.length(), parameters);
      }
      int start = at + 1;
      int end = path.indexOf('/', start);
      if (end < 0) {
        end = path.length();
      }
      Node literal = node.literals.get(path, start, end);
      if (literal != null) {
        Found found = visit(literal, end, parameters);
        if (found != null) {
          return found;
        }
      }
      for (MixtureChild child : node.mixtures) {
        int added = mixture(child.mixture, start, end, parameters);
        if (added > 0) {
          Found found = visit(child.node, end, parameters + added);
          if (found != null) {
            return found;
          }
        }
      }
      Node parameter = node.parameter;
      if (parameter != null && end > start) {
        record(parameters, start, end);
        Found found = visit(parameter, end, parameters + 1);
        if (found != null) {
          return found;
        }
      }
      return wildcard(node, start, parameters);
    }

    private @Nullable Found wildcard(Node node, int start, int parameters) {
      if (node.wildcard.isEmpty()) {
        return null;
      }
      record(parameters, Math.min(start, path.length()), path.length());
      return select(node.wildcard, parameters + 1);
    }

    private @Nullable Found select(List<Shape> routes, int parameters) {
      for (int i = 0; i < routes.size(); i++) {
        Shape route = routes.get(i);
        if (route.method().equals(method) && carriesAll(route.template().queryParameters())) {
          int[] found = new int[2 * parameters];
          System.arraycopy(spans, 0, found, 0, found.length);
          return new Found(route, found);
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
