package dev.assay.licences.match;

import java.util.List;

/// One known text: its words in order, which of them may be left out or replaced, and where its
/// clauses begin. The words are numbers of the index's vocabulary.
///
/// @param number its place in the index
/// @param entry the licence it is a text of
/// @param kind what sort of text
/// @param words the words, in order
/// @param flags for each word, {@link #OPTIONAL}, {@link #REPLACEABLE}, {@link #BLANK_BEFORE} or
///   {@link #FORBIDS}
/// @param clauses where clauses begin, in order
record Reference(
    int number,
    LicenceIndex.Entry entry,
    Kind kind,
    char[] words,
    byte[] flags,
    List<Clause> clauses) {
  /// The text may lack this word.
  static final byte OPTIONAL = 1;

  /// The text may have other words here: a name, a date.
  static final byte REPLACEABLE = 2;

  /// A name or notice may stand before this word; the word itself must be there.
  static final byte BLANK_BEFORE = 4;

  /// With {@link #REPLACEABLE}: what stands here forbids something, in these words or in others.
  static final byte FORBIDS = 8;

  /// What sort of text a reference is.
  enum Kind {
    LICENCE,
    EXCEPTION,
    /// An acceptable-use policy: it binds through a licence that names it.
    POLICY
  }

  /// @param word the first word of the clause
  /// @param label its number as written, for example `1.b.v`
  record Clause(int word, String label) {}

  int size() {
    return words.length;
  }

  /// How many words may not be left out.
  int needed() {
    int n = 0;
    for (int i = 0; i < flags.length; i++) {
      n += free(i) ? 0 : 1;
    }
    return n;
  }

  boolean free(int word) {
    return (flags[word] & (OPTIONAL | REPLACEABLE)) != 0;
  }

  /// Whether its words are known in letters, and not only as hashes.
  boolean spelled() {
    return !entry.is(LicenceIndex.Entry.HASHED);
  }

  /// The clause that a word stands in, or empty before the first.
  String clauseAt(int word) {
    String label = "";
    for (Clause clause : clauses) {
      if (clause.word() > word) {
        break;
      }
      label = clause.label();
    }
    return label;
  }
}
