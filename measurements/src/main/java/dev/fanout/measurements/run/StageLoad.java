package dev.fanout.measurements.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.OptionalDouble;

/** How requests come: by the clock, or one after the other. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StageLoad.Open.class, name = "open"),
  @JsonSubTypes.Type(value = StageLoad.Closed.class, name = "closed")
})
public sealed interface StageLoad {
  /**
   * Poisson arrivals; latency counts from the intended start.
   *
   * @param capacityShare the rate as a share of capacity in (0, 1], where the rate was found so
   * @param ratePerSecond arrivals per second; empty until capacity is known
   */
  record Open(OptionalDouble capacityShare, OptionalDouble ratePerSecond) implements StageLoad {
    public Open {
      Objects.requireNonNull(capacityShare, "capacityShare");
      Objects.requireNonNull(ratePerSecond, "ratePerSecond");
      if (capacityShare.isEmpty() && ratePerSecond.isEmpty()) {
        throw new IllegalArgumentException("an open stage needs a rate or a share of capacity");
      }
      capacityShare.ifPresent(
          share -> {
            if (!(share > 0 && share <= 1)) {
              throw new IllegalArgumentException("capacityShare " + share + " is not in (0, 1]");
            }
          });
      ratePerSecond.ifPresent(rate -> Checks.finitePositive("ratePerSecond", rate));
    }
  }

  /** Each virtual user sends, waits for the answer, sends again; latency counts from the send. */
  record Closed(int virtualUsers) implements StageLoad {
    public Closed {
      Checks.positive("virtualUsers", virtualUsers);
    }
  }
}
