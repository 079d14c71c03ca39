/**
 * Rules for one policy document. {@link dev.fanout.policies.lint.DocumentLinter} adds to the issues
 * of reading what {@code rules} find and what the expression compiler says. Each rule is one class
 * with its own description: code, severity, explanation, a failing and a passing example.
 */
@NullMarked
package dev.fanout.policies.lint;

import org.jspecify.annotations.NullMarked;
