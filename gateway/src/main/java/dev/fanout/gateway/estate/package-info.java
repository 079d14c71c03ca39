/**
 * An artifact folder made ready to serve: a router whose routes carry programs, compiled once; and
 * the dispatcher that begins an exchange for each request.
 */
@NullMarked
package dev.fanout.gateway.estate;

import org.jspecify.annotations.NullMarked;
