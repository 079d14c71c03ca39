/**
 * Results of other engines, as summaries of the same form: {@link
 * dev.fanout.load.imports.JtlReader} reads what JMeter and Azure Load Testing write.
 */
@NullMarked
package dev.fanout.load.imports;

import org.jspecify.annotations.NullMarked;
