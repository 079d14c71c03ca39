/**
 * The request log: one JSON line for each request with the columns of ApiManagementGatewayLogs, so
 * that queries written for that table have the same shape here, and nanosecond timings beside its
 * milliseconds. Lines are written off the event loops; a full queue drops lines and counts them.
 */
@NullMarked
package dev.fanout.gateway.log;

import org.jspecify.annotations.NullMarked;
