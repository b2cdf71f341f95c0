package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names that a release goes by, and whether a model is one of its own: the release itself, a
/// stage or a variant of it. `Foo-7B` is one of Foo's own, `Foolish-7B` is not.
public final class OwnNames {
  /// Shorter names begin too many others.
  private static final int SHORTEST = 2;

  private static final int LONGEST = 200;

  private static final Pattern AND = Pattern.compile(" (?:and|&) |, ");

  private final List<List<String>> names = new ArrayList<>();

  private OwnNames() {}

  /// @param names titles and names of sources, each with or without an owner before it
  public static OwnNames of(List<String> names) {
    var own = new OwnNames();
    for (String name : names) {
      String title = Titles.clean(name.length() > LONGEST ? name.substring(0, LONGEST) : name);
      own.add(withoutOwner(title));
      // "A and B" are two.
      for (String part : AND.split(title, 4)) {
        if (part.indexOf(' ') < 0 && !part.equals(title)) {
          own.add(withoutOwner(part));
        }
      }
      // "A Long Title (ALT)": the short form.
      int open = name.indexOf('(');
      int close = name.indexOf(')', open + 1);
      if (open > 0 && close > open + 1 && name.substring(open + 1, close).indexOf(' ') < 0) {
        own.add(name.substring(open + 1, close));
      }
    }
    return own;
  }

  private void add(String name) {
    List<String> words = words(name);
    if (!words.isEmpty() && name.chars().filter(Character::isLetterOrDigit).count() >= SHORTEST) {
      names.add(words);
    }
  }

  /// Whether a model's name is one of the release's names, or begins with one.
  public boolean are(String model) {
    List<String> words = words(withoutOwner(model));
    return names.stream()
        .anyMatch(n -> n.size() <= words.size() && words.subList(0, n.size()).equals(n));
  }

  /// Whether one of the release's names begins with a model's: `Foo 2` of `Foo 2 Embedding`.
  boolean beginWith(String model) {
    List<String> words = words(withoutOwner(model));
    return !words.isEmpty()
        && names.stream()
            .anyMatch(n -> words.size() <= n.size() && n.subList(0, words.size()).equals(words));
  }

  private static String withoutOwner(String name) {
    int end = name.length();
    while (end > 0 && "/+".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    String whole = name.substring(0, end);
    return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('+')) + 1);
  }

  /// The words and the numbers of a name.
  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    int from = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean ends =
          i == name.length()
              || !Character.isLetterOrDigit(name.charAt(i))
              || i > from
                  && Character.isDigit(name.charAt(i)) != Character.isDigit(name.charAt(i - 1));
      if (ends) {
        if (i > from) {
          words.add(name.substring(from, i).toLowerCase(Locale.ROOT));
        }
        from = i < name.length() && Character.isLetterOrDigit(name.charAt(i)) ? i : i + 1;
      }
    }
    return words;
  }
}
