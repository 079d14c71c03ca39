package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.TimeZoneInfo}: found by the names of Windows and of IANA, with the rules of the
 * JDK. The local zone is UTC. Ambiguous times are standard time.
 */
public final class TimeZoneInfo {
  private static final TimeZoneInfo UTC = new TimeZoneInfo("UTC", ZoneOffset.UTC);

  private final String id;
  private final ZoneId zone;

  private TimeZoneInfo(String id, ZoneId zone) {
    this.id = id;
    this.zone = zone;
  }

  public static TimeZoneInfo utc() {
    return UTC;
  }

  public static TimeZoneInfo local() {
    return UTC;
  }

  public static TimeZoneInfo findSystemTimeZoneById(@Nullable String id) {
    if (id == null) {
      throw Failures.argumentNull("id");
    }
    TimeZoneInfo found = findOrNull(id);
    if (found == null) {
      throw new ExpressionFailure(
          "System.TimeZoneNotFoundException",
          "The time zone ID '" + id + "' was not found on the local computer.");
    }
    return found;
  }

  public static boolean tryFindSystemTimeZoneById(@Nullable String id, Ref result) {
    TimeZoneInfo found = id == null ? null : findOrNull(id);
    result.value = found;
    return found != null;
  }

  private static @Nullable TimeZoneInfo findOrNull(String id) {
    if (id.equalsIgnoreCase("UTC")) {
      return UTC;
    }
    String iana = WindowsZones.iana(id);
    if (iana == null && !ZoneId.getAvailableZoneIds().contains(id)) {
      return null;
    }
    try {
      return new TimeZoneInfo(id, ZoneId.of(iana == null ? id : iana));
    } catch (DateTimeException e) {
      return null;
    }
  }

  public static boolean tryConvertWindowsIdToIanaId(@Nullable String id, Ref result) {
    result.value = id == null ? null : WindowsZones.iana(id);
    return result.value != null;
  }

  public static boolean tryConvertIanaIdToWindowsId(@Nullable String id, Ref result) {
    result.value = id == null ? null : WindowsZones.windows(id);
    return result.value != null;
  }

  public String id() {
    return id;
  }

  /** {@code (UTC+01:00) Central European Time}. */
  public String displayName() {
    TimeSpan offset = baseUtcOffset();
    String shown = isUtc() ? "" : (offset.ticks() < 0 ? "-" : "+") + offset.toString("hh\\:mm");
    return "(UTC" + shown + ") " + standardName();
  }

  public String standardName() {
    return zone.equals(ZoneOffset.UTC)
        ? "Coordinated Universal Time"
        : zone.getDisplayName(TextStyle.FULL_STANDALONE, Locale.ENGLISH);
  }

  public String daylightName() {
    return standardName();
  }

  public TimeSpan baseUtcOffset() {
    return span(rules().getStandardOffset(Instant.now()));
  }

  public boolean supportsDaylightSavingTime() {
    return !rules().getTransitionRules().isEmpty();
  }

  private ZoneRules rules() {
    return zone.getRules();
  }

  private static TimeSpan span(ZoneOffset offset) {
    return TimeSpan.create(offset.getTotalSeconds() * TimeSpan.TICKS_PER_SECOND);
  }

  /** The offset of a clock time in this zone: of the later one, standard time, where two fit. */
  private ZoneOffset offsetOfClock(LocalDateTime clock) {
    List<ZoneOffset> offsets = rules().getValidOffsets(clock);
    if (offsets.isEmpty()) {
      return rules().getTransition(clock).getOffsetBefore();
    }
    return offsets.get(offsets.size() - 1);
  }

  private ZoneOffset offsetOfMoment(DateTime utc) {
    return rules().getOffset(utc.local().toInstant(ZoneOffset.UTC));
  }

  private boolean isUtc() {
    return zone.equals(ZoneOffset.UTC);
  }

  private static boolean hasKind(DateTime time) {
    return time.kind() != DateTime.UNSPECIFIED;
  }

  public TimeSpan getUtcOffset(DateTime time) {
    return span(hasKind(time) ? offsetOfMoment(time) : offsetOfClock(time.local()));
  }

  public TimeSpan getUtcOffset(DateTimeOffset time) {
    return span(offsetOfMoment(time.utcDateTime()));
  }

  public boolean isDaylightSavingTime(DateTime time) {
    Instant moment =
        hasKind(time)
            ? time.local().toInstant(ZoneOffset.UTC)
            : time.local().toInstant(offsetOfClock(time.local()));
    return rules().isDaylightSavings(moment);
  }

