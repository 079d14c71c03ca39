package dev.fanout.measurements.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.Optional;

/** Where the numbers hold. No output shows a verdict word without {@link #sentence()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Scope.LocalModel.class, name = "local-model"),
  @JsonSubTypes.Type(value = Scope.MeasuredOnApim.class, name = "measured-on-apim")
})
public sealed interface Scope {
  /** The words that stand beside every verdict word, lower case, without brackets. */
  String sentence();

  /**
   * Our gateway on the user's machine: figures describe the policy steps in it, not APIM's cost.
   */
  record LocalModel() implements Scope {
    @Override
    public String sentence() {
      return "local model";
    }
  }

  /**
   * A real deployment.
   *
   * @param units scale units of each gateway, from 1
   * @param date the day of the measurement in ISO form, UTC
   * @param instanceOnly the instance that served both topologies, when there was only one: then the
   *     verdict is about that instance and no other
   */
  record MeasuredOnApim(
      String tier, int units, String region, String date, Optional<String> instanceOnly)
      implements Scope {
    public MeasuredOnApim {
      Checks.text("tier", tier);
      Checks.positive("units", units);
      Checks.text("region", region);
      Checks.text("date", date);
      Objects.requireNonNull(instanceOnly, "instanceOnly");
    }

    @Override
    public String sentence() {
      String where =
          "measured on APIM ("
              + tier
              + ", "
              + units
              + (units == 1 ? " unit, " : " units, ")
              + region
              + ", "
              + date
              + ")";
      return instanceOnly.map(name -> where + ", this instance only: " + name).orElse(where);
    }
  }
}
