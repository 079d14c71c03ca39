package dev.fanout.experiment;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateGenerator;
import dev.fanout.artifacts.EstateResult;
import dev.fanout.artifacts.EstateWriter;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Topology;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.experiment.Prepared.Side;
import dev.fanout.gateway.diff.DiffResult;
import dev.fanout.gateway.diff.EstateDiff;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.estate.EstateLoading;
import dev.fanout.gateway.estate.SkippedPolicy;
import dev.fanout.gateway.trace.RequestTracer;
import dev.fanout.load.RequestMix;
import dev.fanout.measurements.run.EstateSummary;
import dev.fanout.measurements.run.VariantLabel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From what is compared to two folders that a gateway can load, the requests that call them, and
 * what each would send upstream. Needs no process and no socket.
 */
final class Preparation {
  private static final String ARTIFACTS = "artifacts";

  private final Subject subject;
  private final CompileOptions compile;
  private final RequestMix.Selection selection;
  private final String subscriptionKey;

  /**
   * @param compile how the gateways of the run make the estates ready
   * @param subscriptionKey what the gateways of the run accept from APIs that want one
   */
  Preparation(
      Subject subject,
      CompileOptions compile,
      RequestMix.Selection selection,
      String subscriptionKey) {
    this.subject = subject;
    this.compile = compile;
    this.selection = selection;
    this.subscriptionKey = subscriptionKey;
  }

  /**
   * @throws IssueException the artifacts have mistakes, or need what the gateway does not support
   */
  Prepared prepare(Path runFolder) {
    if (subject instanceof Subject.OfFolders folders) {
      return prepared(
          new Place(name(folders.artifactsA()), folders.artifactsA(), shown(folders.artifactsA())),
          new Place(name(folders.artifactsB()), folders.artifactsB(), shown(folders.artifactsB())));
    }
    Catalog catalog = ((Subject.OfCatalog) subject).catalog();
    return prepared(
        generate(catalog, VariantLabel.A, runFolder), generate(catalog, VariantLabel.B, runFolder));
  }

  /** Where artifacts lie, and what a run calls them. */
  private record Place(String topology, Path folder, String shownAs) {}

  private static Place generate(Catalog catalog, VariantLabel variant, Path runFolder) {
    Topology topology = catalog.topologies().get(variant.ordinal());
    String shown = ARTIFACTS + "/" + variant.name().toLowerCase(java.util.Locale.ROOT);
    Path folder = runFolder.resolve(shown);
    var unused =
        new EstateWriter()
            .write(new EstateGenerator().generate(catalog, topology), folder)
            .orThrow();
    return new Place(topology.id(), folder, shown);
  }

  private Prepared prepared(Place a, Place b) {
    List<Issue> issues = new ArrayList<>();
    Estate estateA = read(a.folder(), issues);
    Estate estateB = read(b.folder(), issues);
    if (!issues.isEmpty()) {
      throw new IssueException(issues);
    }
    DiffResult diff = EstateDiff.compare(estateA, estateB, compile);
    Side sideA = side(a, estateA);
    Side sideB = side(b, estateB);
    List<String> remarks = new ArrayList<>();
    addWorkspaces(VariantLabel.A, estateA, remarks);
    addWorkspaces(VariantLabel.B, estateB, remarks);
    addRefused(VariantLabel.A, sideA, remarks);
    addRefused(VariantLabel.B, sideB, remarks);
    return new Prepared(
        sideA,
        sideB,
        summary(estateA, estateB, diff),
        EqualityEvidence.of(diff),
        Optional.of(new TracedOperations(estateA, estateB, diff).facts()),
        remarks);
  }

  /** In the cloud, too, a workspace has a gateway of its own. */
  private static void addWorkspaces(VariantLabel variant, Estate estate, List<String> remarks) {
    if (!estate.workspaces().isEmpty()) {
      remarks.add(
          "workspaces of "
              + variant
              + " are not served and not measured: "
              + String.join(", ", estate.workspaces().keySet()));
    }
  }

  /** Load on an operation that ends at the gateway measures the error, not the way upstream. */
  private static void addRefused(VariantLabel variant, Side side, List<String> remarks) {
    int refused = side.refused().size();
    int all = side.mix().templates().size();
    if (refused == 0) {
      return;
    }
    String first = side.refused().get(0);
    if (refused == all) {
      throw new IssueException(
          List.of(
              Issue.error(
                      "NOTHING_REACHES_THE_UPSTREAM",
                      "the gateway answers every operation of "
                          + side.shownAs()
                          + " with an error of its own, the first "
                          + first)
                  .withHint("nothing of the way to the upstream would be measured")));
    }
    remarks.add(
        refused
            + " of "
            + all
            + " operations of "
            + variant
            + " are answered by the gateway with an error and never reach the upstream, the first "
            + first);
  }

  private Estate read(Path folder, List<Issue> errors) {
    EstateResult result = EstateLoading.read(folder, compile.allowUnsupported());
    result.issues().stream().filter(Issue::isError).forEach(errors::add);
    boolean callable =
        result.estate().apis().stream()
            .anyMatch(api -> api.current() && !api.operations().isEmpty());
    if (!callable && !result.hasErrors()) {
      errors.add(
          Issue.error("NO_OPERATION", folder + " has no API with an operation to call")
              .withHint(
                  "an artifact folder has apis/<id>/apiInformation.json and a specification"));
    }
    return result.estate();
  }

  private Side side(Place place, Estate estate) {
    RequestTracer tracer = new RequestTracer(EstateDiff.withoutKeys(estate), compile);
    RequestMixes mixes = RequestMixes.of(estate, tracer, selection, subscriptionKey);
    return new Side(
        place.topology(),
        place.folder(),
        place.shownAs(),
        mixes.throughGateway(),
        mixes.direct(),
        mixes.refused());
  }

  private static EstateSummary summary(Estate a, Estate b, DiffResult diff) {
    List<EstateSummary.SkippedPolicy> skipped = new ArrayList<>();
    addSkipped(VariantLabel.A, diff.skippedInA(), skipped);
    addSkipped(VariantLabel.B, diff.skippedInB(), skipped);
    int operations = Math.max(operations(a), operations(b));
    return new EstateSummary(Math.max(apis(a), apis(b)), operations, skipped);
  }

  private static void addSkipped(
      VariantLabel variant, List<SkippedPolicy> found, List<EstateSummary.SkippedPolicy> skipped) {
    for (SkippedPolicy policy : found) {
      String location = policy.issue().location().map(Object::toString).orElse("unknown place");
      skipped.add(new EstateSummary.SkippedPolicy(variant, policy.policy(), location));
    }
  }

  private static int apis(Estate estate) {
    return (int) estate.apis().stream().filter(ApiArtifact::current).count();
  }

  private static int operations(Estate estate) {
    return estate.apis().stream()
        .filter(ApiArtifact::current)
        .mapToInt(api -> api.operations().size())
        .sum();
  }

  private static String name(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return last == null ? folder.toString() : last.toString();
  }

  private static String shown(Path folder) {
    return folder.toString().replace('\\', '/');
  }
}
