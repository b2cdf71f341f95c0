package dev.assay.sources.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// How long a server asks to wait: `Retry-After` (RFC 9110, 10.2.3) in seconds or as a date, or the
/// hub's `RateLimit: "api";r=0;t=55` (draft-ietf-httpapi-ratelimit-headers).
final class RateLimits {
  private RateLimits() {}

  /// What an answer asks for, or `otherwise`.
  static Duration wait(WebAnswer.Got answer, Duration otherwise) {
    Duration after = retryAfter(answer.header("retry-after"));
    if (after != null) {
      return after;
    }
    String limit = answer.header("ratelimit");
    if (limit != null) {
      for (String part : limit.split(";")) {
        if (part.strip().startsWith("t=")) {
          Duration reset = seconds(part.strip().substring(2));
          return reset == null ? otherwise : reset;
        }
      }
    }
    return otherwise;
  }

  private static @Nullable Duration retryAfter(@Nullable String value) {
    if (value == null) {
      return null;
    }
    Duration seconds = seconds(value);
    if (seconds != null) {
      return seconds;
    }
    try {
      Instant then =
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(Instant.now(), then);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Duration seconds(String value) {
    try {
      long seconds = Long.parseLong(value.strip());
      return seconds >= 0 && seconds < Integer.MAX_VALUE ? Duration.ofSeconds(seconds) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
