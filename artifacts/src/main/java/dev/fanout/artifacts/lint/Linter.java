package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ArtifactIssues;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.EstateResult;
import dev.fanout.catalog.LintConfig;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.PolicyDocuments;
import dev.fanout.policies.lint.DocumentLinter;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.Redaction;
import dev.fanout.policies.lint.Suppressions;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.Similarity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lints files, folders and estates. One use. */
public final class Linter {
  private static final long LONGEST = 4 << 20;

  private final LintOptions options;
  private final DocumentLinter documents = new DocumentLinter();
  private final Set<Issue> issues = new LinkedHashSet<>();
  private final Map<SourceText, Set<String>> files = new IdentityHashMap<>();
  private final Map<SourceText, Suppressions> suppressions = new LinkedHashMap<>();
  private final Set<LintConfig.Ignored> usedIgnored = new HashSet<>();
  private final Set<Path> done = new HashSet<>();
  private final List<SuppressedFinding> suppressed = new ArrayList<>();
  private int documentCount;
  private int unreadable;
  private int otherFiles;
  private int expressions;
  private int broken;
  private int unchecked;

  private Linter(LintOptions options) {
    this.options = options;
  }

  /**
   * Lints what the paths name. In a folder, XML files that are no policy documents are passed over;
   * a file that is named itself is always a policy document.
   *
   * @param paths existing files and folders
   */
  public static LintReport lint(List<Path> paths, LintOptions options) {
    Linter linter = new Linter(options);
    // Outer folders first: what stands in an estate is judged there, and once.
    paths.stream()
        .filter(Files::isDirectory)
        .sorted(Comparator.comparingInt(path -> place(path).getNameCount()))
        .forEach(linter::folder);
    paths.stream()
        .filter(path -> !Files.isDirectory(path))
        .forEach(path -> linter.file(path, true));
    return linter.report();
  }

