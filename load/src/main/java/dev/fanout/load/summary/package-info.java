/**
 * What a load measured, whoever sent it: our own engine or one whose results were imported. {@link
 * dev.fanout.load.summary.LoadSummary} is the content; one class for each form decides how it
 * looks. Nothing here judges.
 */
@NullMarked
package dev.fanout.load.summary;

import org.jspecify.annotations.NullMarked;
