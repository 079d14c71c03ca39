package dev.fanout.catalog;

import dev.fanout.diagnostics.SourceSpan;
import java.util.Objects;

/**
 * An operation as an OpenAPI document has it.
 *
 * @param id the document's {@code operationId} in the form that APIM gives it (letters, digits,
 *     {@code -} and {@code _}), or made from method and path
 * @param method upper case
 * @param urlTemplate path, and required query parameters as {@code ?name={name}}; not yet checked
 * @param span of the method's key
 */
public record OpenApiOperation(String id, String method, String urlTemplate, SourceSpan span) {
  public OpenApiOperation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(urlTemplate, "urlTemplate");
    Objects.requireNonNull(span, "span");
  }
}
