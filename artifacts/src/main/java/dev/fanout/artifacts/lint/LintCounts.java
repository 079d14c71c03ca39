package dev.fanout.artifacts.lint;

/**
 * What was looked at.
 *
 * @param documents policy documents; files with the same text count each
 * @param unreadable documents of them that are no XML, expressions aside, or have no policy root
 * @param otherFiles XML files that are no policy documents
 * @param expressions of documents with distinct texts
 * @param broken expressions that do not compile
 * @param unchecked expressions that fanout cannot judge
 */
public record LintCounts(
    int documents, int unreadable, int otherFiles, int expressions, int broken, int unchecked) {}
