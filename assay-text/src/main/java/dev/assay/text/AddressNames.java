package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whether an address is called after a data set, whatever the words of its link: the page of
/// Harbour is `https://quay.example.org/datasets/harbour-v2` or `https://harbour.example.org`.
/// Links are mostly called "here", and say by their address alone what lies there.
final class AddressNames {
  /// A shorter name is a part of too many addresses.
  private static final int SHORTEST = 5;

  /// More words of an address are not looked at.
  private static final int MOST = 40;

  /// A longer address is made by a program.
  private static final int LONGEST = 300;

  private AddressNames() {}

  /// Whether a link may be one to data by its address: a page or a store, and none of a paper, of
  /// programs, of their documentation or of a picture; and none that is called a model or code.
  static boolean mayBe(Link link) {
    Address.Kind kind = Address.kind(link.target());
    return !link.image()
        && !Signals.of(link.text())
            .hasAny(Topic.WEIGHTS, Topic.CODE, Topic.PAPER, Topic.EVALUATION, Topic.TRAINED)
        && link.target().indexOf(':') > 0
        && link.target().length() <= LONGEST
        && (DataLinks.isData(link.target())
            || DataLinks.mayHoldData(kind)
                && kind != Address.Kind.CODE
                && !DataLinks.isSource(link.target()));
  }

  /// Whether an address is called after a data set.
  ///
  /// @param key the name in small letters and digits
  static boolean is(String target, String key) {
    String lower = target.toLowerCase(Locale.ROOT);
    int scheme = lower.indexOf("://");
    if (key.length() < SHORTEST || scheme < 0) {
      return false;
    }
    int host = scheme + 3;
    int slash = lower.indexOf('/', host);
    String path = slash < 0 ? "" : lower.substring(slash + 1);
    int mark = path.indexOf('#');
    path = mark < 0 ? path : path.substring(0, mark);
    List<String> parts = new ArrayList<>(List.of(path.split("/", 12)));
    parts.removeIf(String::isEmpty);
    // The host of a set of its own has a page or two; the host of an encyclopaedia has many.
    String at = slash < 0 ? lower.substring(host) : lower.substring(host, slash);
    boolean own = parts.size() <= 1 && words(firstLabel(at)).equals(List.of(key));
    return own || parts.stream().anyMatch(part -> called(words(part), key));
  }

  private static String firstLabel(String host) {
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    int dot = bare.indexOf('.');
    return dot < 0 ? bare : bare.substring(0, dot);
  }

  /// Whether the first words of a part of a path are a name, as they are in `harbour-v2`.
  private static boolean called(List<String> words, String key) {
    var joined = new StringBuilder();
    for (String word : words) {
      joined.append(word);
      if (joined.length() >= key.length()) {
        return joined.toString().equals(key);
      }
    }
    return false;
  }

  /// The words of a part of an address, at anything that is no letter or digit.
  private static List<String> words(String part) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= part.length() && words.size() < MOST; i++) {
      boolean ends = i == part.length() || !Character.isLetterOrDigit(part.charAt(i));
      if (ends && i > from) {
        words.add(part.substring(from, i));
      }
      from = ends ? i + 1 : from;
    }
    return words;
  }
}
