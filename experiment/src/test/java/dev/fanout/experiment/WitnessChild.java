package dev.fanout.experiment;

import dev.fanout.experiment.process.CorePlan;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process with a witness: says on {@code longest} what it saw, forgets it on {@code reset}. */
public final class WitnessChild {
  private WitnessChild() {}

  public static void main(String[] arguments) throws Exception {
    try (PauseWitness witness = PauseWitness.start(CorePlan.ofThisMachine())) {
      System.out.println("{\"event\":\"ready\"}");
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("reset")) {
          witness.reset();
        }
        System.out.println("{\"event\":\"" + line + "\",\"nanos\":" + witness.longestNanos() + "}");
      }
    }
  }
}
