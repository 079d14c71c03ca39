package dev.fanout.load.plan;

import dev.fanout.catalog.DataNode;
import dev.fanout.catalog.DataReader;
import dev.fanout.catalog.Quantities;
import dev.fanout.load.Delay;
import dev.fanout.load.LoadModel;
import dev.fanout.load.run.LoadStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code stages}. */
final class StageReader {
  static final int MOST_IN_FLIGHT = 256;

  private static final List<String> KEYS =
      List.of(
          "name",
          "vus",
          "from",
          "ramp",
          "think",
          "pace",
          "rate",
          "to",
          "spacing",
          "inFlight",
          "settling",
          "duration");
  private static final List<String> ONLY_CLOSED = List.of("from", "ramp", "think", "pace");
  private static final List<String> ONLY_OPEN = List.of("to", "spacing", "inFlight");
  private static final List<String> DELAY_KEYS =
      List.of("uniform", "exponential", "lognormal", "sigma", "most");
  private static final Duration DEFAULT_MOST = Duration.ofMinutes(1);

  private final DataReader reader;
  private final Duration settling;

  /**
   * @param settling of a stage that names none
   */
  StageReader(DataReader reader, Duration settling) {
    this.reader = reader;
    this.settling = settling;
  }

  List<LoadStage> stages(DataNode node) {
    List<LoadStage> stages = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (DataNode item : reader.list(node, "stages").orElse(List.of())) {
      Optional<LoadStage> stage = stage(item);
      if (stage.isPresent() && !names.add(stage.get().name())) {
        reader.checked(
            item,
            () -> {
              throw new IllegalArgumentException(
                  "two stages are called '" + stage.get().name() + "'; give one a name");
            });
      }
      stage.ifPresent(stages::add);
    }
    return stages;
  }

