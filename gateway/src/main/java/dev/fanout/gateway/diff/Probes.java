package dev.fanout.gateway.diff;

import dev.fanout.catalog.VersionScheme;
import dev.fanout.gateway.routing.OperationTemplate;
import dev.fanout.gateway.trace.TraceRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds the probes of an operation. */
final class Probes {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}|\\*$");
  private static final String PLAIN_VALUE = "p1";
  private static final String ENCODED_VALUE = "a%2Fb+c%20d";
  private static final String AWKWARD_QUERY = "k=1&k=2&empty=&novalue&plus=x+y&slash=%2F";
  private static final byte[] BODY = "{\"probe\":true}".getBytes(StandardCharsets.UTF_8);

  private final PublicOperation operation;
  private final OperationTemplate template;
  private final int revision;

  /**
   * @param revision the number of the revision that answers
   * @throws IllegalArgumentException when the operation's template cannot be read
   */
  Probes(PublicOperation operation, int revision) {
    this.operation = operation;
    this.template = OperationTemplate.parse(operation.urlTemplate());
    this.revision = revision;
  }

  List<Probe> all() {
    String prefix = operation.revision() > 0 ? withRevision() : operation.prefix();
    List<Probe> probes = new ArrayList<>();
    probes.add(probe(ProbeKind.PLAIN, target(prefix, path(PLAIN_VALUE), "")));
    probes.add(probe(ProbeKind.QUERY, target(prefix, path(PLAIN_VALUE), AWKWARD_QUERY)));
    if (!template.pathParameters().isEmpty()) {
      probes.add(probe(ProbeKind.ENCODED_PATH, target(prefix, path(ENCODED_VALUE), "")));
    }
    if (!path(PLAIN_VALUE).endsWith("/")) {
      probes.add(probe(ProbeKind.TRAILING_SLASH, target(prefix, path(PLAIN_VALUE) + "/", "")));
    }
    String other = otherCase(prefix);
    String otherPath = fill(otherCase(pathTemplate()), PLAIN_VALUE);
    if (!(other + otherPath).equals(prefix + path(PLAIN_VALUE))) {
      probes.add(probe(ProbeKind.OTHER_CASE, target(other, otherPath, "")));
    }
    if (operation.revision() == 0 && !operation.prefix().isEmpty()) {
      probes.add(probe(ProbeKind.REVISION, target(withRevision(), path(PLAIN_VALUE), "")));
    }
    if (!(operation.version() instanceof VersionScheme.None)
        && !(operation.version() instanceof VersionScheme.Segment)) {
      probes.add(
          new Probe(
              ProbeKind.NO_VERSION,
              TraceRequest.of(operation.method(), join(prefix + path(PLAIN_VALUE), ownQuery()))));
    }
    return probes;
  }

  private Probe probe(ProbeKind kind, String target) {
    TraceRequest request = TraceRequest.of(operation.method(), target);
    if (operation.version() instanceof VersionScheme.Header header) {
      request = request.withHeader(header.name(), header.value());
    }
    boolean carriesBody =
        operation.method().equals("POST")
            || operation.method().equals("PUT")
            || operation.method().equals("PATCH");
    if (carriesBody) {
      request = request.withHeader("Content-Type", "application/json").withBody(BODY);
    }
    return new Probe(kind, request);
  }

  private String target(String prefix, String path, String query) {
    String all = ownQuery();
    if (operation.version() instanceof VersionScheme.Query version) {
      all = and(all, version.name() + "=" + version.value());
    }
    return join(prefix + path, and(all, query));
  }

  /** What the operation's template asks for. */
  private String ownQuery() {
    String query = "";
    for (OperationTemplate.QueryParameter parameter : template.queryParameters()) {
      query = and(query, parameter.name() + "=" + parameter.literal().orElse("v1"));
    }
    return query;
  }

  private String withRevision() {
    return operation.prefix() + ";rev=" + revision;
  }

  private String path(String value) {
    return fill(pathTemplate(), value);
  }

  private String pathTemplate() {
    String text = operation.urlTemplate();
    int question = text.indexOf('?');
    return question < 0 ? text : text.substring(0, question);
  }

  private static String fill(String template, String value) {
    return PARAMETER.matcher(template).replaceAll(Matcher.quoteReplacement(value));
  }

  /** Letters of literals with their case turned; parameters stay. */
  private static String otherCase(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      boolean upper = c >= 'A' && c <= 'Z';
      boolean lower = c >= 'a' && c <= 'z';
      out.append(depth == 0 && (upper || lower) ? (char) (c ^ 0x20) : c);
    }
    return out.toString();
  }

  private static String and(String left, String right) {
    return left.isEmpty() ? right : right.isEmpty() ? left : left + "&" + right;
  }

  private static String join(String path, String query) {
    String absolute = path.isEmpty() ? "/" : path;
    return query.isEmpty() ? absolute : absolute + "?" + query;
  }
}
