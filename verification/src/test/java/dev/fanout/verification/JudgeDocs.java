package dev.fanout.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes {@code docs/judge-proof.md} and its power curve from the ledger of the proof. */
final class JudgeDocs {
  private static final List<String> PLANS = List.of("quick", "default", "full");
  private static final Map<String, String> MEANS =
      Map.of(
          "ALL_AT_ZERO", "all rows at 0",
          "ALL_AT_HALF", "all rows at half their margin",
          "ONE_AT_HALF", "one row at half its margin, the others at 0",
          "ONE_AT_MARGIN", "one row at its margin, the others at 0",
          "ALL_AT_MARGIN", "all rows at their margin",
          "ONE_AT_TWICE", "one row at twice its margin, the others at 0");
  private static final int LEFT = 60;
  private static final int TOP = 20;
  private static final int WIDTH = 540;
  private static final int HEIGHT = 280;

  private final List<JsonNode> ledger;

  JudgeDocs(List<JsonNode> ledger) {
    this.ledger = List.copyOf(ledger);
  }

  String markdown() {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # How often the judge errs, and how often it answers

        Made from `verification/ledger/judge.jsonl` by a test; the ledger is written by
        `verification/proof judge`. Each line is 10,000 simulated experiments with a fixed seed, played
        to the product's own decision procedure and audits. Spreads and effects are in units of each row's
        margin; *sd* is the standard deviation of a replicate's difference. *Published design* is one pair,
        all of A before all of B, whose point estimates are held against the margins.

        ## What is promised

        A count beyond these limits comes by chance in 1 of 1,000 proofs of a judge whose true rate is 5 %
        (errors) or 90 % (coverage).

        | what is counted | truth | plan | sd | of 10,000 | promised |
        |---|---|---|---|---:|---:|
        """);
    for (JsonNode entry : where(e -> !e.path("promise").asText("NONE").equals("NONE"))) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s%s | %s | %.1f | %s | %s %s |%n",
              entry.get("counted").asText(),
              MEANS.get(entry.get("means").asText()),
              entry.get("trend").asText().equals("RAMP")
                  ? String.format(
                      Locale.ROOT,
                      ", backend ramp of %.0f margins",
                      entry.get("trendSize").asDouble())
                  : "",
              entry.get("plan").asText(),
              entry.get("spread").asDouble(),
              grouped(entry.get("count").asInt()),
              entry.get("promise").asText().equals("AT_MOST") ? "≤" : "≥",
              grouped(entry.get("limit").asInt())));
    }
    out.append(
        """

        ## Power

        EQUIVALENT (audits passed) with all rows at 0 / with one at half its margin / DIFFERENT with one at
        twice its margin, of 10,000. A run that an audit withholds counts as no answer.

        ![Share of runs that end EQUIVALENT, by spread](power-curve.svg)

        | sd | quick, J = 4 | default, J = 8 | full, J = 8 | published design satisfied: all at 0, one at twice its margin |
        |---:|---:|---:|---:|---:|
        """);
    for (double spread : spreads()) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %.1f | %s | %s |%n",
              spread,
              PLANS.stream().map(plan -> power(plan, spread)).collect(Collectors.joining(" | ")),
              grouped(naive("ALL_AT_ZERO", spread))
                  + ", "
                  + grouped(naive("ONE_AT_TWICE", spread))));
    }
    limits(out);
    ramp(out);
    bursts(out);
    return out.toString().replace("\r\n", "\n");
  }

  private void limits(StringBuilder out) {
    out.append(
        """

        ## Where the assumptions end

        Default plan. Rates that are printed and not promised: EQUIVALENT, wrongly, with one row at its
        margin when the differences are not normal or not independent, and how often the audits see an
        order effect or a drift (sd 0.6, n = 16 unless it stopped before).

        | world | counted | of 10,000 |
        |---|---|---:|
        """);
    for (JsonNode entry : where(JudgeDocs::isLimit)) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s |%n",
              world(entry),
              entry.get("counted").asText(),
              grouped(entry.get("count").asInt())));
    }
  }

  private static boolean isLimit(JsonNode entry) {
    String topic = entry.get("topic").asText();
    return topic.equals("limits")
        || topic.equals("audits") && entry.get("promise").asText().equals("NONE");
  }

  private static String world(JsonNode entry) {
    double noise = entry.get("noiseSize").asDouble();
    double trend = entry.get("trendSize").asDouble();
    String text =
        switch (entry.get("noise").asText()) {
          case "CORRELATED" -> String.format(Locale.ROOT, "correlation of neighbours %.1f", noise);
          case "SKEWED" -> String.format(Locale.ROOT, "skewness %.0f, towards the margin", noise);
          case "HEAVY" -> "symmetric heavy tails (Laplace)";
          default -> "normal, independent";
        };
    return switch (entry.get("trend").asText()) {
      case "ORDER" ->
          String.format(Locale.ROOT, "whoever goes first gains %.1f margins in every row", trend);
      case "DRIFT" -> String.format(Locale.ROOT, "every row drifts by %.0f margins", trend);
      default -> text;
    };
  }

  private void ramp(StringBuilder out) {
    out.append(
        """

        ## A backend that is still scaling out

        A and B are the same. What a request takes too long falls from the given number of margins to
        nothing, with a time constant of a tenth of the run, and there is no steady-state gate. The
        published design takes its first variant for slower by the ramp; the interleaved one sees spread.

        | ramp | plan | ours says DIFFERENT | published design: thresholds satisfied |
        |---:|---|---:|---:|
        """);
    for (JsonNode entry : where(e -> e.get("topic").asText().equals("ramp"))) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %.0f margins | %s | %s | %s |%n",
              entry.get("trendSize").asDouble(),
              entry.get("plan").asText(),
              grouped(entry.get("count").asInt()),
              grouped(entry.get("naiveSatisfied").asInt())));
    }
  }

  private void bursts(StringBuilder out) {
    out.append(
        """

        ## Errors that come in bursts

        The errors row at its margin, default plan: how often the judge says EQUIVALENT all the same. It
        takes what is in flight for a burst; larger bursts make it wrong more often, which is why a report
        prints the burst that its bounds hold for.

        | failures that come together | in flight | of 10,000 |
        |---:|---:|---:|
        """);
    for (JsonNode entry : where(e -> e.get("topic").asText().equals("bursts"))) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %d | %d | %s |%n",
              entry.get("burst").asInt(),
              entry.get("inFlight").asInt(),
              grouped(entry.get("count").asInt())));
    }
  }

  private String power(String plan, double spread) {
    List<String> counts = new ArrayList<>();
    for (String means : List.of("ALL_AT_ZERO", "ONE_AT_HALF", "ONE_AT_TWICE")) {
      counts.add(grouped(entry(plan, means, spread).get("count").asInt()));
    }
    return String.join(" / ", counts);
  }

  private int naive(String means, double spread) {
    return entry("default", means, spread).get("naiveSatisfied").asInt();
  }

  private JsonNode entry(String plan, String means, double spread) {
    return where(
            e ->
                e.get("topic").asText().equals("power")
                    && e.get("plan").asText().equals(plan)
                    && e.get("means").asText().equals(means)
                    && e.get("spread").asDouble() == spread)
        .get(0);
  }

  private TreeSet<Double> spreads() {
    return where(e -> e.get("topic").asText().equals("power")).stream()
        .map(e -> e.get("spread").asDouble())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<JsonNode> where(Predicate<JsonNode> condition) {
    return ledger.stream().filter(condition).toList();
  }

  /** EQUIVALENT with all rows at 0 by spread, a line for each plan and the published design. */
  String svg() {
    Map<String, List<double[]>> curves = new LinkedHashMap<>();
    for (String plan : PLANS) {
      List<double[]> points = new ArrayList<>();
      for (double spread : spreads()) {
        points.add(
            new double[] {spread, entry(plan, "ALL_AT_ZERO", spread).get("count").asInt() / 1e4});
      }
      curves.put(plan, points);
    }
    List<double[]> published = new ArrayList<>();
    for (double spread : spreads()) {
      published.add(new double[] {spread, naive("ALL_AT_ZERO", spread) / 1e4});
    }
    curves.put("published design", published);
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 350" role="img" font-family="sans-serif" font-size="13">
          <title>Share of runs that end EQUIVALENT when nothing differs, by spread</title>
          <rect width="760" height="350" fill="#ffffff"/>
        """);
    for (int i = 0; i <= 4; i++) {
      double share = i / 4.0;
      out.append(
          String.format(
              Locale.ROOT,
              "  <path d=\"M%d %.0fh%d\" stroke=\"#d8d8d8\"/><text x=\"%d\" y=\"%.0f\""
                  + " text-anchor=\"end\">%.0f %%</text>%n",
              LEFT,
              y(share),
              WIDTH,
              LEFT - 6,
              y(share) + 4,
              share * 100));
    }
    for (double spread : spreads()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  <text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n",
              x(spread),
              TOP + HEIGHT + 18,
              spread));
    }
    out.append(
        String.format(
            Locale.ROOT,
            "  <text x=\"%d\" y=\"%d\" text-anchor=\"middle\">spread of d, in margins</text>%n",
            LEFT + WIDTH / 2,
            TOP + HEIGHT + 40));
    String[] colours = {"#d55e00", "#0072b2", "#009e73", "#6b6b6b"};
    String[] dashes = {"", "8 4", "2 3", "10 3 2 3"};
    int number = 0;
    for (Map.Entry<String, List<double[]>> curve : curves.entrySet()) {
      String points =
          curve.getValue().stream()
              .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x(p[0]), y(p[1])))
              .collect(Collectors.joining(" "));
      int legend = TOP + 20 + 22 * number;
      out.append(
          String.format(
              Locale.ROOT,
              "  <polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\""
                  + " stroke-dasharray=\"%s\"/>%n"
                  + "  <path d=\"M%d %dh30\" stroke=\"%s\" stroke-width=\"2.5\""
                  + " stroke-dasharray=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
              points,
              colours[number],
              dashes[number],
              LEFT + WIDTH + 12,
              legend,
              colours[number],
              dashes[number],
              LEFT + WIDTH + 48,
              legend + 4,
              curve.getKey()));
      number++;
    }
    return out.append("</svg>\n").toString().replace("\r\n", "\n");
  }

  private double x(double spread) {
    TreeSet<Double> all = spreads();
    return LEFT + WIDTH * (spread - all.first()) / (all.last() - all.first());
  }

  private static double y(double share) {
    return TOP + HEIGHT * (1 - share);
  }

  private static String grouped(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
