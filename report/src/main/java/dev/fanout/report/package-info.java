/**
 * Shows a verdict to people and to programs. {@link dev.fanout.report.ReportContent} decides what
 * is said, in one place; one class for each form decides how it looks. Nothing here judges.
 *
 * <p>Names in a report come from users' files: each form escapes every text it prints.
 */
@NullMarked
package dev.fanout.report;

import org.jspecify.annotations.NullMarked;
