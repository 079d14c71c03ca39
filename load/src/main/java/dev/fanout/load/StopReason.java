package dev.fanout.load;

/**
 * A trial that ended before its time.
 *
 * @param kind what the last failures were
 * @param message one sentence that names the target and what it did
 */
public record StopReason(ErrorKind kind, String message) {}
