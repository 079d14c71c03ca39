package dev.fanout.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.EstateFacts.EntityCount;
import dev.fanout.measurements.run.EstateFacts.Side;
import dev.fanout.measurements.run.VariantLabel;

/** What the variants are made of, for {@code report.json}. */
final class JsonEstate {
  private JsonEstate() {}

  static ObjectNode of(EstateFacts facts) {
    ObjectNode estate = ChartData.object();
    for (VariantLabel label : VariantLabel.values()) {
      side(estate.putObject(label.name()), facts.side(label));
    }
    return estate;
  }

  private static void side(ObjectNode node, Side side) {
    node.put("apis", side.apis());
    node.put("operations", side.operations());
    ObjectNode entities = node.putObject("entities");
    for (EntityCount count : side.entities()) {
      entities.put(count.kind(), count.count());
    }
    node.put("writesToDeploy", side.writes());
    node.put("writesToMoveHost", side.hostPlaces());
    node.put("hosts", side.hosts());
    node.put("mostApisOnOneBackend", side.mostApisOnOneBackend());
    side.credentialPlaces().forEach(node.putArray("credentialPlaces")::add);
  }
}
