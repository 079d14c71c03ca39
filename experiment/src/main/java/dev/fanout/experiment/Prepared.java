package dev.fanout.experiment;

import dev.fanout.load.RequestMix;
import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.EstateSummary;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.Variant;
import dev.fanout.measurements.run.VariantLabel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Both variants, ready to be deployed and called.
 *
 * @param equality whether they send the same upstream requests, by trace
 * @param facts what the variants are made of; empty where nobody counted
 * @param remarks what a reader of the run must know, in sentences without a full stop
 */
public record Prepared(
    Side a,
    Side b,
    EstateSummary estate,
    UpstreamEquality equality,
    Optional<EstateFacts> facts,
    List<String> remarks) {
  public Prepared {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    Objects.requireNonNull(estate, "estate");
    Objects.requireNonNull(equality, "equality");
    Objects.requireNonNull(facts, "facts");
    remarks = List.copyOf(remarks);
  }

  /**
   * One variant.
   *
   * @param topology its name, or that of the user's folder
   * @param artifacts the folder that a gateway loads
   * @param shownAs the folder as a run shows it
   * @param mix requests through the gateway, each with what the backend must have received
   * @param direct the same requests as the gateway sends them to the backend; empty when it answers
   *     all of them itself
   * @param refused operations that the gateway answers with an error and does not send on
   */
  public record Side(
      String topology,
      Path artifacts,
      String shownAs,
      RequestMix mix,
      Optional<RequestMix> direct,
      List<String> refused) {}

  Side side(VariantLabel variant) {
    return variant == VariantLabel.A ? a : b;
  }

  Map<VariantLabel, RequestMix> mixes() {
    return Map.of(VariantLabel.A, a.mix(), VariantLabel.B, b.mix());
  }

  List<Variant> variants() {
    return List.of(
        new Variant(VariantLabel.A, a.topology(), a.shownAs()),
        new Variant(VariantLabel.B, b.topology(), b.shownAs()));
  }
}
