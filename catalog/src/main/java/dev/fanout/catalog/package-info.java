/**
 * The question as plain records: APIs with their operations, the upstream behind them, the
 * topologies to compare. A catalog comes from {@code fanout.yaml} (every mistake is reported with
 * its place) or, without a file, from {@link dev.fanout.catalog.Catalogs#published}. Nothing here
 * knows of policies, files of a gateway, or load.
 */
@NullMarked
package dev.fanout.catalog;

import org.jspecify.annotations.NullMarked;
