/** Work in progress. */
@NullMarked
package dev.fanout.report;

import org.jspecify.annotations.NullMarked;