  private Optional<LoadStage> stage(DataNode item) {
    Map<String, DataNode> entries = reader.mapping(item, "a stage", KEYS).orElse(Map.of());
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    DataNode vus = entries.get("vus");
    DataNode rate = entries.get("rate");
    if ((vus == null) == (rate == null)) {
      reader.checked(
          item,
          () -> {
            throw new IllegalArgumentException(
                "a stage has either vus (closed model) or rate (open model)");
          });
      return Optional.empty();
    }
    for (String key : vus == null ? ONLY_CLOSED : ONLY_OPEN) {
      DataNode wrong = entries.get(key);
      if (wrong != null) {
        reader.checked(
            wrong,
            () -> {
              throw new IllegalArgumentException(
                  "'" + key + "' goes with " + (vus == null ? "vus" : "rate") + " only");
            });
      }
    }
    Optional<Duration> duration = Optional.empty();
    if (entries.containsKey("duration")) {
      duration = duration(entries.get("duration"));
    } else {
      reader.missing(item.span(), "a stage", "duration");
    }
    Duration settles =
        entries.containsKey("settling")
            ? duration(entries.get("settling")).orElse(settling)
            : settling;
    Optional<LoadModel> model =
        vus != null ? closed(item, entries, vus) : open(item, entries, rate);
    Optional<String> name =
        entries.containsKey("name")
            ? reader.text(entries.get("name"), "name")
            : model.map(StageReader::defaultName);
    if (duration.isEmpty() || model.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    Duration window = duration.get();
    LoadModel read = model.get();
    String called = name.get();
    return reader.checked(item, () -> new LoadStage(called, read, settles, window));
  }

  static String defaultName(LoadModel model) {
    if (model instanceof LoadModel.Open open) {
      boolean constant = open.ratePerSecond() == open.endRatePerSecond();
      return number(open.ratePerSecond())
          + (constant ? "" : "-to-" + number(open.endRatePerSecond()))
          + "-per-s";
    }
    LoadModel.Closed closed = (LoadModel.Closed) model;
    return closed.vus() + "-vus";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private Optional<LoadModel> closed(DataNode item, Map<String, DataNode> entries, DataNode vus) {
    Optional<Integer> users = reader.wholeNumber(vus, "vus", 0, LoadModel.MOST_CONNECTIONS);
    Duration ramp = optionalDuration(entries.get("ramp")).orElse(Duration.ZERO);
    Optional<Integer> from =
        entries.containsKey("from")
            ? reader.wholeNumber(entries.get("from"), "from", 0, LoadModel.MOST_CONNECTIONS)
            : users.map(count -> ramp.isZero() ? count : 0);
    Optional<Delay> think = delay(entries.get("think"), "think");
    Optional<Delay> pace = delay(entries.get("pace"), "pace");
    if (users.isEmpty() || from.isEmpty() || think.isEmpty() || pace.isEmpty()) {
      return Optional.empty();
    }
    int start = from.get();
    return reader.checked(
        item, () -> new LoadModel.Closed(start, users.get(), ramp, think.get(), pace.get()));
  }

  private Optional<LoadModel> open(
      DataNode item, Map<String, DataNode> entries, @Nullable DataNode rate) {
    if (rate == null) {
      return Optional.empty();
    }
    Optional<Double> from = reader.number(rate, "rate");
    DataNode end = entries.get("to");
    Optional<Double> to = end == null ? from : reader.number(end, "to");
    Map<String, LoadModel.Spacing> words = new LinkedHashMap<>();
    words.put("poisson", LoadModel.Spacing.POISSON);
    words.put("even", LoadModel.Spacing.EVEN);
    DataNode word = entries.get("spacing");
    Optional<LoadModel.Spacing> spacing =
        word == null
            ? Optional.of(LoadModel.Spacing.POISSON)
            : reader.oneOf(word, "spacing", words);
    DataNode most = entries.get("inFlight");
    Optional<Integer> inFlight =
        most == null
            ? Optional.of(MOST_IN_FLIGHT)
            : reader.wholeNumber(most, "inFlight", 1, LoadModel.MOST_CONNECTIONS);
    if (from.isEmpty() || to.isEmpty() || spacing.isEmpty() || inFlight.isEmpty()) {
      return Optional.empty();
    }
    return reader.checked(
        item, () -> new LoadModel.Open(from.get(), to.get(), spacing.get(), inFlight.get()));
  }

  private Optional<Delay> delay(@Nullable DataNode node, String what) {
    if (node == null) {
      return Optional.of(Delay.NONE);
    }
    if (node instanceof DataNode.Scalar) {
      return duration(node).flatMap(d -> reader.checked(node, () -> new Delay.Fixed(d)));
    }
    Map<String, DataNode> entries = reader.mapping(node, what, DELAY_KEYS).orElse(Map.of());
    Duration most = optionalDuration(entries.get("most")).orElse(DEFAULT_MOST);
    DataNode uniform = entries.get("uniform");
    if (uniform != null) {
      List<Duration> bounds = new ArrayList<>();
      for (DataNode bound : reader.list(uniform, "uniform").orElse(List.of())) {
        duration(bound).ifPresent(bounds::add);
      }
      return reader.checked(
          uniform,
          () -> {
            if (bounds.size() != 2) {
              throw new IllegalArgumentException("uniform takes two times, [least, most]");
            }
            return new Delay.Uniform(bounds.get(0), bounds.get(1));
          });
    }
    DataNode exponential = entries.get("exponential");
    if (exponential != null) {
      return duration(exponential)
          .flatMap(mean -> reader.checked(node, () -> new Delay.Exponential(mean, most)));
    }
    DataNode median = entries.get("lognormal");
    if (median != null) {
      DataNode spread = entries.get("sigma");
      Optional<Double> sigma = spread == null ? Optional.of(0.5) : reader.number(spread, "sigma");
      return duration(median)
          .flatMap(
              m -> sigma.flatMap(s -> reader.checked(node, () -> new Delay.LogNormal(m, s, most))));
    }
    return reader.checked(
        node,
        () -> {
          throw new IllegalArgumentException(
              what + " is a time, or has one of uniform, exponential, lognormal");
        });
  }

  private Optional<Duration> optionalDuration(@Nullable DataNode node) {
    return node == null ? Optional.empty() : duration(node);
  }

  private Optional<Duration> duration(@Nullable DataNode node) {
    return node == null
        ? Optional.empty()
        : reader
            .text(node, "a time")
            .flatMap(text -> reader.checked(node, () -> Quantities.duration(text)));
  }
}
