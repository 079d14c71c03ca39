package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;

/**
 * Markup that carries no policy: the byte order mark, the XML declaration, and what a policy
 * document must not have (processing instructions, a DOCTYPE, end tags without a start, the rest of
 * a document that is too deep). All but the first two come with an issue.
 */
public record MarkupNode(SourceSpan span) implements PolicyNode {}
