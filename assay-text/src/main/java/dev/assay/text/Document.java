package dev.assay.text;

import dev.assay.io.FrontMatter;
import dev.assay.io.TextFile;
import dev.assay.model.Claim;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one document says, read once.
///
/// @param file the document
/// @param kind what it is
/// @param head its front matter
/// @param title its first heading, or empty
/// @param sections which sections of a card it has
/// @param words how many words of prose, roughly
/// @param passages what it says about data
/// @param signs what it says about other components
/// @param claims what it claims of the release
/// @param dataPages paths of other documents that this one calls pages on its training or its data
/// @param sources for a manifest, script or metadata: the data sets or pieces that it lists
/// @param entries for a manifest how many pieces it lists, otherwise 0
public record Document(
    TextFile file,
    Kind kind,
    FrontMatter head,
    String title,
    Set<Topic> sections,
    int words,
    List<Passage> passages,
    List<Sign> signs,
    List<Claim> claims,
    Set<String> dataPages,
    List<Passage.Source> sources,
    int entries) {

  public Document {
    sections = Set.copyOf(sections);
    passages = List.copyOf(passages);
    signs = List.copyOf(signs);
    claims = List.copyOf(claims);
    dataPages = Set.copyOf(dataPages);
    sources = List.copyOf(sources);
  }

  /// Why its front matter could not be read, with the line; empty where it has none or it was read.
  public Optional<String> unreadHead() {
    return head.status() == FrontMatter.Status.BROKEN
        ? Optional.of("line " + head.first() + ": " + head.reason())
        : Optional.empty();
  }

  /// What a document is.
  public enum Kind {
    MODEL_CARD,
    DATA_CARD,
    README,
    CHANGELOG,
    CONTRIBUTING,
    /// Other prose.
    PROSE,
    /// A list that names the pieces of a data set.
    MANIFEST,
    /// A program that fetches or makes data.
    DATA_SCRIPT,
    /// A program that fetches something, which is data where another document says so.
    FETCH_SCRIPT,
    /// A program that learns and names files by their paths.
    READS,
    /// A pointer where data should be.
    DATA_POINTER,
    /// Metadata of a package of models, with its sources.
    METADATA,
    /// Settings of a training that name its data.
    SETTINGS,
    /// A program or its settings that name data and fetch none.
    PROGRAM
  }

  /// Whether it is a program, or the settings of one, that may name data.
  boolean isProgram() {
    return kind == Kind.PROGRAM || kind == Kind.FETCH_SCRIPT || kind == Kind.READS;
  }

  /// The same with these passages.
  Document with(List<Passage> others) {
    return new Document(
        file, kind, head, title, sections, words, others, signs, claims, dataPages, sources,
        entries);
  }

  static Document plain(TextFile file, Kind kind, List<Passage.Source> sources, int entries) {
    return new Document(
        file,
        kind,
        FrontMatter.NONE,
        "",
        Set.of(),
        0,
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        sources,
        entries);
  }
}
