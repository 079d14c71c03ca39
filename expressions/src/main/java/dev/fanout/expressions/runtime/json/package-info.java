/**
 * Newtonsoft.Json 13 as policy expressions see it: tokens with their parents and siblings, a
 * lenient reader with its messages, a writer, JSONPath, and the conversions between tokens, .NET
 * values and text. Facts are those of Newtonsoft.Json 13.0.4 on .NET 10; types and members stand in
 * newtonsoft.types.
 */
@NullMarked
package dev.fanout.expressions.runtime.json;

import org.jspecify.annotations.NullMarked;
