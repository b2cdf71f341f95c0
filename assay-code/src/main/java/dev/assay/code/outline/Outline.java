package dev.assay.code.outline;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a file says at its surface. Offsets count characters in the text that was scanned; every
/// list stands in the order of the text and ends at {@link #MOST} entries, so that a file of any
/// size costs bounded memory.
///
/// @param imports modules and names brought in
/// @param definitions functions and methods
/// @param classes classes with their bases
/// @param calls calls by the name that is called
/// @param names names that are given a value: assignments, configuration keys, options
/// @param launches commands that start a program, in shell scripts and in the cells of notebooks
/// @param entry where a program starts (`__main__`, `main(`), or -1
/// @param vocabulary each once, every name of more than one letter that the code uses, in whatever
///   place, outside comments and strings
public record Outline(
    List<Import> imports,
    List<Definition> definitions,
    List<ClassDef> classes,
    List<Call> calls,
    List<Named> names,
    List<Launch> launches,
    int entry,
    Collection<String> vocabulary) {

  /// The longest list kept.
  public static final int MOST = 20_000;

  /// Nothing at all.
  public static final Outline EMPTY =
      new Outline(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), -1, Set.of());

  public Outline {
    imports = List.copyOf(imports);
    definitions = List.copyOf(definitions);
    classes = List.copyOf(classes);
    calls = List.copyOf(calls);
    names = List.copyOf(names);
    launches = List.copyOf(launches);
    // As long as the text, and made for this outline alone: a view of it is enough.
    vocabulary = Collections.unmodifiableCollection(vocabulary);
  }

  /// The same with these commands too.
  Outline starting(List<Launch> commands) {
    if (commands.isEmpty()) {
      return this;
    }
    List<Launch> all = Stream.concat(launches.stream(), commands.stream()).limit(MOST).toList();
    return new Outline(imports, definitions, classes, calls, names, all, entry, vocabulary);
  }

  /// A module or a name brought in.
  ///
  /// @param name the full dotted name: `torch.nn` for `import torch.nn` and for `from torch import
  ///   nn`; relative imports keep their dots
  /// @param as the name that it has in this file
  public record Import(String name, String as, int offset) {}

  /// A function or method.
  ///
  /// @param in the class that it stands in, or empty
  /// @param decorators their names, full as far as imports say
  public record Definition(String name, String in, List<String> decorators, int offset) {
    public Definition {
      decorators = List.copyOf(decorators);
    }
  }

  /// A class.
  ///
  /// @param bases their names, full as far as imports say
  public record ClassDef(String name, List<String> bases, int offset, int end) {
    public ClassDef {
      bases = List.copyOf(bases);
    }
  }

  /// A call.
  ///
  /// @param name what is called, full as far as imports say; a receiver that is no plain name is
  ///   `?`, as in `?.minimize`
  /// @param keywords the names of keyword arguments
  /// @param text the first string among its arguments, or empty
  public record Call(String name, List<String> keywords, String text, int offset, int end) {
    public Call {
      keywords = List.copyOf(keywords);
    }

    /// The last part of the name.
    public String last() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /// A name that is given a value.
  ///
  /// @param name the name, dotted where the text has dots
  /// @param value the value where it is one plain word, number or string; otherwise empty
  public record Named(String name, String value, int offset) {}

  /// A command of a shell script.
  ///
  /// @param program the script or module that does the work (`train.py`, `open_lm.main`), else the
  ///   command
  /// @param words the whole command, joined by single blanks, at most 2,000 characters
  /// @param options the long options, without dashes
  public record Launch(String program, String words, List<String> options, int offset) {
    public Launch {
      options = List.copyOf(options);
    }
  }
}
