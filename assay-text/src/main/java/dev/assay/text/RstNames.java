package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the names of a document in reStructuredText lead: `.. _name: address`, the nameless `__
/// address`, and what stands for `|name|`. Names are used before they are defined, so these are
/// read first.
final class RstNames {
  private static final int MAX_NAME = 400;
  private static final int MAX_LINES = 24;
  private static final int MAX_STEPS = 4;

  /// What stands for a name between bars: a picture, or words.
  ///
  /// @param words its words; for a picture its alternative text
  /// @param address where the picture lies; empty for words
  /// @param target where a click on the picture leads; may be empty
  record Substitute(String words, String address, String target) {}

  private final TextFile file;
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, Substitute> substitutes = new HashMap<>();
  private final List<String> nameless = new ArrayList<>();

  /// The names of places in the document itself.
  private final Set<String> places = new HashSet<>();

  private int namelessUsed;

  private RstNames(TextFile file) {
    this.file = file;
  }

  /// The names that lines of a file define.
  static RstNames read(TextFile file, int firstLine) {
    RstNames names = new RstNames(file);
    List<String> chained = new ArrayList<>();
    for (int n = firstLine; n <= file.lines(); n++) {
      String line = file.line(n);
      String text = line.strip();
      if (text.startsWith(".. _") || text.startsWith("__ ")) {
        names.target(text.startsWith("__ ") ? ".. __: " + text.substring(3) : text, n, chained);
      } else if (!text.isEmpty()) {
        chained.clear();
        if (text.startsWith(".. |")) {
          names.substitute(text, n, RstReader.depth(line));
        }
      }
    }
    return names;
  }

  private void target(String text, int n, List<String> chained) {
    int colon = nameEnd(text);
    if (colon < 0 || colon > MAX_NAME) {
      return;
    }
    String name = text.substring(".. _".length(), colon);
    String target =
        more(text.substring(colon + 1).strip(), n, RstReader.depth(file.line(n))).strip();
    if (name.equals("_")) {
      nameless.add(target);
    } else if (target.isEmpty()) {
      // Names that stand one below the other lead where the last of them leads.
      chained.add(key(name));
      places.add(key(name));
    } else {
      targets.putIfAbsent(key(name), target);
      for (String other : chained) {
        targets.putIfAbsent(other, target);
      }
      chained.clear();
    }
  }

  /// Where the colon stands that ends a name, or -1: behind its backquote, or the first before
  /// white space that is not escaped.
  private static int nameEnd(String text) {
    int from = ".. _".length();
    if (from < text.length() && text.charAt(from) == '`') {
      int close = text.indexOf("`:", from + 1);
      return close < 0 ? -1 : close + 1;
    }
    for (int i = from; i < text.length() && i <= MAX_NAME; i++) {
      boolean ends = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
      if (text.charAt(i) == ':' && ends && text.charAt(i - 1) != '\\') {
        return i;
      }
    }
    return -1;
  }

  private void substitute(String text, int n, int depth) {
    int from = ".. |".length();
    int bar = text.indexOf('|', from);
    int colons = bar < 0 ? -1 : text.indexOf("::", bar);
    if (colons < 0 || bar - from > MAX_NAME) {
      return;
    }
    String name = key(text.substring(from, bar));
    String argument = text.substring(colons + 2).strip();
    switch (text.substring(bar + 1, colons).strip().toLowerCase(Locale.ROOT)) {
      case "image", "figure" -> {
        var options = RstOptions.read(file, n + 1, depth);
        substitutes.putIfAbsent(
            name, new Substitute(options.get("alt"), argument, options.get("target")));
      }
      case "replace" ->
          substitutes.putIfAbsent(name, new Substitute(more(argument, n, depth), "", ""));
      default -> {}
    }
  }

  /// A text with the lines that continue it.
  private String more(String text, int n, int depth) {
    var all = new StringBuilder(text);
    for (int k = n + 1; k <= file.lines() && k <= n + MAX_LINES; k++) {
      String line = file.line(k);
      if (line.isBlank() || RstReader.depth(line) <= depth || all.length() > Blocks.MAX_BLOCK) {
        break;
      }
      all.append(' ').append(line.strip());
    }
    return all.length() > Blocks.MAX_BLOCK ? all.substring(0, Blocks.MAX_BLOCK) : all.toString();
  }

  /// Whether a name leads to a place in the document.
  boolean isPlace(String name) {
    return places.contains(key(name));
  }

  /// Names a target that stands within a text, which may name it again.
  void add(String name, String target) {
    targets.putIfAbsent(key(name), target);
  }

  /// The address that a name leads to; empty for none. A name may lead to another.
  String target(String name) {
    String target = targets.get(key(name));
    for (int i = 0; target != null && i < MAX_STEPS; i++) {
      String other = referred(target);
      if (other.isEmpty()) {
        return address(target);
      }
      target = targets.get(key(other));
    }
    return "";
  }

  /// Where a `:target:` leads: an address, or what a name with an underscore names.
  String resolved(String target) {
    String name = referred(target);
    if (!name.isEmpty()) {
      return target(name);
    }
    // Many forget the underscore.
    boolean named = target.indexOf('/') < 0 && target.indexOf('.') < 0;
    String known = named && !target.isEmpty() ? target(target) : "";
    return known.isEmpty() ? address(target) : known;
  }

  /// The name that a target with an underscore behind it refers to; empty for an address.
  private static String referred(String target) {
    boolean name = target.endsWith("_") && target.indexOf("://") < 0 && target.indexOf('/') < 0;
    return name ? target.substring(0, target.length() - 1) : "";
  }

  /// An address as it is meant: white space in it is none of it, a backslash only escapes.
  static String address(String written) {
    boolean plain = true;
    for (int i = 0; plain && i < written.length(); i++) {
      plain = !Character.isWhitespace(written.charAt(i)) && written.charAt(i) != '\\';
    }
    if (plain) {
      return written;
    }
    var address = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (!Character.isWhitespace(c) && c != '\\') {
        address.append(c);
      }
    }
    return address.toString();
  }

  /// Where the next reference without a name leads; empty when there are more of them than targets.
  String nextNameless() {
    return namelessUsed < nameless.size() ? resolved(nameless.get(namelessUsed++)) : "";
  }

  @Nullable Substitute substitute(String name) {
    return substitutes.get(key(name));
  }

  private static String key(String name) {
    var key = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean blank = Character.isWhitespace(c);
      if (blank && !key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      } else if (!blank && c != '`' && c != '\\') {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString().strip();
  }
}
