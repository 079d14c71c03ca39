package dev.fanout.gateway.cases;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.policy.PolicyExtension;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Puts a policy that suspends in front of every other, at every depth. */
final class Suspensions {
  private static final Set<String> CONTAINERS =
      Set.of("inbound", "backend", "outbound", "on-error", "fragment", "when", "otherwise");

  /** By turns: later on the loop, from another thread, before the step has returned. */
  static final Map<String, PolicyExtension> EXTENSION =
      Map.of(
          "suspend",
          element -> {
            String how = element.attribute("how").orElseThrow().value();
            return exchange -> {
              switch (how) {
                case "0" ->
                    exchange
                        .link()
                        .eventLoop()
                        .schedule(exchange::resume, 10, TimeUnit.MICROSECONDS);
                case "1" -> new Thread(exchange::resume).start();
                default -> exchange.resume();
              }
              return Flow.SUSPEND;
            };
          });

  private Suspensions() {}

  static String everywhere(String document) {
    List<Integer> places = new ArrayList<>();
    PolicyParser.parse(SourceText.of("policy.xml", document))
        .tree()
        .root()
        .ifPresent(root -> collect(root, places));
    Collections.sort(places);
    StringBuilder out = new StringBuilder(document);
    for (int i = places.size() - 1; i >= 0; i--) {
      out.insert(places.get(i), "<suspend how=\"" + i % 3 + "\"/>");
    }
    return out.toString();
  }

  private static void collect(ElementNode element, List<Integer> places) {
    for (ElementNode child : element.elements()) {
      if (CONTAINERS.contains(element.name())) {
        places.add(child.span().start());
      }
      collect(child, places);
    }
  }
}