  private static Path place(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void folder(Path folder) {
    PolicyFiles found = PolicyFiles.in(folder);
    int before = documentCount;
    boolean known = found.files().stream().map(Linter::place).anyMatch(done::contains);
    issues.addAll(found.issues());
    found.estates().forEach(this::estate);
    found.files().forEach(file -> file(file, false));
    if (found.estates().isEmpty() && documentCount == before && !known) {
      issues.add(
          Issue.error(
              ArtifactIssues.FOLDER,
              "'" + folder + "' has no policy document and is no estate in the APIOps layout"));
    }
  }

  private void file(Path path, boolean named) {
    if (!done.add(place(path))) {
      return;
    }
    Optional<SourceText> source = read(path);
    if (source.isEmpty()) {
      return;
    }
    PolicyDocument document = PolicyDocuments.read(source.get());
    if (!named && !isPolicy(document)) {
      otherFiles++;
      return;
    }
    documentCount++;
    document(document, Set.of(), ScopeOfPath.of(path.toString()), false);
    LintedEstate none = new LintedEstate(emptyEstate(), path, Optional.empty());
    singleFlow(document, none);
  }

  private Optional<SourceText> read(Path path) {
    String name = path.toString();
    try {
      if (Files.size(path) > LONGEST) {
        problem(name, "larger than " + (LONGEST >> 20) + " MB");
        return Optional.empty();
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      return Optional.of(SourceText.of(name, text));
    } catch (CharacterCodingException e) {
      problem(name, "not UTF-8 text");
    } catch (IOException e) {
      problem(name, "cannot be read: " + ArtifactIssues.reason(e));
    }
    return Optional.empty();
  }

  private void problem(String file, String message) {
    documentCount++;
    unreadable++;
    issues.add(ArtifactIssues.of(file, ArtifactIssues.FILE, Severity.ERROR, message));
  }

  /** A policy document, or one whose root is misspelt. */
  private static boolean isPolicy(PolicyDocument document) {
    return document
        .tree()
        .root()
        .map(ElementNode::name)
        .filter(
            name ->
                PolicyCatalog.root(name).isPresent()
                    || Similarity.closest(name, List.of("policies", "fragment")).isPresent())
        .isPresent();
  }

  private void estate(Path folder) {
    if (!done.add(place(folder))) {
      return;
    }
    EstateResult result = EstateReader.read(folder);
    Set<Path> seen = new HashSet<>();
    estate(new LintedEstate(result.estate(), folder, Optional.empty()), folder, seen);
    result
        .estate()
        .workspaces()
        .values()
        .forEach(
            workspace ->
                estate(
                    new LintedEstate(workspace.estate(), folder, Optional.of(workspace)),
                    folder,
                    seen));
    seen.forEach(file -> done.add(place(file)));
    // What the estate could not take as the policy of a scope is a document by itself.
    Set<String> alone = new HashSet<>();
    for (Path file : PolicyFiles.xmlFiles(folder)) {
      if (!seen.contains(file.normalize())) {
        alone.add(file.toString());
        file(file, file.endsWith("policy.xml"));
      }
    }
    for (Issue issue : result.issues()) {
      boolean again =
          issue.location().filter(span -> alone.contains(span.source().name())).isPresent();
      if (!again || issue.code().equals(ArtifactIssues.VALUE)) {
        issues.add(issue);
      }
    }
  }

  private void estate(LintedEstate estate, Path folder, Set<Path> seen) {
    Map<PolicyDocument, Set<Scope>> scopes = new IdentityHashMap<>();
    Map<PolicyDocument, Set<String>> names = new IdentityHashMap<>();
    for (EstateDocument document : estate.documents()) {
      PolicyDocument read = document.artifact().document();
      document
          .scope()
          .ifPresent(s -> scopes.computeIfAbsent(read, k -> new LinkedHashSet<>()).add(s));
      names
          .computeIfAbsent(read, k -> new LinkedHashSet<>())
          .add(estate.name(document.artifact().file()));
      seen.add(folder.resolve(document.artifact().file()).normalize());
      documentCount++;
    }
    for (PolicyDocument document : estate.distinctDocuments()) {
      Set<String> all = names.getOrDefault(document, Set.of());
      Set<Scope> at = scopes.getOrDefault(document, Set.of());
      if (at.isEmpty()) {
        document(document, all, Optional.empty(), true);
      }
      at.forEach(scope -> document(document, all, Optional.of(scope), true));
    }
    for (EstateRule rule : EstateRuleBook.rules()) {
      List<Issue> found = new ArrayList<>();
      rule.check(estate, new Findings(rule.description(), found));
      issues.addAll(found);
    }
  }

  private void document(
      PolicyDocument document, Set<String> names, Optional<Scope> scope, boolean inEstate) {
    SourceText source = document.source();
    if (!files.containsKey(source)) {
      suppressions.put(source, Suppressions.of(document.tree(), LintCodes.byCode().keySet()));
      if (document.root().isEmpty() || hasSyntaxErrors(document)) {
        unreadable++;
      }
    }
    files.computeIfAbsent(source, k -> new LinkedHashSet<>()).addAll(names);
    DocumentLinter.Result result =
        documents.lint(new LintedDocument(document, scope, options.tier(), inEstate));
    issues.addAll(result.issues());
    expressions += result.expressions();
    broken += result.broken();
    unchecked += result.unchecked();
  }

  private static boolean hasSyntaxErrors(PolicyDocument document) {
    return document.issues().stream()
        .anyMatch(
            issue ->
                issue.isError()
                    && (issue.code().startsWith("XML_") || issue.code().startsWith("POLICY_TOO_")));
  }

  /** What one document says of its own URL, template and backend. */
  private void singleFlow(PolicyDocument document, LintedEstate none) {
    List<RequestFlow.Step> steps = new ArrayList<>();
    if (document.fragment().isPresent()) {
      document.tree().root().ifPresent(root -> steps.addAll(RequestFlows.of(root)));
    } else {
      for (SectionName name : List.of(SectionName.INBOUND, SectionName.BACKEND)) {
        document
            .tree()
            .root()
            .ifPresent(
                root ->
                    root.elements(name.elementName())
                        .forEach(section -> steps.addAll(RequestFlows.of(section))));
      }
    }
    RequestFlow flow = new RequestFlow(none.estate(), Optional.empty(), Optional.empty());
    List<Issue> found = new ArrayList<>();
    Findings findings = new Findings(new RewriteDuplicatesBackendPath().description(), found);
    for (RequestFlow.State state : flow.run(steps)) {
      for (RequestFlow.Target target : state.targets()) {
        state
            .template()
            .flatMap(template -> DuplicatedPath.of(template, target))
            .ifPresent(path -> findings.add(path.attribute().span(), path.message(), path.hint()));
      }
    }
    issues.addAll(found);
  }

  private static Estate emptyEstate() {
    return new Estate(List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty());
  }

  private LintReport report() {
    List<Issue> kept = new ArrayList<>();
    List<Issue> dropped = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<Boolean> inSource = new ArrayList<>();
    for (Issue issue : issues) {
      Optional<String> comment = issue.location().flatMap(span -> byComment(span.source(), issue));
      Optional<String> reason = comment.or(() -> byConfig(issue));
      if (reason.isPresent()) {
        dropped.add(issue);
        reasons.add(reason.get());
        inSource.add(comment.isPresent());
      } else {
        kept.add(issue);
      }
    }
    suppressions.values().forEach(s -> kept.addAll(s.issues()));
    for (LintConfig.Ignored ignored : options.ignored()) {
      if (!usedIgnored.contains(ignored)) {
        kept.add(
            Suppressions.unused(
                ignored.code(), ignored.place(), "in these files", LintCodes.byCode().keySet()));
      }
    }
    List<Issue> all = new ArrayList<>(kept);
    all.addAll(dropped);
    Map<Issue, Set<String>> also = new IdentityHashMap<>();
    List<Issue> redacted = Redaction.redact(all);
    for (int i = 0; i < all.size(); i++) {
      also.put(redacted.get(i), otherFiles(all.get(i)));
    }
    for (int i = 0; i < dropped.size(); i++) {
      Issue issue = redacted.get(kept.size() + i);
      suppressed.add(new SuppressedFinding(finding(issue, also), reasons.get(i), inSource.get(i)));
    }
    List<Finding> findings = new ArrayList<>();
    redacted.subList(0, kept.size()).forEach(issue -> findings.add(finding(issue, also)));
    findings.sort(
        Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::start)
            .thenComparing(finding -> finding.issue().code()));
    return new LintReport(
        findings,
        suppressed,
        new LintCounts(documentCount, unreadable, otherFiles, expressions, broken, unchecked));
  }

  private static Finding finding(Issue issue, Map<Issue, Set<String>> also) {
    return new Finding(issue, List.copyOf(also.getOrDefault(issue, Set.of())));
  }

  private Optional<String> byComment(SourceText source, Issue issue) {
    Suppressions found = suppressions.get(source);
    return found == null ? Optional.empty() : found.reason(issue);
  }

  private Optional<String> byConfig(Issue issue) {
    String file = issue.location().map(SourceSpan::source).map(SourceText::name).orElse("");
    Optional<LintConfig.Ignored> found =
        options.ignored().stream()
            .filter(ignored -> ignored.code().equals(issue.code()))
            .filter(ignored -> ignored.isFor(file))
            .findFirst();
    found.ifPresent(usedIgnored::add);
    return found.map(LintConfig.Ignored::reason);
  }

  private Set<String> otherFiles(Issue issue) {
    Set<String> others = new LinkedHashSet<>();
    issue
        .location()
        .map(SourceSpan::source)
        .ifPresent(
            source -> {
              Collection<String> all = files.getOrDefault(source, Set.of());
              others.addAll(all);
              others.remove(source.name());
            });
    return others;
  }
}
