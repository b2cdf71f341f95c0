package dev.assay.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// All phrases of all languages in one automaton (Aho and Corasick, 1975): a text is passed over
/// once, whatever the number of phrases, and no text can make it slow.
///
/// A phrase matches whole words; with `*` at its end any ending. Case, hyphens, underscores and the
/// kind of quotation marks do not matter. Scripts written without spaces match anywhere.
final class Phrases {
  private static final List<String> LANGUAGES =
      List.of("en", "zh", "de", "fr", "es", "it", "pt", "ru", "ja", "ko");

  /// How many characters the root's table has: what most texts are made of.
  private static final int LATIN = 256;

  private static final Phrases ALL = load();

  private final Node root = new Node();

  /// One phrase found.
  ///
  /// @param from its first character
  /// @param to the character after its last
  record Hit(Topic topic, int from, int to) {}

  private record Ending(Topic topic, int length, boolean anyEnding) {}

  /// A state. Most have one way on, and few more than three, so the ways on are two short arrays
  /// and not a map; only the root, which has hundreds and is asked most, has a table too.
  private static final class Node {
    private char[] keys = {};
    private Node[] ways = {};
    private Node @Nullable [] table;
    private @Nullable Node fail;
    private @Nullable Node shorter;
    private List<Ending> endings = List.of();

    @Nullable Node next(char c) {
      if (table != null && c < table.length) {
        return table[c];
      }
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] == c) {
          return ways[i];
        }
      }
      return null;
    }

    Node nextOrNew(char c) {
      Node next = next(c);
      if (next == null) {
        next = new Node();
        keys = Arrays.copyOf(keys, keys.length + 1);
        ways = Arrays.copyOf(ways, ways.length + 1);
        keys[keys.length - 1] = c;
        ways[ways.length - 1] = next;
      }
      return next;
    }

    void end(Ending ending) {
      if (endings.isEmpty()) {
        endings = new ArrayList<>(1);
      }
      endings.add(ending);
    }

    void tabulate() {
      var all = new Node[LATIN];
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] < LATIN) {
          all[keys[i]] = ways[i];
        }
      }
      table = all;
    }
  }

  private Phrases() {}

  /// The phrases in `text`, in the order of their ends.
  static List<Hit> in(String text) {
    return ALL.find(text);
  }

  private static Phrases load() {
    Phrases phrases = new Phrases();
    for (String language : LANGUAGES) {
      phrases.load(language);
    }
    for (String name : Benchmarks.names()) {
      phrases.add(name, Topic.EVALUATION);
    }
    phrases.link();
    return phrases;
  }

  private void load(String language) {
    String name = "words/" + language + ".txt";
    try (InputStream in = Phrases.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Topic topic = null;
      String line;
      while ((line = reader.readLine()) != null) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        if (text.startsWith("[")) {
          String section = text.substring(1, text.length() - 1);
          topic = Topic.valueOf(section.toUpperCase(Locale.ROOT).replace('-', '_'));
        } else if (topic == null) {
          throw new IllegalStateException(name + ": a phrase before the first section");
        } else {
          add(text, topic);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String phrase, Topic topic) {
    boolean anyEnding = phrase.endsWith("*");
    String words = anyEnding ? phrase.substring(0, phrase.length() - 1) : phrase;
    Node node = root;
    for (int i = 0; i < words.length(); i++) {
      node = node.nextOrNew(plain(words.charAt(i)));
    }
    node.end(new Ending(topic, words.length(), anyEnding));
  }

  private void link() {
    root.tabulate();
    Deque<Node> queue = new ArrayDeque<>();
    for (Node child : root.ways) {
      child.fail = root;
      queue.add(child);
    }
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      for (int i = 0; i < node.keys.length; i++) {
        Node child = node.ways[i];
        Node target = node.fail == null ? root : on(node.fail, node.keys[i]);
        child.fail = target;
        child.shorter = target.endings.isEmpty() ? target.shorter : target;
        queue.add(child);
      }
    }
  }

  /// The state after `c`: along the ways on, or from the longest ending of what was read that has
  /// one.
  private Node on(Node from, char c) {
    Node next = from.next(c);
    for (Node node = from.fail; next == null && node != null; node = node.fail) {
      next = node.next(c);
    }
    return next == null ? root : next;
  }

  private List<Hit> find(String text) {
    List<Hit> hits = new ArrayList<>();
    Node node = root;
    for (int i = 0; i < text.length(); i++) {
      node = on(node, plain(text.charAt(i)));
      for (Node at = node; at != null; at = at.shorter) {
        for (Ending ending : at.endings) {
          int from = i + 1 - ending.length();
          if (startsWord(text, from) && (ending.anyEnding() || endsWord(text, i + 1))) {
            hits.add(new Hit(ending.topic(), from, i + 1));
          }
        }
      }
    }
    return hits;
  }

  private static boolean startsWord(String text, int from) {
    return from == 0
        || !isWordCharacter(text.charAt(from))
        || !isWordCharacter(text.charAt(from - 1));
  }

  private static boolean endsWord(String text, int to) {
    return to == text.length()
        || !isWordCharacter(text.charAt(to - 1))
        || !isWordCharacter(text.charAt(to));
  }

  /// Letters of scripts that separate words.
  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) && !isSpaceless(c);
  }

  /// Whether a character is of a script written without spaces between words.
  static boolean isSpaceless(char c) {
    return c >= '\u3040' && c <= '\u30ff'
        || c >= '\u3400' && c <= '\u9fff'
        || c >= '\uf900' && c <= '\ufaff';
  }

  private static char plain(char c) {
    if (c >= 'a' && c <= 'z' || c == ' ') {
      return c;
    }
    return switch (c) {
      case '-', '_', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u00a0', '\t', '\n', '\r' ->
          ' ';
      case '\u2019', '\u2018', '`' -> '\'';
      default -> Character.toLowerCase(c);
    };
  }
}
