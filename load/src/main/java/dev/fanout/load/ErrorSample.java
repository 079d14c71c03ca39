package dev.fanout.load;

/**
 * One of the first failures of its kind, for the reader of a report.
 *
 * @param detail what was seen, cut to a line of at most 300 characters
 */
public record ErrorSample(ErrorKind kind, String apiId, String target, String detail) {}
