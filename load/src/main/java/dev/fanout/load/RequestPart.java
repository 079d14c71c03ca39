package dev.fanout.load;

import io.netty.buffer.ByteBuf;

/** A piece of a request: bytes that are always the same, or a hole. Writing allocates nothing. */
sealed interface RequestPart {

  /** How a value is written where its hole is. */
  enum Place {
    /** Percent-encoded but for RFC 3986's unreserved characters. */
    TARGET,
    /** As it stands; visible ASCII. */
    HEADER,
    /** As it stands, in UTF-8. */
    BODY
  }

  /**
   * @param rows the drawn row of each table
   */
  void writeTo(ByteBuf out, int id, int[] rows);

  /** In bytes, for these draws. */
  int length(int id, int[] rows);

  /** In bytes, for any draws. */
  int most();

  /** Bytes of the template itself. */
  record Literal(byte[] bytes) implements RequestPart {
    @Override
    public void writeTo(ByteBuf out, int id, int[] rows) {
      out.writeBytes(bytes);
    }

    @Override
    public int length(int id, int[] rows) {
      return bytes.length;
    }

    @Override
    public int most() {
      return bytes.length;
    }
  }

  /** The drawn number. */
  record Number() implements RequestPart {
    @Override
    public void writeTo(ByteBuf out, int id, int[] rows) {
      writeDecimal(out, id);
    }

    @Override
    public int length(int id, int[] rows) {
      return digits(id);
    }

    @Override
    public int most() {
      return digits(Integer.MAX_VALUE);
    }
  }

  /**
   * A column of a table.
   *
   * @param values by row, as they are written
   */
  record Column(int table, byte[][] values) implements RequestPart {
    @Override
    public void writeTo(ByteBuf out, int id, int[] rows) {
      out.writeBytes(values[rows[table]]);
    }

    @Override
    public int length(int id, int[] rows) {
      return values[rows[table]].length;
    }

    @Override
    public int most() {
      int most = 0;
      for (byte[] value : values) {
        most = Math.max(most, value.length);
      }
      return most;
    }
  }

  /** The decimal number of bytes that a body of these parts has. */
  record LengthOf(RequestPart[] body) implements RequestPart {
    @Override
    public void writeTo(ByteBuf out, int id, int[] rows) {
      writeDecimal(out, sum(id, rows));
    }

    @Override
    public int length(int id, int[] rows) {
      return digits(sum(id, rows));
    }

    @Override
    public int most() {
      return digits(Integer.MAX_VALUE);
    }

    private int sum(int id, int[] rows) {
      int sum = 0;
      for (RequestPart part : body) {
        sum += part.length(id, rows);
      }
      return sum;
    }
  }

  private static int digits(int value) {
    int digits = 1;
    for (int rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private static void writeDecimal(ByteBuf out, int value) {
    int divisor = 1;
    while (value / divisor >= 10) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      out.writeByte('0' + value / divisor % 10);
    }
  }
}
