/**
 * The load runner: one trial is one target, one load model, one mix of requests, for one window.
 *
 * <p>{@link dev.fanout.load.LoadRunner} plays a {@link dev.fanout.load.TrialPlan} on event loops of
 * its own and answers with a {@link dev.fanout.load.TrialResult}; whoever wants each second or each
 * request gives it a {@link dev.fanout.load.TrialRecording}. In the open model a request's response
 * time starts at its <em>intended</em> start, so that a server's stall is seen by every request
 * that arrived meanwhile; its service time starts when it was really sent. The two are never mixed
 * in one histogram. What could not be sent, came late, failed or was out of range has a counter.
 */
@NullMarked
package dev.fanout.load;

import org.jspecify.annotations.NullMarked;
