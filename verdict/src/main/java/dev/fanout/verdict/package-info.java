/** Work in progress. */
@NullMarked
package dev.fanout.verdict;

import org.jspecify.annotations.NullMarked;
