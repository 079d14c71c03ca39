/**
 * The C# of policy expressions on the JVM: {@link dev.fanout.expressions.ExpressionCompiler} takes
 * {@code @(…)} or {@code @{…}} and gives back code or the mistakes in it. Four packages do the
 * work, in this order: {@code syntax} (tokens, trees), {@code binding} (static C# types), {@code
 * codegen} (hidden classes), {@code runtime} (what the code calls). Nothing here knows of HTTP or
 * of API Management; a host declares its own types with {@link dev.fanout.expressions.HostTypes}.
 */
@NullMarked
package dev.fanout.expressions;

import org.jspecify.annotations.NullMarked;
