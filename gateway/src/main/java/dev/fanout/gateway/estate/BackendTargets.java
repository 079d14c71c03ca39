package dev.fanout.gateway.estate;

import dev.fanout.artifacts.BackendArtifact;
import dev.fanout.artifacts.EntityCredentials;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.gateway.http.TlsVerification;
import dev.fanout.gateway.http.UpstreamAuthority;
import dev.fanout.gateway.pipeline.BackendCredentials;
import dev.fanout.gateway.pipeline.BackendTarget;
import dev.fanout.gateway.policy.NamedValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns Backend entities into targets, and says what of them this gateway does not do. */
final class BackendTargets {
  private BackendTargets() {}

  /** By id in any case; pools are left out, so that choosing one is an error. */
  static Map<String, BackendTarget> of(
      Iterable<BackendArtifact> backends, NamedValues namedValues, Findings findings) {
    Map<String, BackendTarget> targets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<UpstreamAuthority, UpstreamAuthority> authorities = new HashMap<>();
    for (BackendArtifact backend : backends) {
      backend
          .url()
          .ifPresent(
              base ->
                  targets.put(
                      backend.id(),
                      new BackendTarget(
                          backend.id(),
                          base,
                          authorities.computeIfAbsent(
                              new UpstreamAuthority(
                                  base.scheme(), base.host(), base.port(), verification(backend)),
                              authority -> authority),
                          credentials(backend.credentials(), namedValues))));
      if (!backend.credentials().certificates().isEmpty()) {
        note(findings, backend, "client certificates are not sent to the backend");
      }
      for (String setting : backend.other()) {
        note(findings, backend, "its '" + setting + "' has no effect here");
      }
    }
    return targets;
  }

  private static void note(Findings findings, BackendArtifact backend, String message) {
    findings.note(
        new Issue(
            "GATEWAY_BACKEND_SETTING_IGNORED",
            Severity.WARNING,
            Optional.empty(),
            "Backend entity '" + backend.id() + "' (" + backend.file() + "): " + message,
            Optional.empty()));
  }

  private static TlsVerification verification(BackendArtifact backend) {
    if (!backend.validateCertificateChain()) {
      return TlsVerification.NONE;
    }
    return backend.validateCertificateName() ? TlsVerification.FULL : TlsVerification.CHAIN_ONLY;
  }

  private static BackendCredentials credentials(EntityCredentials entity, NamedValues namedValues) {
    if (entity.headers().isEmpty() && entity.query().isEmpty() && entity.authorization() == null) {
      return BackendCredentials.NONE;
    }
    Map<String, List<String>> headers = known(entity.headers(), namedValues);
    if (entity.authorization() != null) {
      headers.put("Authorization", List.of(namedValues.substituteKnown(entity.authorization())));
    }
    return new BackendCredentials(headers, known(entity.query(), namedValues));
  }

  private static Map<String, List<String>> known(
      Map<String, List<String>> credentials, NamedValues namedValues) {
    Map<String, List<String>> known = new TreeMap<>();
    credentials.forEach(
        (name, values) ->
            known.put(name, values.stream().map(namedValues::substituteKnown).toList()));
    return known;
  }
}
