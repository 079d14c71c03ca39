/** Work in progress. */
@NullMarked
package dev.fanout.catalog;

import org.jspecify.annotations.NullMarked;
