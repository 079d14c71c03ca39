/**
 * What a run wrote down: {@code run.json}, from the plan that was drawn before the first trial to
 * the reason why the run ended. Records only, no judgement: a run can be judged again years later
 * from this file alone.
 *
 * <pre>
 *   Run ─ Manifest, Scope, RunPlan (rows, looks, stages, slots), variants, evidence
 *     └─ Replicate (one per slot and attempt) ─ SteadyState, Trial
 * </pre>
 *
 * {@link dev.fanout.measurements.run.RunFile} writes it whole and atomically after every change, so
 * that a killed process leaves a file that {@link dev.fanout.measurements.run.RunReader} can read.
 */
@NullMarked
package dev.fanout.measurements.run;

import org.jspecify.annotations.NullMarked;
