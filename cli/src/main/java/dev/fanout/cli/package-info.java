/**
 * The {@code fanout} command: one class a subcommand, and nothing that a library user would miss.
 * Exit codes are in {@link dev.fanout.cli.ExitCode}; mistakes in an input are printed with their
 * line, bugs leave a file and one sentence.
 */
@NullMarked
package dev.fanout.cli;

import org.jspecify.annotations.NullMarked;
