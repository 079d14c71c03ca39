/**
 * Summaries of other people's k6 runs, judged again: what they can show, and what they cannot.
 *
 * <pre>
 *   a.json, b.json ─ K6SummaryReader ─► K6Summary × 2 ─ K6Judge ─► K6Judgement
 * </pre>
 *
 * Two summaries are one pair of runs, so there is never a verdict in them; what their own
 * thresholds say, and what their figures repeat or leave out, is arithmetic.
 */
@NullMarked
package dev.fanout.verdict.k6;

import org.jspecify.annotations.NullMarked;
