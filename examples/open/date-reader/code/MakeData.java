import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Makes the training and test data:
///
///     java code/MakeData.java data
///
/// Every line is a date as people write it, a tab, and the same date as ISO 8601 writes it. The test set
/// is drawn after the training set from the same seed and shares no line with it.
public final class MakeData {
  private static final long SEED = 2026;
  private static final int TRAIN = 9_000;
  private static final int TEST = 1_000;

  private static final List<String> MONTHS =
      List.of(
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
          "december");
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "data");
    Files.createDirectories(folder);
    SplitMix64 random = new SplitMix64(SEED);
    Set<String> seen = new HashSet<>();
    write(folder.resolve("train.tsv"), TRAIN, random, seen);
    write(folder.resolve("test.tsv"), TEST, random, seen);
  }

  private static void write(Path file, int count, SplitMix64 random, Set<String> seen)
      throws IOException {
    var out = new StringBuilder();
    for (int n = 0; n < count; ) {
      LocalDate date = LocalDate.of(1900, 1, 1).plusDays(random.below(73_049));
      String written = written(date, random);
      if (seen.add(written)) {
        out.append(written).append('\t').append(date).append('\n');
        n++;
      }
    }
    Files.writeString(file, out);
  }

  /// The date in one of the ways of writing, chosen at random. Where only numbers stand, the day
  /// comes before the month.
  private static String written(LocalDate date, SplitMix64 random) {
    int day = date.getDayOfMonth();
    int month = date.getMonthValue();
    int year = date.getYear();
    String name = MONTHS.get(month - 1);
    String weekday = DAYS.get(date.getDayOfWeek().getValue() - 1);
    String brief = name.substring(0, 3);
    return switch (random.below(12)) {
      case 0 -> day + " " + name + " " + year;
      case 1 -> name + " " + day + ", " + year;
      case 2 -> day + " " + brief + " " + year;
      case 3 -> brief + " " + day + " " + year;
      case 4 -> "the " + ordinal(day) + " of " + name + " " + year;
      case 5 -> name + " " + ordinal(day) + ", " + year;
      case 6 -> String.format(Locale.ROOT, "%02d/%02d/%d", day, month, year);
      case 7 -> day + "." + month + "." + year;
      case 8 -> String.format(Locale.ROOT, "%d/%02d/%02d", year, month, day);
      case 9 -> weekday + ", " + day + " " + name + " " + year;
      case 10 -> weekday.substring(0, 3) + " " + brief + " " + day + " " + year;
      default -> year + " " + brief + " " + day;
    };
  }

  private static String ordinal(int day) {
    String end =
        switch (day) {
          case 1, 21, 31 -> "st";
          case 2, 22 -> "nd";
          case 3, 23 -> "rd";
          default -> "th";
        };
    return day + end;
  }
}
