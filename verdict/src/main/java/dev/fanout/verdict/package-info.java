/**
 * From the records of a run to a verdict with a known error rate.
 *
 * <pre>
 *   Run ─ PairedValues ─► RowSeries (one d per replicate and row)
 *                            └─ DecisionProcedure (looks, boundaries) ─► decision ─┐
 *   Run ─ audits (was the experiment sound?) ──────────────────────────────────────┴► Verdict
 * </pre>
 *
 * n counts replicates, never requests. Reads records only, so that any old run can be judged again.
 */
@NullMarked
package dev.fanout.verdict;

import org.jspecify.annotations.NullMarked;
