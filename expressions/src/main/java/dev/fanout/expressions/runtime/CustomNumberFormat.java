package dev.fanout.expressions.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Custom numeric formats such as {@code #,##0.00}: sections, digits, groups, scaling, literals. */
final class CustomNumberFormat {
  private CustomNumberFormat() {}

  static String format(BigDecimal number, boolean negativeZero, String format) {
    List<String> sections = sections(format);
    int index = 0;
    if (sections.size() > 1 && number.signum() < 0 && !sections.get(1).isEmpty()) {
      index = 1;
    } else if (sections.size() > 2 && number.signum() == 0) {
      index = 2;
    }
    String section = sections.get(index);
    Layout layout = new Layout(section);
    BigDecimal scaled = layout.scale(number.abs());
    if (sections.size() > 2
        && index != 2
        && scaled.setScale(layout.decimals, RoundingMode.HALF_UP).signum() == 0) {
      layout = new Layout(sections.get(2));
      scaled = layout.scale(number.abs());
      index = 2;
    }
    boolean sign =
        (number.signum() < 0 || negativeZero)
            && index == 0
            && (layout.scientific
                || scaled.setScale(layout.decimals, RoundingMode.HALF_UP).signum() != 0);
    return (sign ? "-" : "") + layout.write(scaled);
  }

  private static List<String> sections(String format) {
    List<String> sections = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\\') {
        i++;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ';') {
        sections.add(format.substring(start, i));
        start = i + 1;
      }
    }
    sections.add(format.substring(start));
    return sections;
  }

  /** One section, read once to learn its digits and once to write. */
  private static final class Layout {
    private final String section;
    private int firstZero = -1;
    private int lastZero = -1;
    private int whole;
    private int decimals;
    private boolean groups;
    private boolean scientific;
    private int factor;

    Layout(String section) {
      this.section = section;
      int digits = 0;
      int point = -1;
      int commas = 0;
      boolean pendingComma = false;
      for (int i = 0; i < section.length(); i++) {
        char c = section.charAt(i);
        switch (c) {
          case '0', '#' -> {
            if (pendingComma && point < 0) {
              groups = true;
            }
            pendingComma = false;
            commas = 0;
            if (c == '0') {
              firstZero = firstZero < 0 ? digits : firstZero;
              lastZero = digits;
            }
            digits++;
          }
          case '.' -> {
            if (point < 0) {
              point = digits;
              factor -= 3 * commas;
              commas = 0;
              pendingComma = false;
            }
          }
          case ',' -> {
            if (digits > 0 && point < 0) {
              commas++;
              pendingComma = true;
            }
          }
          case '%' -> factor += 2;
          case '\u2030' -> factor += 3;
          case '\\' -> i++;
          case '\'', '"' -> {
            int end = section.indexOf(c, i + 1);
            i = end < 0 ? section.length() : end;
          }
          case 'E', 'e' -> {
            int length = isExponent(i);
            scientific |= length > 0;
            i += Math.max(0, length - 1);
          }
          default -> {}
        }
      }
      if (point < 0) {
        factor -= 3 * commas;
        point = digits;
      }
      whole = point;
      decimals = digits - point;
    }

    /** How long the exponent that stands here is; 0 if it is a letter only. */
    private int isExponent(int at) {
      int next = at + 1;
      if (next < section.length() && (section.charAt(next) == '+' || section.charAt(next) == '-')) {
        next++;
      }
      int zeros = next;
      while (zeros < section.length() && section.charAt(zeros) == '0') {
        zeros++;
      }
      return zeros > next ? zeros - at : 0;
    }

    BigDecimal scale(BigDecimal absolute) {
      return absolute.scaleByPowerOfTen(factor);
    }

    String write(BigDecimal absolute) {
      int exponent = 0;
      BigDecimal value = absolute;
      if (scientific && value.signum() != 0) {
        exponent = value.precision() - value.scale() - Math.max(1, whole);
        value = value.scaleByPowerOfTen(-exponent);
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.precision() - rounded.scale() > Math.max(1, whole)) {
          exponent++;
          value = value.scaleByPowerOfTen(-1);
        }
      }
      String fixed = value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
      int dot = fixed.indexOf('.');
      String wholeDigits = dot < 0 ? fixed : fixed.substring(0, dot);
      String fraction = dot < 0 ? "" : fixed.substring(dot + 1);
      if (wholeDigits.equals("0")) {
        wholeDigits = "";
      }
      int leastWhole = firstZero >= 0 && firstZero < whole ? whole - firstZero : 0;
      wholeDigits = "0".repeat(Math.max(0, leastWhole - wholeDigits.length())) + wholeDigits;
      int leastFraction = lastZero >= whole ? lastZero - whole + 1 : 0;
      int kept = fraction.length();
      while (kept > leastFraction && fraction.charAt(kept - 1) == '0') {
        kept--;
      }
      return write(wholeDigits, fraction.substring(0, kept), exponent);
    }

    private String write(String wholeDigits, String fraction, int exponent) {
      StringBuilder out = new StringBuilder();
      int position = 0;
      int written = 0;
      boolean pointWritten = false;
      for (int i = 0; i < section.length(); i++) {
        char c = section.charAt(i);
        switch (c) {
          case '0', '#' -> {
            if (position < whole) {
              int due = wholeDigits.length() - (whole - position - 1);
              while (written < due) {
                appendWhole(out, wholeDigits, written++);
              }
            } else if (position - whole < fraction.length()) {
              if (!pointWritten) {
                out.append('.');
                pointWritten = true;
              }
              out.append(fraction.charAt(position - whole));
            }
            position++;
          }
          case '.' -> {
            while (written < wholeDigits.length()) {
              appendWhole(out, wholeDigits, written++);
            }
          }
          case ',' -> {}
          case '\\' -> {
            i++;
            if (i < section.length()) {
              out.append(section.charAt(i));
            }
          }
          case '\'', '"' -> {
            int end = section.indexOf(c, i + 1);
            end = end < 0 ? section.length() : end;
            out.append(section, i + 1, end);
            i = end;
          }
          case 'E', 'e' -> {
            int length = isExponent(i);
            if (length == 0) {
              out.append(c);
            } else {
              appendExponent(out, section.substring(i, i + length), exponent);
              i += length - 1;
            }
          }
          default -> out.append(c);
        }
      }
      return out.toString();
    }

    private void appendWhole(StringBuilder out, String digits, int index) {
      out.append(digits.charAt(index));
      int rest = digits.length() - index - 1;
      if (groups && rest > 0 && rest % 3 == 0) {
        out.append(',');
      }
    }

    private static void appendExponent(StringBuilder out, String spec, int exponent) {
      int zeros = (int) spec.chars().filter(c -> c == '0').count();
      out.append(spec.charAt(0));
      if (exponent < 0) {
        out.append('-');
      } else if (spec.indexOf('+') > 0) {
        out.append('+');
      }
      String power = Integer.toString(Math.abs(exponent));
      out.append("0".repeat(Math.max(0, zeros - power.length()))).append(power);
    }
  }
}
