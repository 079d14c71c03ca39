package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.QuerySyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Query expressions, as the calls that they stand for (ECMA-334 12.20.3). Several range variables
 * travel in an anonymous object. Used once.
 */
final class QueryBinder {
  private final Binder binder;
  private BoundExpression source = new BoundExpression.Invalid();
  private List<String> variables = List.of();
  private QuerySyntax at;

  QueryBinder(Binder binder, ExpressionSyntax.Query query) {
    this.binder = binder;
    this.at = query.clauses().get(0);
  }

  BoundExpression query(ExpressionSyntax.Query query) {
    List<QuerySyntax> clauses = query.clauses();
    for (int i = 0; i < clauses.size(); i++) {
      at = clauses.get(i);
      if (i == 0) {
        QuerySyntax.From first = (QuerySyntax.From) at;
        source = binder.value(first.source());
        if (first.type() != null && !Types.isError(source.type())) {
          source = cast(source, first.type());
        }
        variables = List.of(first.name());
      } else {
        QuerySyntax next = i + 1 < clauses.size() ? clauses.get(i + 1) : null;
        if (clause(at, next, i == 1)) {
          i++;
        }
      }
      if (Types.isError(source.type())) {
        return source;
      }
    }
    return source;
  }

  /** True if the next clause was taken too: a select that belongs to a from or a join. */
  private boolean clause(QuerySyntax clause, @Nullable QuerySyntax next, boolean isSecond) {
    if (clause instanceof QuerySyntax.Where where) {
      call("Where", lambda(where.condition()));
    } else if (clause instanceof QuerySyntax.Let let) {
      call("Select", lambda(with(let.name(), let.value())));
      variables = added(let.name());
    } else if (clause instanceof QuerySyntax.OrderBy order) {
      orderBy(order);
    } else if (clause instanceof QuerySyntax.Select select) {
      if (!isVariable(select.value()) || isSecond) {
        call("Select", lambda(select.value()));
      }
    } else if (clause instanceof QuerySyntax.Group group) {
      if (isVariable(group.element())) {
        call("GroupBy", lambda(group.key()));
      } else {
        call("GroupBy", lambda(group.key()), lambda(group.element()));
      }
    } else if (clause instanceof QuerySyntax.Into into) {
      variables = List.of(into.name());
    } else if (clause instanceof QuerySyntax.From from) {
      return secondFrom(from, next);
    } else if (clause instanceof QuerySyntax.Join join) {
      return join(join, next);
    }
    return false;
  }

  private boolean isVariable(ExpressionSyntax syntax) {
    return variables.size() == 1
        && syntax instanceof ExpressionSyntax.Name name
        && name.name().equals(variables.get(0));
  }

  private void orderBy(QuerySyntax.OrderBy order) {
    String method = "OrderBy";
    for (QuerySyntax.Ordering ordering : order.orderings()) {
      if (Types.isError(source.type())) {
        return;
      }
      call(method + (ordering.descending() ? "Descending" : ""), lambda(ordering.key()));
      method = "ThenBy";
    }
  }

  private boolean secondFrom(QuerySyntax.From from, @Nullable QuerySyntax next) {
    ExpressionSyntax collection = from.source();
    TypeSyntax type = from.type();
    if (type != null) {
      ExpressionSyntax.Member cast =
          new ExpressionSyntax.Member(
              collection, "Cast", List.of(type), collection.start(), collection.end());
      collection = new ExpressionSyntax.Call(cast, List.of(), collection.end());
    }
    return combined("SelectMany", from.name(), next, lambda(collection));
  }

  private boolean join(QuerySyntax.Join join, @Nullable QuerySyntax next) {
    BoundExpression inner = binder.value(join.source());
    if (join.type() != null && !Types.isError(inner.type())) {
      inner = cast(inner, join.type());
    }
    if (Types.isError(inner.type())) {
      source = inner;
      return false;
    }
    BoundExpression right = lambda(List.of(List.of(join.name())), join.right());
    String group = join.group();
    return combined(
        group == null ? "Join" : "GroupJoin",
        group == null ? join.name() : group,
        next,
        inner,
        lambda(join.left()),
        right);
  }

  /** A call whose last argument makes the result of the variables so far and a new one. */
  private boolean combined(
      String method, String name, @Nullable QuerySyntax next, BoundExpression... arguments) {
    boolean last = next instanceof QuerySyntax.Select;
    ExpressionSyntax result =
        next instanceof QuerySyntax.Select select ? select.value() : with(name, nameOf(name));
    BoundExpression selector = lambda(List.of(variables, List.of(name)), result);
    call(method, Stream.concat(Stream.of(arguments), Stream.of(selector)));
    variables = added(name);
    return last;
  }

  private List<String> added(String name) {
    List<String> more = new ArrayList<>(variables);
    more.add(name);
    return more;
  }

  /** All variables and one more, as an anonymous object. */
  private ExpressionSyntax with(String name, ExpressionSyntax value) {
    List<ExpressionSyntax.AnonymousMember> members = new ArrayList<>();
    for (String variable : variables) {
      members.add(new ExpressionSyntax.AnonymousMember(variable, nameOf(variable)));
    }
    members.add(new ExpressionSyntax.AnonymousMember(name, value));
    return new ExpressionSyntax.NewAnonymous(at.start(), at.end(), members);
  }

  private ExpressionSyntax nameOf(String variable) {
    return new ExpressionSyntax.Name(at.start(), at.end(), variable, List.of());
  }

  private BoundExpression lambda(ExpressionSyntax body) {
    return lambda(List.of(variables), body);
  }

  private BoundExpression lambda(List<List<String>> ranges, ExpressionSyntax body) {
    return new BoundExpression.Untyped(
        UnboundLambda.ofRanges(binder, ranges, body, at.start(), at.end()));
  }

  private BoundExpression cast(BoundExpression sequence, TypeSyntax type) {
    ClrType bound = binder.types().type(type);
    return Types.isError(bound)
        ? new BoundExpression.Invalid()
        : called(sequence, "Cast", List.of(bound), List.of());
  }

  private void call(String method, BoundExpression... arguments) {
    call(method, Stream.of(arguments));
  }

  private void call(String method, Stream<BoundExpression> arguments) {
    source =
        called(
            source,
            method,
            List.of(),
            arguments.map(value -> new Overloads.Argument(null, value, false)).toList());
  }

  private BoundExpression called(
      BoundExpression receiver,
      String method,
      List<ClrType> typeArguments,
      List<Overloads.Argument> arguments) {
    ExpressionSyntax place = new ExpressionSyntax.Invalid(at.start(), at.start());
    ExpressionSyntax.Member member =
        new ExpressionSyntax.Member(place, method, List.of(), at.start(), at.end());
    return binder
        .members()
        .instanceCall(
            receiver,
            member,
            typeArguments,
            arguments,
            new ExpressionSyntax.Call(member, List.of(), at.end()));
  }
}
