/**
 * Liquid templates as DotLiquid renders them under C# names ({@code Upcase}, {@code forloop.last}).
 * An engine of our own and small: what Java's libraries offer differs from DotLiquid in nearly
 * every filter, in the text of values and in what is an error, and none of them counts steps. A
 * template is parsed once and is immutable; what it sees are plain values and {@link
 * dev.fanout.policies.liquid.Members}.
 */
@NullMarked
package dev.fanout.policies.liquid;

import org.jspecify.annotations.NullMarked;
