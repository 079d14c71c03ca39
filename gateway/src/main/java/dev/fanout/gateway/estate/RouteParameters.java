package dev.fanout.gateway.estate;

import dev.fanout.gateway.pipeline.MatchedParameters;
import dev.fanout.gateway.routing.OperationTemplate;
import dev.fanout.gateway.routing.RouteResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a match; values are cut out of the request's path when they are asked for. */
final class RouteParameters implements MatchedParameters {
  private final RouteResult.Match<?, ?> match;
  private final String query;

  RouteParameters(RouteResult.Match<?, ?> match, String query) {
    this.match = match;
    this.query = query;
  }

  @Override
  public @Nullable String value(String name) {
    String inPath = match.pathParameter(name);
    return inPath != null ? inPath : match.template().queryValue(name, query);
  }

  @Override
  public Collection<String> names() {
    List<String> names = new ArrayList<>(match.template().pathParameters());
    for (OperationTemplate.QueryParameter parameter : match.template().queryParameters()) {
      parameter.parameter().ifPresent(names::add);
    }
    return names;
  }
}
