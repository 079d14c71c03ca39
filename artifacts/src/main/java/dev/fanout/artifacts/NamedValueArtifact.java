package dev.fanout.artifacts;

import java.util.Objects;
import java.util.Optional;

/**
 * A named value. {@link #toString} never has the value.
 *
 * @param name what policies write between <code>{{</code> and <code>}}</code>
 * @param value empty when the file does not have it: secrets in an extract, Key Vault references
 */
public record NamedValueArtifact(String name, Optional<String> value, boolean secret) {
  public NamedValueArtifact {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return name + (secret ? " (secret)" : "") + (value.isPresent() ? "" : " (no value)");
  }
}
