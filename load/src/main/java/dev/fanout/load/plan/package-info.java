/**
 * What to send, as people write it: {@code plan.yaml}, the options of a command line, or all
 * operations of a catalog. {@link dev.fanout.load.plan.LoadPlanReader} reports every mistake of a
 * file with its line;
 */
@NullMarked
package dev.fanout.load.plan;

import org.jspecify.annotations.NullMarked;
