package dev.assay.code.reading;

/// Something in a source, or in its path, that may tell what it is for.
///
/// @param kind where it stands
/// @param word the word in lower case; empty for {@link Kind#MAIN}
public record Sign(Kind kind, String word) {
  /// Where a sign stands.
  public enum Kind {
    /// A word of the file's name.
    FILE,
    /// A word of the folders above it.
    FOLDER,
    /// The ending of the file's name.
    ENDING,
    /// How deep it stands: 0 at the root, at most 3.
    DEPTH,
    /// How long it is: 0 below 30 lines, 1 below 100, 2 below 300, 3 below 1,000, else 4.
    LENGTH,
    /// A program starts here as Python's do.
    MAIN,
    /// A whole name, in whatever place: code, string or comment.
    NAME,
    /// A word of a name: `dict` of `load_state_dict`.
    PART,
    /// Two names with a dot between them: `loss.backward`.
    PAIR,
    /// A name before an opening bracket.
    CALL,
    /// A function or class that is defined here.
    DEFINED,
    /// A word of its name.
    DEFINED_PART,
    /// An option of a command line, without dashes.
    OPTION,
    /// A word of one.
    OPTION_PART
  }
}
