package dev.fanout.experiment;

import dev.fanout.experiment.process.JavaCommand;
import dev.fanout.measurements.run.VariantLabel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that decides what a run does.
 *
 * @param folder of the run; created, must not hold a run yet
 * @param java how child processes are started
 * @param command the words of the command line, for the manifest
 * @param version of the product
 * @param commit of its source, when known
 * @param injections faults on purpose
 * @param pool the gateway's upstream connections
 * @param only the one variant to measure, once; nothing is compared then
 * @param allowUnsupported whether policies that the gateway does not support are passed over
 * @param namedValues values by name, for those that an artifact folder does not hold; secret
 * @param measureAnyway whether variants that send different upstream requests are measured at all
 * @param keepGoing whether a run goes on when operations fail the smoke test
 * @param separateProcesses a gateway process for each variant instead of one for both
 * @param coolDown between the variants of one published pair
 * @param scaling of the mock backend; empty: one instance without a limit
 */
public record BenchOptions(
    Subject subject,
    PlanChoice plan,
    Path folder,
    JavaCommand java,
    List<String> command,
    String version,
    Optional<String> commit,
    List<InjectionSpec> injections,
    Pool pool,
    Optional<VariantLabel> only,
    boolean allowUnsupported,
    Map<String, String> namedValues,
    boolean measureAnyway,
    boolean keepGoing,
    boolean separateProcesses,
    Duration coolDown,
    Optional<BackendScaling> scaling) {
  public BenchOptions {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(java, "java");
    command = List.copyOf(command);
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(commit, "commit");
    injections = List.copyOf(injections);
    Objects.requireNonNull(pool, "pool");
    Objects.requireNonNull(only, "only");
    Objects.requireNonNull(coolDown, "coolDown");
    namedValues = Map.copyOf(namedValues);
    Objects.requireNonNull(scaling, "scaling");
  }

  /** With a backend of one instance, as a run on this machine has. */
  public BenchOptions(
      Subject subject,
      PlanChoice plan,
      Path folder,
      JavaCommand java,
      List<String> command,
      String version,
      Optional<String> commit,
      List<InjectionSpec> injections,
      Pool pool,
      Optional<VariantLabel> only,
      boolean allowUnsupported,
      Map<String, String> namedValues,
      boolean measureAnyway,
      boolean keepGoing,
      boolean separateProcesses,
      Duration coolDown) {
    this(
        subject,
        plan,
        folder,
        java,
        command,
        version,
        commit,
        injections,
        pool,
        only,
        allowUnsupported,
        namedValues,
        measureAnyway,
        keepGoing,
        separateProcesses,
        coolDown,
        Optional.empty());
  }

  /** The same with other pools, into another folder. */
  public BenchOptions withPool(Pool other, Path otherFolder) {
    return new BenchOptions(
        subject,
        plan,
        otherFolder,
        java,
        command,
        version,
        commit,
        injections,
        other,
        only,
        allowUnsupported,
        namedValues,
        measureAnyway,
        keepGoing,
        separateProcesses,
        coolDown,
        scaling);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "BenchOptions[" + subject + ", " + plan + ", " + folder + "]";
  }

  /**
   * Upstream connections of a variant.
   *
   * @param model {@code per-authority} or {@code per-entity}
   * @param limit connections of each pool, 1..10,000
   */
  public record Pool(String model, int limit) {
    /** One pool for each host and port, wide enough never to be what is measured. */
    public static final Pool STANDARD = new Pool("per-authority", 1_024);
  }
}
