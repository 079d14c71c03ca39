package dev.fanout.artifacts.explain;

/** A line, or a fragment that is opened where it is included. */
public sealed interface ExplainedItem permits ExplainedLine, ExplainedInclude {}
