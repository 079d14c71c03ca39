package dev.fanout.artifacts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A Backend entity.
 *
 * @param file relative to the estate
 * @param url empty for a pool
 * @param validateCertificateChain true unless the entity says otherwise
 * @param validateCertificateName true unless the entity says otherwise
 * @param pool members of a pool, empty for a single backend
 * @param other names of settings that change what the gateway does and that are not read: {@code
 *     circuitBreaker}, {@code proxy}, {@code serviceFabricCluster}
 */
public record BackendArtifact(
    String id,
    String file,
    Optional<BaseUrl> url,
    boolean validateCertificateChain,
    boolean validateCertificateName,
    EntityCredentials credentials,
    List<PoolMember> pool,
    List<String> other) {
  public BackendArtifact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(credentials, "credentials");
    pool = List.copyOf(pool);
    other = List.copyOf(other);
    if (url.isPresent() == !pool.isEmpty()) {
      throw new IllegalArgumentException("backend '" + id + "' needs either a URL or pool members");
    }
  }

  /**
   * A member of a pool.
   *
   * @param id of another Backend entity
   * @param priority lower goes first
   * @param weight 0..100
   */
  public record PoolMember(String id, int priority, int weight) {}
}
