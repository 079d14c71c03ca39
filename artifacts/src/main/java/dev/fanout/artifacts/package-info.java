/**
 * An estate as files: the folder layout of APIOps, read and written, with scopes and fragments
 * expanded to effective policies; the generator that builds an estate for each topology; and the
 * composition of upstream URLs as pure functions.
 */
@NullMarked
package dev.fanout.artifacts;

import org.jspecify.annotations.NullMarked;
