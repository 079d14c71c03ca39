/** Work in progress. */
@NullMarked
package dev.fanout.gateway;

import org.jspecify.annotations.NullMarked;
