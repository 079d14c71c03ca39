/**
 * HTTP/1.1 as a gateway needs it, on Netty's event loops: a loopback server that refuses every
 * ambiguous request, and an upstream client whose connection pools are an explicit model with a
 * limit and counters. Nothing here knows a policy. A client connection has one request in flight;
 * its whole exchange, the upstream connection included, lives on one event loop, so that no state
 * needs a lock and no byte changes threads. Request targets and header values are bytes, kept as
 * ISO-8859-1 strings.
 */
@NullMarked
package dev.fanout.gateway.http;

import org.jspecify.annotations.NullMarked;
