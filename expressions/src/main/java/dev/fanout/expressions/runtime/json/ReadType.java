package dev.fanout.expressions.runtime.json;

/** Which type the caller will make of the next value: numbers and strings are read for it. */
enum ReadType {
  ANY,
  INT32,
  INT64,
  BYTES,
  STRING,
  DECIMAL,
  DATE_TIME,
  DATE_TIME_OFFSET,
  DOUBLE,
  BOOLEAN
}
