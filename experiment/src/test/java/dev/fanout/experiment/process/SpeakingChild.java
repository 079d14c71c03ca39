package dev.fanout.experiment.process;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A child for tests: says that it is ready, echoes what it is asked, exits at the end of input. */
public final class SpeakingChild {
  private SpeakingChild() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("complain")) {
      System.err.println("port 80 is taken");
      System.exit(20);
    }
    if (arguments.length > 0 && arguments[0].equals("flood")) {
      System.err.println("an early complaint");
      System.err.print("\n".repeat(100_000));
      System.exit(20);
    }
    if (arguments.length > 0 && arguments[0].equals("mute")) {
      Thread.sleep(60_000);
    }
    System.out.println("a line of somebody else");
    System.out.println(
        "{\"event\":\"ready\",\"pid\":"
            + ProcessHandle.current().pid()
            + ",\"variable\":\""
            + System.getenv("FANOUT_TEST_VARIABLE")
            + "\"}");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("die")) {
        Runtime.getRuntime().halt(3);
      }
      System.out.println("{\"event\":\"" + line + "\",\"length\":" + line.length() + "}");
    }
  }
}
