package dev.fanout.report.live;

import java.util.List;

/**
 * What happens in a measurement, in order. Called on the thread that measures: a view returns at
 * once and throws nothing.
 */
public interface LiveEvents {
  /** Nobody looks. */
  LiveEvents NONE = new LiveEvents() {};

  /**
   * A measurement begins.
   *
   * @param title what is measured
   * @param rows which things get a row, in their order
   */
  default void began(String title, List<Row> rows) {}

  /**
   * Where it is.
   *
   * @param position one phrase: {@code stage 100-vus, trial 3 of 6}
   * @param share of the whole, 0 to 1; negative where nobody can tell
   */
  default void progress(String position, double share) {}

  /** The figures of a row's newest interval or trial. */
  default void measured(String row, Figures figures) {}

  /** Something that stays to be read: a part is over, or a note. One sentence. */
  default void said(String sentence) {}

  /** It is over, or somebody else wants to print. The last event. */
  default void ended() {}

  /**
   * A variant, or a target.
   *
   * @param name in {@link #measured}
   * @param description such as a topology or a URL; may be empty
   */
  record Row(String name, String description) {}
}
