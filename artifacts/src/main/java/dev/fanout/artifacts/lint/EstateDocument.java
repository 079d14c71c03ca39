package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.PolicyArtifact;
import dev.fanout.policies.model.Scope;
import java.util.Optional;

/**
 * A policy document of an estate.
 *
 * @param scope empty for a fragment
 * @param owner what it belongs to, for messages: {@code API 'orders'}
 */
record EstateDocument(PolicyArtifact artifact, Optional<Scope> scope, String owner) {}
