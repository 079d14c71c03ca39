package dev.fanout.gateway.policy;

import dev.fanout.artifacts.PathAndQuery;
import dev.fanout.artifacts.RawQuery;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.RequestMessage;
import dev.fanout.gateway.pipeline.Step;
import java.util.ArrayList;
import java.util.List;

/** set-query-parameter: edits the query that goes upstream and leaves the other pairs as sent. */
final class SetQueryParameterStep implements Step {
  private final TextSource name;
  private final TextSource existsAction;
  private final List<TextSource> values;

  SetQueryParameterStep(TextSource name, TextSource existsAction, List<TextSource> values) {
    this.name = name;
    this.existsAction = existsAction;
    this.values = List.copyOf(values);
  }

  int bodyReads() {
    return name.bodyReads() | existsAction.bodyReads() | TextSource.bodyReads(values);
  }

  @Override
  public Flow run(Exchange exchange) {
    RequestMessage request = exchange.request();
    PathAndQuery current = request.current();
    ExistsAction action = ExistsAction.evaluated(existsAction.textOrEmpty(exchange));
    List<String> texts = new ArrayList<>(values.size());
    for (TextSource value : values) {
      texts.add(value.textOrEmpty(exchange).strip());
    }
    String query =
        RawQuery.set(current.query(), name.textOrEmpty(exchange).strip(), texts, action.ofQuery());
    request.setCurrent(new PathAndQuery(current.path(), query));
    return Flow.NEXT;
  }
}
