/**
 * The effective policy of an API or operation, with the file and line that each piece comes from:
 * scopes and fragments expanded, named values put in (secrets masked), what a missing {@code
 * <base/>} cuts off said plainly, and the upstream URL where it is known without a request. One
 * class computes, one class each renders text, HTML and JSON.
 */
@NullMarked
package dev.fanout.artifacts.explain;

import org.jspecify.annotations.NullMarked;
