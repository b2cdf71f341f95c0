package dev.assay.profiles;

import dev.assay.io.Prepared;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A value of a YAML file that knows its line and column, so that every refusal names them. Tags,
/// anchors and aliases are refused: a file of data needs none, and they are how YAML grows without
/// end.
///
/// @param place the file, line and column
/// @param value a mapping, a list or a scalar
record YamlTree(Place place, Value value) {
  private static final int DEEPEST = 40;
  static final int LONGEST = 1_000_000;

  /// The longest of a value that is printed in one place.
  private static final int LONGEST_LINE = 1_000;

  /// Where a value begins.
  ///
  /// @param file the file's name
  /// @param line from 1
  /// @param column from 1
  record Place(String file, int line, int column) {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /// What a value can be.
  sealed interface Value {}

  /// Keys and what stands under them, in the order of the file.
  ///
  /// @param map the values by their keys
  /// @param places where each key begins
  record Keys(Map<String, YamlTree> map, Map<String, Place> places) implements Value {}

  /// Values in order.
  record Items(List<YamlTree> list) implements Value {}

  /// A word or text as it was written.
  ///
  /// @param text the text
  /// @param plain whether without quotes, so that `true` and `3` can be meant
  record Scalar(String text, boolean plain) implements Value {}

  /// Where it begins, `file:line:column`.
  String where() {
    return place.toString();
  }

  /// Reads a file that holds one document.
  ///
  /// @param name the file's name, for messages
  /// @throws BadFile when it is not YAML, or has tags, anchors or more than one document
  static YamlTree parse(String name, String text) {
    if (text.length() > LONGEST) {
      throw new BadFile(name, "is longer than " + LONGEST + " characters");
    }
    var settings = LoadSettings.builder().setLabel(name).setUseMarks(true).build();
    try {
      var reader = new Reader(name, new Parse(settings).parseString(text).iterator());
      return reader.document();
    } catch (MarkedYamlEngineException e) {
      String where = e.getProblemMark().map(m -> at(name, m).toString()).orElse(name);
      throw new BadFile(where, "is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new BadFile(name, "is not YAML: " + e.getMessage());
    }
  }

  /// Writes this value in the prepared form, which leaves out where a mapping's keys stand: they
  /// are for messages about files of others.
  void write(Prepared.Writer to) {
    to.number(place.line << 8 | place.column);
    switch (value) {
      case Scalar(String text, boolean plain) -> to.number(plain ? 0 : 1).text(text);
      case Items(List<YamlTree> list) -> {
        to.number(2).number(list.size());
        list.forEach(item -> item.write(to));
      }
      case Keys keys -> {
        to.number(3).number(keys.map.size());
        keys.map.forEach((key, under) -> under.write(to.text(key)));
      }
    }
  }

  /// What {@link #write} wrote.
  ///
  /// @param name the file's name
  static YamlTree read(String name, ByteBuffer from) {
    int at = from.getInt();
    var place = new Place(name, at >>> 8, at & 0xFF);
    int kind = from.getInt();
    if (kind < 2) {
      return new YamlTree(place, new Scalar(Prepared.text(from), kind == 0));
    }
    int size = from.getInt();
    if (kind == 2) {
      var list = new ArrayList<YamlTree>(size);
      for (int i = 0; i < size; i++) {
        list.add(read(name, from));
      }
      return new YamlTree(place, new Items(list));
    }
    var map = new LinkedHashMap<String, YamlTree>();
    for (int i = 0; i < size; i++) {
      map.put(Prepared.text(from), read(name, from));
    }
    return new YamlTree(place, new Keys(map, Map.of()));
  }

  private static Place at(String name, Mark mark) {
    return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Place at(String name, Optional<Mark> mark) {
    return mark.map(m -> at(name, m)).orElse(new Place(name, 1, 1));
  }

  private record Reader(String name, Iterator<Event> events) {
    YamlTree document() {
      Event event = events.next();
      while (event.getEventId() == Event.ID.StreamStart
          || event.getEventId() == Event.ID.DocumentStart) {
        event = events.next();
      }
      if (event.getEventId() == Event.ID.StreamEnd) {
        throw new BadFile(name, "is empty");
      }
      YamlTree tree = node(event, 0);
      events.next();
      if (events.next().getEventId() != Event.ID.StreamEnd) {
        throw new BadFile(name, "holds more than one document");
      }
      return tree;
    }

    private YamlTree node(Event event, int depth) {
      Place where = at(name, event.getStartMark());
      if (depth > DEEPEST) {
        throw bad(where, "is nested deeper than " + DEEPEST);
      }
      if (event instanceof AliasEvent
          || (event instanceof NodeEvent n && n.getAnchor().isPresent())) {
        throw bad(where, "anchors and aliases (& and *) are not allowed");
      }
      return switch (event) {
        case ScalarEvent s -> {
          if (s.getTag().isPresent()) {
            throw bad(where, "tags (!) are not allowed");
          }
          yield new YamlTree(where, new Scalar(s.getValue(), s.isPlain()));
        }
        case SequenceStartEvent s -> {
          if (s.getTag().isPresent()) {
            throw bad(where, "tags (!) are not allowed");
          }
          var list = new ArrayList<YamlTree>();
          for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            list.add(node(e, depth + 1));
          }
          yield new YamlTree(where, new Items(list));
        }
        case MappingStartEvent m -> {
          if (m.getTag().isPresent()) {
            throw bad(where, "tags (!) are not allowed");
          }
          yield new YamlTree(where, keys(depth));
        }
        default -> throw bad(where, "something else than a value");
      };
    }

    private Keys keys(int depth) {
      var map = new LinkedHashMap<String, YamlTree>();
      var places = new HashMap<String, Place>();
      for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
        YamlTree key = node(e, depth + 1);
        String word = key.text();
        if (map.put(word, node(events.next(), depth + 1)) != null) {
          throw key.bad("`" + word + "` stands here twice");
        }
        places.put(word, key.place);
      }
      return new Keys(map, places);
    }
  }

