package dev.fanout.experiment.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a JVM like ours: same {@code java}, same class path, fixed heap, collector
 * and processor count, so that two processes of a run differ in nothing but their arguments.
 *
 * @param java the executable
 * @param javaVersion its feature version, 17 for JDK 17
 * @param classPath as in {@code java.class.path}
 * @param mainClass the class that understands the arguments of {@link #with}
 */
public record JavaCommand(Path java, int javaVersion, String classPath, String mainClass) {
  /** Where the launcher says that the product lies; children must agree. */
  private static final String HOME = "fanout.home";

  /** Where the launcher keeps the classes of this class path, read and checked; may be absent. */
  private static final String ARCHIVE = "fanout.archive";

  private static final int FIRST_WITH_NATIVE_ACCESS_WARNING = 22;
  private static final int FIRST_WITH_UNSAFE_WARNING = 23;

  public JavaCommand {
    if (javaVersion < 17) {
      throw new IllegalArgumentException("Java version " + javaVersion + " is not in 17..");
    }
    if (classPath.isBlank() || mainClass.isBlank()) {
      throw new IllegalArgumentException("class path and main class must not be blank");
    }
  }

  /** The JVM that runs this code, starting {@code mainClass} from the same class path. */
  public static JavaCommand ofThisJvm(String mainClass) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new JavaCommand(
        java, Runtime.version().feature(), System.getProperty("java.class.path"), mainClass);
  }

  /**
   * The whole command line.
   *
   * @param heapMegabytes start and maximum of the heap, so that it never grows during a trial
   * @param processors what the JVM believes it may use, whatever the machine has
   */
  public List<String> with(int heapMegabytes, int processors, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(flags(heapMegabytes, processors));
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(arguments);
    return List.copyOf(command);
  }

  /** The flags alone, as they go into the manifest of a run. */
  public List<String> flags(int heapMegabytes, int processors) {
    if (heapMegabytes < 32) {
      throw new IllegalArgumentException("heap of " + heapMegabytes + " MB is not in 32..");
    }
    if (processors < 1) {
      throw new IllegalArgumentException(processors + " processors are not in 1..");
    }
    List<String> flags = new ArrayList<>();
    flags.add("-Xms" + heapMegabytes + "m");
    flags.add("-Xmx" + heapMegabytes + "m");
    flags.add("-XX:+UseSerialGC");
    // A large young generation: few collections fall into a trial. The metaspace starts above what
    // the classes of a run need, else its growth stops the process for a full collection.
    flags.add("-Xmn" + heapMegabytes * 2 / 3 + "m");
    flags.add("-XX:MetaspaceSize=192m");
    flags.add("-XX:+AlwaysPreTouch");
    flags.add("-XX:ActiveProcessorCount=" + processors);
    flags.add("-XX:-UsePerfData");
    flags.add("-Dfile.encoding=UTF-8");
    flags.add("-Djava.awt.headless=true");
    String home = System.getProperty(HOME);
    if (home != null) {
      flags.add("-D" + HOME + "=" + home);
    }
    String archive = System.getProperty(ARCHIVE);
    if (archive != null) {
      // Spares each child a second of class loading. A JVM that it does not fit does without it.
      flags.add("-XX:SharedArchiveFile=" + archive);
      flags.add("-Xlog:cds=off");
      flags.add("-Xlog:cds+dynamic=off");
      flags.add("-D" + ARCHIVE + "=" + archive);
    }
    if (javaVersion >= FIRST_WITH_NATIVE_ACCESS_WARNING) {
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    if (javaVersion >= FIRST_WITH_UNSAFE_WARNING) {
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return List.copyOf(flags);
  }
}
