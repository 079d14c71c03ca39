/**
 * Child processes of a run: how a JVM is started beside ours, on which cores, and how it is told to
 * end. A child owns nothing that outlives us: its standard input is a pipe that we hold open, and
 * it exits when that pipe ends, however we ended.
 */
@NullMarked
package dev.fanout.experiment.process;

import org.jspecify.annotations.NullMarked;
