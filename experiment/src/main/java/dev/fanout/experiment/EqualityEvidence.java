package dev.fanout.experiment;

import dev.fanout.gateway.diff.Aspect;
import dev.fanout.gateway.diff.DiffResult;
import dev.fanout.gateway.diff.DiffRow;
import dev.fanout.gateway.diff.PublicOperation;
import dev.fanout.gateway.diff.SideOutcome;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.UpstreamEquality.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * From what two estates would send to the evidence of a run. Method, scheme, path, query and
 * whether the upstream is called at all must be the same; a header, a credential or a timeout may
 * differ, since that may be what is compared.
 */
final class EqualityEvidence {
  private static final String TRACE = "trace";
  private static final String MISSING = "no such operation";

  private EqualityEvidence() {}

  static UpstreamEquality of(DiffResult diff) {
    Map<PublicOperation, List<Difference>> found = new LinkedHashMap<>();
    for (DiffRow row : diff.rows()) {
      List<String> aspects = aspects(row);
      if (!aspects.isEmpty()) {
        found
            .computeIfAbsent(row.operation(), operation -> new ArrayList<>())
            .add(
                new Difference(
                    row.operation().prefix(),
                    row.operation().method() + " " + row.operation().urlTemplate(),
                    row.probe().request().method() + " " + row.probe().request().target(),
                    aspects,
                    row.a().toString(),
                    row.b().toString(),
                    TRACE));
      }
    }
    diff.onlyInA().forEach(op -> found.put(op, List.of(oneSided(op, op.toString(), MISSING))));
    diff.onlyInB().forEach(op -> found.put(op, List.of(oneSided(op, MISSING, op.toString()))));
    TreeSet<PublicOperation> all = new TreeSet<>(found.keySet());
    diff.rows().forEach(row -> all.add(row.operation()));
    return new UpstreamEquality(all.size(), found.size(), shown(found));
  }

  /** One probe of each operation first, further ones as far as there is room. */
  private static List<Difference> shown(Map<PublicOperation, List<Difference>> found) {
    int each = Math.max(1, UpstreamEquality.SHOWN / Math.max(1, found.size()));
    return found.values().stream()
        .flatMap(differences -> differences.stream().limit(each))
        .limit(UpstreamEquality.SHOWN)
        .toList();
  }

  private static Difference oneSided(PublicOperation operation, String a, String b) {
    return new Difference(
        operation.prefix(),
        operation.method() + " " + operation.urlTemplate(),
        operation.toString(),
        List.of("operation"),
        a,
        b,
        TRACE);
  }

  /** What must be the same and is not; empty when the same request goes upstream. */
  static List<String> aspects(DiffRow row) {
    List<String> aspects = new ArrayList<>();
    for (Aspect aspect : row.differences()) {
      switch (aspect) {
        case URL -> addUrl(row, aspects);
        case METHOD, BODY, CALL, ANSWER -> aspects.add(aspect.label());
        case HOST, HEADERS, CREDENTIALS, TIMEOUT -> {}
      }
    }
    return aspects;
  }

  private static void addUrl(DiffRow row, List<String> aspects) {
    if (!(row.a() instanceof SideOutcome.Sends a) || !(row.b() instanceof SideOutcome.Sends b)) {
      aspects.add(Aspect.URL.label());
      return;
    }
    String urlA = a.call().url();
    String urlB = b.call().url();
    if (!UpstreamUrl.scheme(urlA).equals(UpstreamUrl.scheme(urlB))) {
      aspects.add("scheme");
    }
    if (!UpstreamUrl.authority(urlA).equals(UpstreamUrl.authority(urlB))) {
      aspects.add("host");
    }
    if (!path(urlA).equals(path(urlB))) {
      aspects.add("path");
    }
    if (!query(urlA).equals(query(urlB))) {
      aspects.add("query");
    }
  }

  private static String path(String url) {
    String target = UpstreamUrl.target(url);
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** With its question mark, so that an empty one is not the same as none. */
  private static String query(String url) {
    String target = UpstreamUrl.target(url);
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark);
  }
}
