package dev.fanout.experiment.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** Starts a child, writes its process id to a file, and waits to be killed. */
public final class ParentOfChild {
  private ParentOfChild() {}

  public static void main(String[] arguments) throws Exception {
    List<String> command =
        JavaCommand.ofThisJvm(SpeakingChild.class.getName()).with(32, 1, List.of());
    ChildProcess child =
        ChildProcess.start("child", command, Path.of(arguments[1]), Duration.ofSeconds(30));
    Path partial = Path.of(arguments[0] + ".partial");
    Files.writeString(partial, Long.toString(child.pid()));
    Files.move(partial, Path.of(arguments[0]), StandardCopyOption.ATOMIC_MOVE);
    Thread.sleep(60_000);
  }
}
