/**
 * .NET's collections: lists, dictionaries, sets, queues and stacks that keep .NET's order of
 * enumeration, its exceptions and its texts. Items are C# objects; a collection knows the names of
 * its type arguments. Collections hold no more than {@code Arrays.checkedSize} allows.
 */
@NullMarked
package dev.fanout.expressions.runtime.collections;

import org.jspecify.annotations.NullMarked;
