package dev.fanout.artifacts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a Backend entity adds to requests that choose it by its id. Values are secret or name a
 * secret: {@link #toString} has only names.
 *
 * @param headers name to values
 * @param query name to values
 * @param authorization the whole {@code Authorization} value, null without one
 * @param certificates ids or thumbprints of client certificates
 */
public record EntityCredentials(
    Map<String, List<String>> headers,
    Map<String, List<String>> query,
    @Nullable String authorization,
    List<String> certificates) {
  public static final EntityCredentials NONE =
      new EntityCredentials(Map.of(), Map.of(), null, List.of());

  public EntityCredentials {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    query = Collections.unmodifiableMap(new TreeMap<>(query));
    certificates = List.copyOf(Objects.requireNonNull(certificates, "certificates"));
  }

  public boolean isEmpty() {
    return headers.isEmpty() && query.isEmpty() && authorization == null && certificates.isEmpty();
  }

  @Override
  public String toString() {
    return "headers "
        + headers.keySet()
        + ", query "
        + query.keySet()
        + (authorization == null ? "" : ", authorization")
        + (certificates.isEmpty() ? "" : ", certificates " + certificates.size());
  }
}