  public boolean isDaylightSavingTime(DateTimeOffset time) {
    return rules().isDaylightSavings(time.utcDateTime().local().toInstant(ZoneOffset.UTC));
  }

  public boolean isAmbiguousTime(DateTime time) {
    return !hasKind(time) && rules().getValidOffsets(time.local()).size() > 1;
  }

  public boolean isInvalidTime(DateTime time) {
    return !hasKind(time) && rules().getValidOffsets(time.local()).isEmpty();
  }

  private DateTime ofUtc(DateTime utc) {
    long ticks = utc.ticks() + span(offsetOfMoment(utc)).ticks();
    long bounded = Math.max(0, Math.min(DateTime.LARGEST, ticks));
    return DateTime.ofTicks(bounded, isUtc() ? DateTime.UTC : DateTime.UNSPECIFIED);
  }

  private static TimeZoneInfo required(@Nullable TimeZoneInfo zone, String parameter) {
    if (zone == null) {
      throw Failures.argumentNull(parameter);
    }
    return zone;
  }

  public static DateTime convertTime(DateTime time, @Nullable TimeZoneInfo destination) {
    return required(destination, "destinationTimeZone").ofUtc(time);
  }

  public static DateTimeOffset convertTime(
      DateTimeOffset time, @Nullable TimeZoneInfo destination) {
    TimeZoneInfo zone = required(destination, "destinationTimeZone");
    return time.toOffset(span(zone.offsetOfMoment(time.utcDateTime())));
  }

  public static DateTime convertTime(
      DateTime time, @Nullable TimeZoneInfo source, @Nullable TimeZoneInfo destination) {
    TimeZoneInfo to = required(destination, "destinationTimeZone");
    return to.ofUtc(convertTimeToUtc(time, required(source, "sourceTimeZone")));
  }

  public static DateTime asUtc(TimeZoneInfo self, DateTime time) {
    return time.withKind(DateTime.UTC);
  }

  public static DateTime asLocal(TimeZoneInfo self, DateTime time) {
    return time.withKind(DateTime.LOCAL);
  }

  public static DateTime convertTimeToUtc(DateTime time) {
    return time.withKind(DateTime.UTC);
  }

  public static DateTime convertTimeToUtc(DateTime time, @Nullable TimeZoneInfo source) {
    TimeZoneInfo from = required(source, "sourceTimeZone");
    if (hasKind(time) && !from.isUtc()) {
      throw Failures.argument(
          "The conversion could not be completed because the supplied DateTime did not have the Kind"
              + " property set correctly.  For example, when the Kind property is"
              + " DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.",
          "sourceTimeZone");
    }
    if (from.isInvalidTime(time)) {
      throw Failures.argument(
          "The supplied DateTime represents an invalid time.  For example, when the clock is adjusted"
              + " forward, any time in the period that is skipped is invalid.",
          "dateTime");
    }
    long ticks = time.ticks() - span(from.offsetOfClock(time.local())).ticks();
    return DateTime.ofTicks(Math.max(0, Math.min(DateTime.LARGEST, ticks)), DateTime.UTC);
  }

  public static DateTime convertTimeFromUtc(DateTime time, @Nullable TimeZoneInfo destination) {
    TimeZoneInfo to = required(destination, "destinationTimeZone");
    if (time.kind() == DateTime.LOCAL) {
      throw Failures.argument(
          "The conversion could not be completed because the supplied DateTime did not have the Kind"
              + " property set correctly.  For example, when the Kind property is"
              + " DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.",
          "sourceTimeZone");
    }
    return to.ofUtc(time);
  }

  public static DateTime convertTimeBySystemTimeZoneId(DateTime time, @Nullable String id) {
    return convertTime(time, findSystemTimeZoneById(id));
  }

  public static DateTimeOffset convertTimeBySystemTimeZoneId(
      DateTimeOffset time, @Nullable String id) {
    return convertTime(time, findSystemTimeZoneById(id));
  }

  public static DateTime convertTimeBySystemTimeZoneId(
      DateTime time, @Nullable String sourceId, @Nullable String destinationId) {
    return convertTime(
        time, findSystemTimeZoneById(sourceId), findSystemTimeZoneById(destinationId));
  }

  public boolean hasSameRules(@Nullable TimeZoneInfo other) {
    return required(other, "other").rules().equals(rules());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeZoneInfo that && that.id.equalsIgnoreCase(id);
  }

  @Override
  public int hashCode() {
    return id.toLowerCase(Locale.ROOT).hashCode();
  }

  @Override
  public String toString() {
    return displayName();
  }
}
