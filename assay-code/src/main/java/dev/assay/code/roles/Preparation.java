package dev.assay.code.roles;

import dev.assay.code.outline.Outline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a preparation of data is made of, whatever it is called: records are read, records are
/// written, and the names between speak of data sets: of their parts, their forms, of what is done
/// to them. Each line of `data-kinds` in `words.yaml` is one kind of such names.
public final class Preparation {
  /// A longer string is text and no name of a file.
  private static final int LONGEST_NAME = 80;

  private static final Kinds KINDS = new Kinds("data-kinds");

  /// Calls that write a file or may do so, by the last parts of their names.
  static final Set<String> WRITERS =
      Stream.concat(Words.WRITERS.stream(), Stream.of("copy", "move", "print", "create_dataset"))
          .collect(Collectors.toUnmodifiableSet());

  private Preparation() {}

  /// How many kinds of things of data sets a file speaks of that reads and writes records; else -1.
  public static int kinds(Outline outline, Vocabulary vocabulary, String text) {
    if (!vocabulary.may(Deed.READS) || !vocabulary.may(Deed.MAY_WRITE)) {
      return -1;
    }
    boolean reads = false;
    boolean writes = false;
    for (Outline.Call c : outline.calls()) {
      reads |= Words.READERS.contains(c.last());
      writes |= !writes && writes(c, text);
    }
    if (!reads || !writes) {
      return -1;
    }
    int kinds = vocabulary.dataKinds();
    for (Outline.Call c : outline.calls()) {
      if (!c.text().isEmpty() && c.text().length() <= LONGEST_NAME) {
        kinds |= kinds(Zones.words(c.text()));
      }
    }
    return Integer.bitCount(kinds);
  }

  /// Whether a call writes a file. A library copies and moves files; an array's copy stays in
  /// memory, and what is printed into a file is written.
  public static boolean writes(Outline.Call call, String text) {
    String last = call.last();
    return switch (last) {
      case "copy", "move" -> call.name().startsWith("shutil.");
      case "print" -> call.keywords().contains("file") && !text(call, text).contains("std");
      // Of HDF5 and its kind, and no function of the release that opens a data set.
      case "create_dataset" -> call.keywords().stream().anyMatch(STORED::contains);
      default -> Words.WRITERS.contains(last);
    };
  }

  /// Whether a line that stands in nothing is a call, or opens a loop or a file that it stands in:
  /// what calls one of its own functions so acts when it is run. A value that a module works out
  /// for itself when it is imported is no act.
  public static boolean acts(String text, int line, Outline.Call call) {
    return text.startsWith(call.name(), line)
        || text.startsWith("for ", line)
        || text.startsWith("while ", line)
        || text.startsWith("with ", line);
  }

  /// The functions of a file that stand in no class.
  public static Set<String> functions(Outline outline) {
    Set<String> names = new HashSet<>();
    for (Outline.Definition d : outline.definitions()) {
      if (d.in().isEmpty()) {
        names.add(d.name());
      }
    }
    return names;
  }

  private static String text(Outline.Call call, String text) {
    int to = Math.min(call.end(), text.length());
    return text.substring(Math.min(call.offset(), to), to);
  }

  /// Whether a function is named for a step that data goes through before it is read for training:
  /// `prepare_data`, `process`, `new_data_process`, `autosplit`.
  public static boolean step(Outline outline, Vocabulary vocabulary) {
    if (!vocabulary.may(Deed.PREPARES)) {
      return false;
    }
    for (Outline.Definition d : outline.definitions()) {
      if (Vocabulary.deeds(d.name()).contains(Deed.PREPARES)) {
        return true;
      }
    }
    return false;
  }

  /// Whether these are the words of such a function's name.
  static boolean step(List<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    String first = words.getFirst();
    if (words.size() == 1) {
      return WHOLE_STEPS.contains(first) || STEPS.contains(first) && PARTS.contains(first);
    }
    return (STEPS.contains(first) || words.getLast().equals("process"))
        && words.stream().anyMatch(PARTS::contains);
  }

  private static final Set<String> STORED = Set.of("data", "shape", "dtype", "maxshape", "chunks");

  /// Functions of one word that are a step of preparing data.
  private static final Set<String> WHOLE_STEPS =
      Set.of("prepare", "preprocess", "process", "autosplit");

  /// First words for a step of preparing data.
  private static final Set<String> STEPS = Words.set("data-steps");

  /// Words for what goes through such a step.
  private static final Set<String> PARTS = Words.set("data-step-of");

  /// The kinds that words speak of, a bit for each.
  static int kinds(List<String> words) {
    return KINDS.of(words);
  }
}
