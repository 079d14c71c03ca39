/**
 * A load as a plan for another engine: JMeter (and with it Azure Load Testing) and k6. Each export
 * gives files as texts; what an engine cannot do is an issue, what it does differently a note.
 */
@NullMarked
package dev.fanout.load.export;

import org.jspecify.annotations.NullMarked;
