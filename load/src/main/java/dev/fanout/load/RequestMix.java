package dev.fanout.load;

import java.util.List;
import java.util.Objects;

/**
 * Which request comes next. The number that stands for {@code {id}} is drawn evenly from {@code
 * idMin..idMax}, from the plan's random seed.
 */
public record RequestMix(
    List<RequestTemplate> templates, Selection selection, int idMin, int idMax) {

  /** How the next template is chosen. */
  public enum Selection {
    /**
     * Closed model: (VU + iteration) mod templates, VU from 1 and iteration from 0. Open model:
     * arrival number mod templates.
     */
    ROUND_ROBIN,
    /** Drawn evenly from the plan's random seed. */
    UNIFORM
  }

  public RequestMix {
    templates = List.copyOf(templates);
    Objects.requireNonNull(selection, "selection");
    if (templates.isEmpty() || templates.size() > 100_000) {
      throw new IllegalArgumentException(templates.size() + " templates are not in 1..100,000");
    }
    if (idMin < 0 || idMax < idMin) {
      throw new IllegalArgumentException("ids " + idMin + ".." + idMax + " are no range from 0 up");
    }
  }

  /** With ids 1 to 1,000. */
  public RequestMix(List<RequestTemplate> templates, Selection selection) {
    this(templates, selection, 1, 1_000);
  }
}
