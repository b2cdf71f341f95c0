package dev.assay.rebuild;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A step that makes something, as a release describes it.
///
/// @param origin the file, and the name in it
/// @param command the words of its command
/// @param shell whether those words mean something to a shell, so that they are no plain arguments
/// @param dependencies paths that go in
/// @param outputs paths that come out
/// @param parameters its settings
/// @param rest what a recipe needs beside, where the description says it
record Stage(
    String origin,
    List<String> command,
    boolean shell,
    List<String> dependencies,
    List<String> outputs,
    Map<String, String> parameters,
    Rest rest) {
  Stage {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  Stage(
      String origin,
      List<String> command,
      boolean shell,
      List<String> dependencies,
      List<String> outputs,
      Map<String, String> parameters) {
    this(origin, command, shell, dependencies, outputs, parameters, Rest.NOTHING);
  }

  boolean trains() {
    String words = (origin + " " + String.join(" ", command)).toLowerCase(Locale.ROOT);
    return guessed() || words.contains("train") || words.contains("fit");
  }

  /// Whether only names told that it may be one: anything that says what it makes is better.
  boolean guessed() {
    return rest.equals(Rest.GUESSED);
  }

  /// What only some descriptions say.
  ///
  /// @param artifacts Maven artifacts that it needs
  /// @param wanted files that it needs and that no description says where to get
  /// @param completed settings that nothing states, with the default of the program
  /// @param files small files that it reads
  /// @param clock fields of its outputs that hold the time of the build
  /// @param jdk the lowest JDK, 0 for any
  /// @param notes what whoever fills in the recipe should know
  record Rest(
      List<Artifact> artifacts,
      List<Wanted> wanted,
      Map<String, String> completed,
      List<Written> files,
      List<String> clock,
      int jdk,
      List<String> notes) {
    static final Rest NOTHING =
        new Rest(List.of(), List.of(), Map.of(), List.of(), List.of(), 0, List.of());

    /// Of a stage that was found by its name alone.
    static final Rest GUESSED =
        notes(
            List.of("It was found by its name alone: whether it makes the weights, nothing says."));

    static Rest notes(List<String> notes) {
      return new Rest(List.of(), List.of(), Map.of(), List.of(), List.of(), 0, notes);
    }

    static Rest wanted(List<Wanted> wanted, List<String> notes) {
      return new Rest(List.of(), wanted, Map.of(), List.of(), List.of(), 0, notes);
    }
  }

  /// A Maven artifact: its name in the recipe and its coordinates.
  record Artifact(String id, String coordinates, String role) {}

  /// A file that somebody has to bring: its name in the recipe, what it is usually called (empty
  /// where nothing tells), its role, the digest that a description states (`sha256: ...`, or empty)
  /// and what it is.
  ///
  /// @param git the repository as `owner/name` and the commit, where it is one; its file is then to
  ///   be filled in
  record Wanted(
      String id,
      String name,
      String role,
      String digest,
      String note,
      java.util.Optional<Commit> git) {
    Wanted(String id, String name, String role, String digest, String note) {
      this(id, name, role, digest, note, java.util.Optional.empty());
    }
  }

  /// A revision of a repository.
  record Commit(String repository, String revision) {}

  /// A small file that the command reads.
  record Written(String id, String name, List<String> lines) {}
}
