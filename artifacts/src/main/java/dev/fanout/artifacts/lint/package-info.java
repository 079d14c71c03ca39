/**
 * {@link dev.fanout.artifacts.lint.Linter} lints files, folders and whole estates: what documents
 * say of themselves (room {@code policies}) and what only an estate can say, since scopes,
 * fragments and Backend entities must be seen together. The report can be written as text, JSON and
 * SARIF.
 */
@NullMarked
package dev.fanout.artifacts.lint;

import org.jspecify.annotations.NullMarked;
