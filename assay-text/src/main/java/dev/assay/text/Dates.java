package dev.assay.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/// The first date in a text, as ISO 8601 with as many parts as it states: `2024-05-17` or
/// `2024-05`.
final class Dates {
  private static final String[] MONTHS = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };

  private Dates() {}

  static Optional<String> in(String text) {
    for (int i = 0; i + 4 <= text.length(); i++) {
      boolean year =
          (text.startsWith("20", i) || text.startsWith("19", i))
              && digits(text, i) == 4
              && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
      if (year) {
        int at = i;
        Optional<String> date = numeric(text, i).or(() -> named(text, at));
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> numeric(String text, int at) {
    int year = Integer.parseInt(text.substring(at, at + 4));
    int next = at + 4;
    if (next >= text.length() || "-/.年".indexOf(text.charAt(next)) < 0) {
      return Optional.empty();
    }
    int monthAt = skipSpace(text, next + 1);
    int monthDigits = digits(text, monthAt);
    if (monthDigits < 1 || monthDigits > 2) {
      return Optional.empty();
    }
    int month = Integer.parseInt(text.substring(monthAt, monthAt + monthDigits));
    int sep = monthAt + monthDigits;
    if (sep < text.length() && "-/.月".indexOf(text.charAt(sep)) >= 0) {
      int dayAt = skipSpace(text, sep + 1);
      int dayDigits = digits(text, dayAt);
      if (dayDigits == 1 || dayDigits == 2) {
        return iso(year, month, Integer.parseInt(text.substring(dayAt, dayAt + dayDigits)));
      }
    }
    return iso(year, month, 0);
  }

  /// "May 17, 2024", "17 May 2024", "May 2024".
  private static Optional<String> named(String text, int yearAt) {
    String before = text.substring(Math.max(0, yearAt - 24), yearAt).toLowerCase(Locale.ROOT);
    for (int m = 0; m < MONTHS.length; m++) {
      int at = before.lastIndexOf(MONTHS[m].substring(0, 3));
      if (at < 0 || (at > 0 && Character.isLetter(before.charAt(at - 1)))) {
        continue;
      }
      int year = Integer.parseInt(text.substring(yearAt, yearAt + 4));
      int day = 0;
      for (int i = 0; i < before.length(); i++) {
        int n = digits(before, i);
        if (n > 0) {
          if (n <= 2) {
            day = Integer.parseInt(before.substring(i, i + n));
          }
          break;
        }
      }
      return iso(year, m + 1, day);
    }
    return Optional.empty();
  }

  private static Optional<String> iso(int year, int month, int day) {
    try {
      return Optional.of(
          day == 0
              ? YearMonth.of(year, month).toString()
              : LocalDate.of(year, month, day).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int skipSpace(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  private static int digits(String text, int at) {
    int n = 0;
    while (at + n < text.length()
        && n < 6
        && text.charAt(at + n) >= '0'
        && text.charAt(at + n) <= '9') {
      n++;
    }
    return n;
  }
}
