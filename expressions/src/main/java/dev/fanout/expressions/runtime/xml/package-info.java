/**
 * {@code System.Xml.Linq}: a tree that is built, searched, changed and written as .NET does it.
 * Nodes stand in rings as .NET's do, so that a tree may change while it is enumerated with the same
 * outcome. Text is read without document types and without entities beyond the five of XML, to a
 * bounded depth.
 */
@NullMarked
package dev.fanout.expressions.runtime.xml;

import org.jspecify.annotations.NullMarked;
