/**
 * One final class a rule, listed in {@link dev.fanout.policies.lint.rules.DocumentRuleBook}. A rule
 * looks at one document and says only what holds whatever stands in other documents.
 */
@NullMarked
package dev.fanout.policies.lint.rules;

import org.jspecify.annotations.NullMarked;
