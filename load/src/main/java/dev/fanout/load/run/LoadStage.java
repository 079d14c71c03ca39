package dev.fanout.load.run;

import dev.fanout.load.LoadModel;
import java.time.Duration;
import java.util.Objects;

/**
 * One level of load.
 *
 * @param settling sent first, and not counted
 * @param window what is measured
 */
public record LoadStage(String name, LoadModel model, Duration settling, Duration window) {
  public LoadStage {
    LoadPlan.checkName("stage", name);
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(settling, "settling");
    Objects.requireNonNull(window, "window");
  }
}
