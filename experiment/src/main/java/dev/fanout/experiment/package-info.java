/**
 * Everything of {@code fanout bench}: generates the artifacts, starts the processes, finds the
 * capacity, warms up, runs the trials in the drawn order, gathers what the audits need, and writes
 * the run folder. It measures and records; what the record means is for {@code verdict} alone.
 */
@NullMarked
package dev.fanout.experiment;

import org.jspecify.annotations.NullMarked;
