/**
 * A measurement while it goes on. {@link dev.fanout.report.live.LiveEvents} is the stream of
 * events, which whoever measures sends and any view takes; {@link
 * dev.fanout.report.live.TerminalView} repaints a few lines in place, {@link
 * dev.fanout.report.live.PlainView} writes lines for files and pipes.
 */
@NullMarked
package dev.fanout.report.live;

import org.jspecify.annotations.NullMarked;
