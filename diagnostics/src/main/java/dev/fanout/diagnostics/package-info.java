/**
 * What is wrong with an input, and where. Mistakes of users are data: every reader returns a list
 * of {@link dev.fanout.diagnostics.Issue}s in order of position, and {@link
 * dev.fanout.diagnostics.IssueRenderer} prints each with its source line and a caret.
 */
@NullMarked
package dev.fanout.diagnostics;

import org.jspecify.annotations.NullMarked;
