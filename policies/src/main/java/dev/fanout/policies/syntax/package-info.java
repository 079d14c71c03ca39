/**
 * The lossless syntax tree of policy documents. Every character belongs to a token with an offset,
 * {@link dev.fanout.policies.syntax.PolicyTree#text()} gives the input back, and an edit changes
 * the fewest characters. C# expressions may stand unescaped in attribute values and text ({@code
 * rawxml}), or escaped ({@code xml}). Nothing is ever fetched or expanded: no DTD, no entities but
 * the five of XML.
 */
@NullMarked
package dev.fanout.policies.syntax;

import org.jspecify.annotations.NullMarked;
