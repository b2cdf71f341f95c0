package dev.assay.licences.match;

import java.util.List;
import java.util.Set;

/// A place in a text that is, or nearly is, a known licence.
///
/// @param entry the licence
/// @param first its first word in the text
/// @param last its last word in the text
/// @param matched how many words are equal
/// @param words how many words the licence has that may not be left out
/// @param weight how many words differ that count
/// @param clauses where the licence's clauses stand in the text, in order
/// @param notes the differences that count, in words a reader understands, in order
/// @param touched the clauses with a difference that counts and is more than another name, address
///   or date; empty text for what stands in no clause
/// @param adds whether such a difference brings in words of permission, denial, commerce, outputs
///   or territory: it can limit or lift what stands elsewhere
public record TextMatch(
    LicenceIndex.Entry entry,
    int first,
    int last,
    int matched,
    int words,
    int weight,
    List<String> notes,
    Set<String> touched,
    boolean adds,
    List<Clause> clauses) {
  public TextMatch {
    clauses = List.copyOf(clauses);
    notes = List.copyOf(notes);
    touched = Set.copyOf(touched);
  }

  /// @param label the clause's number
  /// @param word its first word in the text
  public record Clause(String label, int word) {}

  /// Whether the words are the licence's own.
  public boolean same() {
    return weight == 0;
  }

  /// Equal words as a share of equal and differing words, 0 to 1.
  public double likeness() {
    return (double) matched / Math.max(1, matched + weight);
  }

  boolean overlaps(TextMatch other) {
    return first <= other.last && other.first <= last;
  }

  int length() {
    return last - first + 1;
  }
}
