package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;

/** The smallest piece of a document; tokens follow each other without a gap and are never empty. */
public record PolicyToken(TokenKind kind, SourceSpan span) {}
