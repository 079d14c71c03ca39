/**
 * A load by itself: stages and targets one after another, its events, and its files.
 *
 * <p>{@link dev.fanout.load.run.LoadRun} plays a {@link dev.fanout.load.run.LoadPlan}; each stage
 * against each target is one trial. A {@link dev.fanout.load.run.LoadListener} hears each second
 * what happened, the same goes to files that a killed process leaves readable, and a {@link
 * dev.fanout.load.run.SelfCheck} says whether the generator itself was the limit.
 */
@NullMarked
package dev.fanout.load.run;

import org.jspecify.annotations.NullMarked;
