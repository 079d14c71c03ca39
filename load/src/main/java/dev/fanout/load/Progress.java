package dev.fanout.load;

/**
 * How far a running trial is, for a live view.
 *
 * @param answered requests answered or failed since the settling began
 */
public record Progress(long answered) {}