  private static BadFile bad(Place where, String what) {
    return new BadFile(where.toString(), what);
  }

  /// An error at this place.
  BadFile bad(String what) {
    return bad(place, what);
  }

  Map<String, YamlTree> map() {
    if (value instanceof Keys keys) {
      return keys.map;
    }
    throw bad("a mapping (`key: value`) is wanted here");
  }

  List<YamlTree> list() {
    if (value instanceof Items(List<YamlTree> list)) {
      return list;
    }
    throw bad("a list is wanted here");
  }

  boolean isList() {
    return value instanceof Items;
  }

  boolean isMap() {
    return value instanceof Keys;
  }

  /// Whether nothing was written.
  boolean isNull() {
    return value instanceof Scalar(String text, boolean plain)
        && plain
        && (text.isEmpty() || text.equals("null") || text.equals("~"));
  }

  String text() {
    if (value instanceof Scalar s) {
      return s.text();
    }
    throw bad("a single value is wanted here");
  }

  /// A value that is read by people: its white space closed up, not empty, and not a book.
  String line() {
    String line = closedUp(text().strip());
    if (line.isEmpty()) {
      throw bad("an empty value says nothing");
    }
    if (line.length() > LONGEST_LINE) {
      throw bad("is longer than " + LONGEST_LINE + " characters");
    }
    return line;
  }

  /// White space closed up. What was written on one line needs no pattern, and these files say
  /// little else.
  private static String closedUp(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == ' ' && text.charAt(i + 1) == ' ') {
        return String.join(" ", text.split("\\s+", -1));
      }
    }
    return text;
  }

  List<String> texts() {
    return list().stream().map(YamlTree::text).toList();
  }

  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad("true or false is wanted here, not `" + text() + "`");
    };
  }

  /// A whole number within bounds.
  int number(int low, int high) {
    String text = text();
    int n;
    try {
      n = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw bad("a whole number is wanted here, not `" + text + "`");
    }
    if (n < low || n > high) {
      throw bad("a number from " + low + " to " + high + " is wanted here, not " + n);
    }
    return n;
  }

  /// A value of this mapping that must be there.
  YamlTree need(String key) {
    YamlTree found = map().get(key);
    if (found == null || found.isNull()) {
      throw bad("`" + key + "` is missing");
    }
    return found;
  }

  Optional<YamlTree> get(String key) {
    return Optional.ofNullable(map().get(key)).filter(t -> !t.isNull());
  }

  /// Refuses keys that nobody reads: a misspelt rule must not be a rule that always passes.
  YamlTree only(String... keys) {
    Set<String> known = Set.of(keys);
    if (known.containsAll(map().keySet())) {
      return this;
    }
    List<String> unknown = map().keySet().stream().filter(k -> !known.contains(k)).toList();
    var also = new StringBuilder();
    for (String key : unknown.subList(1, unknown.size())) {
      Place at = at(key);
      also.append(", nor is `").append(key).append("` at ").append(at.line()).append(':');
      also.append(at.column());
    }
    String list = String.join(", ", new TreeSet<>(known));
    throw bad(
        at(unknown.getFirst()),
        "`" + unknown.getFirst() + "` is not known here" + also + "; known are " + list);
  }

  private Place at(String key) {
    return value instanceof Keys k ? k.places.getOrDefault(key, place) : place;
  }
}
