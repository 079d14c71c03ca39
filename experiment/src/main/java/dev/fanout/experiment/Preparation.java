package dev.fanout.experiment;

import dev.fanout.experiment.process.EnvironmentFailure;
import java.nio.file.Path;

final class Preparation {
  Preparation(Subject subject, boolean allowUnsupported) {}

  Prepared prepare(Path folder) throws EnvironmentFailure {
    throw new EnvironmentFailure("not yet");
  }
}
