package dev.fanout.policies.model;

/**
 * An element that may stand inside another one.
 *
 * @param many false if only the first counts
 */
public record ChildDefinition(ElementDefinition element, boolean required, boolean many) {}
