package dev.fanout.catalog;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads paths, methods and parameters of an OpenAPI 3 or Swagger 2 document (JSON if its name ends
 * in {@code .json}, else YAML), and nothing else of it. As in APIM's import, required query
 * parameters become parameters of the URL template, and {@code x-ms-paths} is read like {@code
 * paths}.
 */
public final class OpenApiReader {
  public static final String BROKEN = "OPENAPI_SYNTAX";
  public static final String SHAPE = "OPENAPI_SHAPE";

  private static final int LONGEST = 16 << 20;
  private static final int MOST_REFERENCES = 8;
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final boolean queryParametersInTemplate;
  private final List<OpenApiOperation> operations = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private DataNode.@Nullable Mapping document;

  private OpenApiReader(boolean queryParametersInTemplate) {
    this.queryParametersInTemplate = queryParametersInTemplate;
  }

  /**
   * What a document has, in its order.
   *
   * @param issues when one is an error, the operations are those that could be read
   */
  public record Result(List<OpenApiOperation> operations, List<Issue> issues) {
    public Result {
      operations = List.copyOf(operations);
      issues = List.copyOf(issues);
    }
  }

  public static Result read(SourceText source) {
    return read(source, true);
  }

  /**
   * @param queryParametersInTemplate false for an API whose {@code
   *     translateRequiredQueryParameters} is {@code query}
   */
  public static Result read(SourceText source, boolean queryParametersInTemplate) {
    DataDocument parsed = DataDocument.parse(source, BROKEN, LONGEST);
    OpenApiReader reader = new OpenApiReader(queryParametersInTemplate);
    reader.issues.addAll(parsed.issues());
    if (parsed.root().isPresent()) {
      reader.readDocument(parsed.root().get());
    } else if (parsed.issues().isEmpty()) {
      reader.issues.add(Issue.error(SHAPE, source.span(0, 0), "the document is empty"));
    }
    return new Result(reader.operations, reader.issues);
  }

  private void readDocument(DataNode root) {
    if (!(root instanceof DataNode.Mapping mapping)
        || (mapping.get("openapi").isEmpty() && mapping.get("swagger").isEmpty())) {
      issues.add(
          Issue.error(SHAPE, start(root), "not an OpenAPI document: no 'openapi' key at the top"));
      return;
    }
    document = mapping;
    for (String key : List.of("paths", "x-ms-paths")) {
      mapping.get(key).ifPresent(this::readPaths);
    }
  }

  private void readPaths(DataNode paths) {
    if (isNull(paths)) {
      return;
    }
    if (!(paths instanceof DataNode.Mapping mapping)) {
      issues.add(Issue.error(SHAPE, start(paths), "the paths are not a mapping"));
      return;
    }
    for (DataNode.Entry entry : mapping.entries()) {
      if (entry.key().startsWith("x-") || isNull(entry.value())) {
        continue;
      }
      if (resolve(entry.value()) instanceof DataNode.Mapping item) {
        readItem(entry.key(), item);
      } else {
        issues.add(
            Issue.error(SHAPE, entry.keySpan(), "path '" + entry.key() + "' is not a mapping"));
      }
    }
  }

  private void readItem(String path, DataNode.Mapping item) {
    List<DataNode> shared = items(item.get("parameters"));
    for (DataNode.Entry entry : item.entries()) {
      if (!METHODS.contains(entry.key().toLowerCase(Locale.ROOT))) {
        continue;
      }
      String method = entry.key().toUpperCase(Locale.ROOT);
      Optional<DataNode> body = Optional.of(entry.value());
      Set<String> required = new LinkedHashSet<>();
      shared.forEach(parameter -> addRequired(parameter, required));
      items(member(body, "parameters")).forEach(parameter -> addRequired(parameter, required));
      String id =
          member(body, "operationId")
              .flatMap(OpenApiReader::text)
              .map(OpenApiReader::idOf)
              .filter(text -> !text.isEmpty())
              .orElseGet(() -> idOf(method.toLowerCase(Locale.ROOT) + "-" + path));
      operations.add(new OpenApiOperation(id, method, withQuery(path, required), entry.keySpan()));
    }
  }

  private void addRequired(DataNode parameter, Set<String> names) {
    if (!queryParametersInTemplate) {
      return;
    }
    Optional<DataNode> resolved = Optional.of(resolve(parameter));
    boolean inQuery =
        member(resolved, "in").flatMap(OpenApiReader::text).equals(Optional.of("query"));
    boolean required =
        member(resolved, "required")
            .filter(r -> r instanceof DataNode.Scalar scalar && scalar.text().equals("true"))
            .isPresent();
    if (inQuery && required) {
      member(resolved, "name").flatMap(OpenApiReader::text).ifPresent(names::add);
    }
  }

  private static String withQuery(String path, Set<String> required) {
    StringBuilder template = new StringBuilder(path.startsWith("/") ? path : "/" + path);
    for (String name : required) {
      boolean present = template.indexOf("{" + name + "}") >= 0;
      if (!present) {
        template
            .append(template.indexOf("?") < 0 ? '?' : '&')
            .append(name)
            .append("={")
            .append(name)
            .append('}');
      }
    }
    return template.toString();
  }

  /** Follows {@code $ref: '#/…'} inside the document; what leads nowhere stays as it is. */
  private DataNode resolve(DataNode node) {
    DataNode current = node;
    for (int i = 0; i < MOST_REFERENCES; i++) {
      Optional<String> reference =
          member(Optional.of(current), "$ref").flatMap(OpenApiReader::text);
      if (reference.isEmpty() || !reference.get().startsWith("#/")) {
        return current;
      }
      Optional<DataNode> target = Optional.ofNullable(document);
      for (String step : reference.get().substring(2).split("/", -1)) {
        target = member(target, step.replace("~1", "/").replace("~0", "~"));
      }
      if (target.isEmpty()) {
        issues.add(
            Issue.error(SHAPE, start(current), "'" + reference.get() + "' is not in the document"));
        return current;
      }
      current = target.get();
    }
    return current;
  }

  /** The id in the form that APIM's import gives it. */
  static String idOf(String operationId) {
    String plain =
        operationId
            .replaceAll("[^A-Za-z0-9_-]+", "-")
            .replaceAll("-{2,}", "-")
            .replaceAll("^[-_]+|-+$", "");
    return plain.length() > 80 ? plain.substring(0, 80) : plain;
  }

  private static Optional<DataNode> member(Optional<? extends DataNode> node, String key) {
    return node.isPresent() && node.get() instanceof DataNode.Mapping mapping
        ? mapping.get(key)
        : Optional.empty();
  }

  private static List<DataNode> items(Optional<DataNode> node) {
    return node.isPresent() && node.get() instanceof DataNode.Sequence sequence
        ? sequence.items()
        : List.of();
  }

  private static Optional<String> text(DataNode node) {
    return node instanceof DataNode.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private static boolean isNull(DataNode node) {
    return node instanceof DataNode.Scalar scalar
        && scalar.scalarKind() == DataNode.ScalarKind.NULL;
  }

  private static SourceSpan start(DataNode node) {
    SourceSpan span = node.span();
    return span.source().span(span.start(), Math.min(span.end(), span.start() + 1));
  }
}
