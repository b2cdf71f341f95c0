package dev.assay.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes {@link Phrases} from the word lists, `words/LANGUAGE.txt`.
final class PhraseBook {
  private static final List<String> LANGUAGES =
      List.of("en", "zh", "de", "fr", "es", "it", "pt", "ru", "ja", "ko");

  private final State root = new State('\0');

  private record Ending(Topic topic, int length, boolean anyEnding, Tongue tongue) {}

  private static final class State {
    private final char key;
    private final Map<Character, State> ways = new LinkedHashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private @Nullable State fail;
    private int number;

    State(char key) {
      this.key = key;
    }
  }

  private PhraseBook() {}

  /// All phrases of all languages, and the names of public evaluation sets.
  static Phrases read() {
    var book = new PhraseBook();
    LANGUAGES.forEach(book::read);
    Benchmarks.names().forEach(name -> book.add(name, Topic.EVALUATION, Tongue.ANY));
    return book.phrases();
  }

  /// A book of these phrases alone.
  static Phrases of(Map<String, Topic> phrases) {
    var book = new PhraseBook();
    phrases.forEach((phrase, topic) -> book.add(phrase, topic, Tongue.ANY));
    return book.phrases();
  }

  private void read(String language) {
    String name = "words/" + language + ".txt";
    try (InputStream in = PhraseBook.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
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
          add(text, topic, Tongue.ofList(language));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String phrase, Topic topic, Tongue tongue) {
    boolean anyEnding = phrase.endsWith("*");
    String words = anyEnding ? phrase.substring(0, phrase.length() - 1) : phrase;
    State state = root;
    for (int i = 0; i < words.length(); i++) {
      state = state.ways.computeIfAbsent(Phrases.plain(words.charAt(i)), State::new);
    }
    state.endings.add(new Ending(topic, words.length(), anyEnding, tongue));
  }

  private Phrases phrases() {
    List<State> all = linked();
    int n = all.size();
    var keys = new char[n];
    var first = new char[n + 1];
    var fail = new char[n];
    var shorter = new char[n];
    var ends = new char[n + 1];
    var endings = new StringBuilder();
    int following = 1;
    for (State state : all) {
      int i = state.number;
      keys[i] = state.key;
      first[i] = (char) following;
      following += state.ways.size();
      State other = state.fail == null ? root : state.fail;
      fail[i] = (char) other.number;
      shorter[i] = other.endings.isEmpty() ? shorter[other.number] : fail[i];
      ends[i] = (char) (endings.length() / Phrases.OF_ENDING);
      for (Ending ending : state.endings) {
        endings.append((char) ending.topic.ordinal());
        endings.append((char) ending.length);
        endings.append((char) (ending.tongue.ordinal() << 1 | (ending.anyEnding ? 1 : 0)));
      }
    }
    first[n] = (char) following;
    ends[n] = (char) (endings.length() / Phrases.OF_ENDING);
    return new Phrases(keys, first, fail, shorter, ends, endings.toString().toCharArray());
  }

  /// The states breadth first, numbered, each with the one to fall back to.
  private List<State> linked() {
    var all = new ArrayList<State>();
    all.add(root);
    for (int i = 0; i < all.size(); i++) {
      State state = all.get(i);
      state.number = i;
      for (State child : state.ways.values()) {
        child.fail = root;
        for (State at = state.fail; at != null && child.fail == root; at = at.fail) {
          child.fail = at.ways.getOrDefault(child.key, root);
        }
        all.add(child);
      }
    }
    if (all.size() > Character.MAX_VALUE) {
      throw new IllegalStateException("more phrases than two bytes can number: " + all.size());
    }
    return all;
  }
}
