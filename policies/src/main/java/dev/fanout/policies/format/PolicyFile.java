package dev.fanout.policies.format;

import java.nio.file.Path;

/**
 * A file to format.
 *
 * @param path as the user wrote it, or that with the path in the folder behind it
 * @param isNamed true if the user named the file itself; then it has to be a policy document
 */
public record PolicyFile(Path path, boolean isNamed) {}
