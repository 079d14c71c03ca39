package dev.fanout.load.run;

import java.time.Instant;

/**
 * @param number of the trial, from 1
 * @param trials of the run
 */
public record TrialStart(int number, int trials, LoadTarget target, LoadStage stage, Instant at) {}
