package dev.fanout.load.summary;

import java.util.Locale;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** A figure of a trial that a condition can be about. */
public sealed interface Metric {
  /** As a condition writes it. */
  String name();

  /** Empty: not enough data. */
  OptionalDouble of(TrialSummary trial);

  /** The value with its unit. */
  String show(double value);

  /** What it takes to have a value. */
  String need();

  /** Which clock a time is taken from. */
  enum Clock {
    /** The response time in the open model, the service time in the closed one. */
    JUDGED(""),
    RESPONSE("response."),
    SERVICE("service."),
    FIRST_BYTE("firstByte."),
    SEND_LAG("lag.");

    private final String prefix;

    Clock(String prefix) {
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }

    /** Whether it ends with the last byte. */
    public boolean isWholeAnswer() {
      return this == JUDGED || this == RESPONSE || this == SERVICE;
    }

    Histogram of(TrialSummary trial) {
      return switch (this) {
        case JUDGED -> trial.latency();
        case RESPONSE -> trial.responseTime();
        case SERVICE -> trial.serviceTime();
        case FIRST_BYTE -> trial.firstByte();
        case SEND_LAG -> trial.sendLag();
      };
    }
  }

  /**
   * The time below which a share of the requests stays.
   *
   * @param percent above 0 and below 100
   */
  record Percentile(Clock clock, double percent) implements Metric {
    /** So many samples must lie above it, or chance decides. */
    private static final int SAMPLES_ABOVE = 10;

    @Override
    public String name() {
      String digits =
          percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
      return clock.prefix() + "p" + digits;
    }

    @Override
    public OptionalDouble of(TrialSummary trial) {
      Histogram histogram = clock.of(trial);
      return histogram.getTotalCount() < least()
          ? OptionalDouble.empty()
          : OptionalDouble.of(histogram.getValueAtPercentile(percent));
    }

    private long least() {
      return (long) Math.ceil(SAMPLES_ABOVE / (1 - percent / 100) - 1e-6);
    }

    @Override
    public String show(double value) {
      return milliseconds(value);
    }

    @Override
    public String need() {
      return "it takes " + least() + " requests";
    }
  }

  /** The least, the mean or the greatest time. */
  record Moment(Clock clock, Kind kind) implements Metric {
    /** Which one. */
    public enum Kind {
      MIN,
      MEAN,
      MAX
    }

    @Override
    public String name() {
      return clock.prefix() + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public OptionalDouble of(TrialSummary trial) {
      Histogram histogram = clock.of(trial);
      if (histogram.getTotalCount() == 0) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(
          switch (kind) {
            case MIN -> histogram.getMinValue();
            case MEAN -> histogram.getMean();
            case MAX -> histogram.getMaxValue();
          });
    }

    @Override
    public String show(double value) {
      return milliseconds(value);
    }

    @Override
    public String need() {
      return "it takes a request that passed";
    }
  }

  /** How many of the due requests, as a share or as a number. */
  record Part(Kind kind, boolean share) implements Metric {
    /** Of which requests. */
    public enum Kind {
      /** Failed, or without an answer when the trial ended. */
      ERRORS,
      /** Due and never sent. */
      UNSTARTED,
      /** Sent more than 1 ms late. */
      LATE
    }

    @Override
    public String name() {
      return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public OptionalDouble of(TrialSummary trial) {
      long count =
          switch (kind) {
            case ERRORS -> trial.failed() + trial.unfinished();
            case UNSTARTED -> trial.unstarted();
            case LATE -> trial.late();
          };
      if (trial.requests() == 0) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(share ? (double) count / trial.requests() : count);
    }

    @Override
    public String show(double value) {
      return share ? plain(value * 100) + "%" : String.format(Locale.ROOT, "%.0f", value);
    }

    @Override
    public String need() {
      return "it takes a request";
    }
  }

  /** Requests that passed, for each second of the window. */
  record Throughput() implements Metric {
    @Override
    public String name() {
      return "throughput";
    }

    @Override
    public OptionalDouble of(TrialSummary trial) {
      return trial.window().isZero()
          ? OptionalDouble.empty()
          : OptionalDouble.of(trial.passedPerSecond());
    }

    @Override
    public String show(double value) {
      return plain(value) + "/s";
    }

    @Override
    public String need() {
      return "it takes a window";
    }
  }

  private static String milliseconds(double nanos) {
    return plain(nanos / 1e6) + "ms";
  }

  /** At most three digits after the point, without zeros at the end. */
  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
