/**
 * The {@code context} of policy expressions: one small interface for each object of the tree on
 * Microsoft's page "API Management policy expressions" (section "Context variable"), which a
 * gateway implements with Java's own types, and the table that shows them to C#. Null means C#'s
 * null.
 */
@NullMarked
package dev.fanout.policies.context;

import org.jspecify.annotations.NullMarked;
