package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.ExpressionFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the text an XmlException happened; 0 where it does not say. */
public final class XmlPlaces {
  private static final Pattern PLACE = Pattern.compile(" Line (\\d{1,9}), position (\\d{1,9})\\.$");

  private XmlPlaces() {}

  public static int lineNumber(ExpressionFailure self) {
    return part(self, 1);
  }

  public static int linePosition(ExpressionFailure self) {
    return part(self, 2);
  }

  private static int part(ExpressionFailure failure, int group) {
    Matcher place = PLACE.matcher(failure.getMessage());
    return place.find() ? Integer.parseInt(place.group(group)) : 0;
  }
}
