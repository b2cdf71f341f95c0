package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.io.FrontMatter;
import dev.assay.io.TextFile;
import dev.assay.model.Claim;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one document: README, model card, data card, changelog, manifest, metadata.
public final class DocumentReader {
  private static final Set<String> PROSE =
      Set.of("md", "markdown", "mdx", "rst", "qmd", "org", "adoc");

  /// How a page in HTML is called that is a document of a release; a release holds many others,
  /// made from its code or for its site.
  private static final List<String> PAGES =
      List.of(
          "readme",
          "model_card",
          "model-card",
          "modelcard",
          "changelog",
          "contributing",
          "datasheet",
          "dataset_card",
          "data_card",
          "data-card",
          "datacard");

  /// How a document is called whose name says nothing of its form.
  private static final List<String> NAMES =
      List.of(
          "readme",
          "model_card",
          "model-card",
          "modelcard",
          "changelog",
          "changes",
          "history",
          "contributing",
          "datasheet",
          "data_card",
          "news",
          "release");

  private DocumentReader() {}

  /// What {@link dev.assay.io.Prepared} holds of this module, by name.
  public static Map<String, byte[]> prepared() {
    return Map.of(Phrases.PREPARED, PhraseBook.read().prepared());
  }

  /// Whether a file is worth reading as text for this module, by its name.
  public static boolean wants(FileEntry entry) {
    if (entry.kind() != FileEntry.Kind.FILE) {
      return false;
    }
    Place place = Place.of(entry.path());
    if (place.vendored() || place.inTests()) {
      return false;
    }
    return isProse(place)
        || ListReader.wants(place, entry.size())
        || ScriptReader.wants(place)
        || MetadataReader.wants(place)
        || DvcReader.wants(place)
        || DataCalls.wants(place)
        || ConfigReader.wants(place, entry.size())
        || EvaluationLists.wants(place, entry.size())
        || NamedByPrograms.wants(place);
  }

  /// Whether a file is worth reading and is no program: programs are read for the data that they
  /// fetch and name, and hold no other document.
  public static boolean wantsProse(FileEntry entry) {
    Place place = Place.of(entry.path());
    return wants(entry)
        && !ScriptReader.wants(place)
        && !DataCalls.wants(place)
        && !NamedByPrograms.wants(place);
  }

  /// What the document says; empty when it is none that this module knows. Safe to call from
  /// several threads.
  public static Optional<Document> read(TextFile file) {
    Place place = Place.of(file.path());
    if (place.vendored() || place.inTests()) {
      return Optional.empty();
    }
    Optional<Document> said = said(file, place);
    if (isSaid(said) || !NamedByPrograms.wants(place)) {
      return said;
    }
    // What a program names comes with what it fetches and reads, which counts for less.
    Optional<Document> names = NamedByPrograms.read(file);
    return said.isPresent() && names.isPresent()
        ? said.map(s -> s.with(names.get().passages()))
        : names.or(() -> said);
  }

  /// Whether a file says something by itself: what a script fetches may be anything.
  private static boolean isSaid(Optional<Document> document) {
    return document
        .filter(d -> d.kind() != Document.Kind.FETCH_SCRIPT && d.kind() != Document.Kind.READS)
        .isPresent();
  }

  private static Optional<Document> said(TextFile file, Place place) {
    if (isProse(place)) {
      return Optional.of(prose(file, place));
    }
    if (MetadataReader.wants(place)) {
      return MetadataReader.read(file);
    }
    if (DvcReader.wants(place)) {
      return DvcReader.read(file);
    }
    if (ScriptReader.wants(place)) {
      Optional<Document> script = ScriptReader.read(file, place);
      return isSaid(script) || !DataCalls.wants(place)
          ? script
          : DataCalls.read(file).or(() -> script);
    }
    if (DataCalls.wants(place)) {
      return DataCalls.read(file);
    }
    if (EvaluationLists.wants(place, file.text().length())) {
      return EvaluationLists.read(file);
    }
    Optional<Document> commanded =
        place.extension().equals("sh") && NamedByPrograms.wants(place)
            ? CommandedData.ofScript(file)
            : Optional.empty();
    if (commanded.isPresent()) {
      return commanded;
    }
    Optional<Document> settings =
        ConfigReader.wants(place, file.text().length())
            ? ConfigReader.read(file)
            : Optional.empty();
    boolean addressed =
        settings.filter(d -> d.sources().stream().anyMatch(s -> s.name().isEmpty())).isPresent();
    Optional<Document> list =
        !addressed && ListReader.wants(place, file.text().length())
            ? ListReader.read(file)
            : Optional.empty();
    return list.isEmpty() ? settings : list;
  }

  /// Whether a file is a PDF whose text is worth reading: neither vendored nor a test's.
  public static boolean wantsPages(FileEntry entry) {
    if (entry.kind() != FileEntry.Kind.FILE) {
      return false;
    }
    Place place = Place.of(entry.path());
    return place.extension().equals("pdf") && !place.vendored() && !place.inTests();
  }

  /// What the text of a paged document says of training data. A paper speaks of many models and of
  /// other people's work: its figures and promises are not claims of this release.
  public static Document readPages(TextFile file) {
    Place place = Place.of(file.path());
    Document all = prose(file, place);
    return new Document(
        file,
        Document.Kind.PROSE,
        FrontMatter.NONE,
        all.title(),
        Set.of(),
        all.words(),
        PaperJudge.isBook(place) || PaperPassages.isOfACorpus(place)
            ? List.of()
            : PaperPassages.keep(file, all.passages()),
        List.of(),
        List.of(),
        Set.of(),
        List.of(),
        0);
  }

  private static boolean isProse(Place place) {
    if (PROSE.contains(place.extension())) {
      return true;
    }
    String name = place.name().toLowerCase(Locale.ROOT);
    boolean text = place.extension().isEmpty() || place.extension().equals("txt");
    boolean page = place.extension().equals("html") || place.extension().equals("htm");
    return text && startsWith(name, NAMES) || page && startsWith(name, PAGES);
  }

  private static boolean startsWith(String name, List<String> beginnings) {
    return beginnings.stream().anyMatch(name::startsWith);
  }

  /// About how many words a text has: its blanks, its characters of scripts without any, and one.
  private static int words(String text) {
    int words = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || Phrases.isSpaceless(c)) {
        words++;
      }
    }
    return words;
  }

  /// The blocks of a file in the reader of its form.
  static List<Block> blocks(TextFile file, int firstLine, String folderHeading) {
    if (RstReader.wants(file)) {
      return RstReader.read(file, firstLine, folderHeading);
    }
    return HtmlReader.wants(file)
        ? HtmlReader.read(file, firstLine, folderHeading)
        : Markup.read(AsMarkdown.of(file), firstLine, folderHeading);
  }

  private static Document prose(TextFile file, Place place) {
    FrontMatter head = file.frontMatter();
    List<Block> blocks = blocks(file, head.last() + 1, place.asHeading());
    Set<Topic> sections = EnumSet.noneOf(Topic.class);
    String title = Titles.of(blocks);
    int words = 0;
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.HEADING) {
        CardSigns.sections(block.text(), sections);
      } else if (block.kind() != Block.Kind.CODE) {
        words += words(block.text());
        CardSigns.labels(block.text(), sections);
      }
    }
    Document.Kind kind = CardSigns.kind(place, head, title, sections, words);
    boolean project =
        kind == Document.Kind.CHANGELOG
            || kind == Document.Kind.CONTRIBUTING
            || CardSigns.isOfTheProject(place);
    var heard = new Heard();
    List<Passage> passages = project ? List.of() : PassageReader.read(file, title, blocks, heard);
    boolean speaks = !project && EvaluatedOn.wants(place, kind);
    List<Passage> told = speaks ? EvaluatedOn.add(file, blocks, heard, passages) : passages;
    List<Sign> signs = project ? List.of() : SignReader.read(file, title, blocks, heard);
    List<Claim> claims =
        project ? List.of() : ClaimReader.read(file, head, title, blocks, heard, passages);
    return new Document(
        file,
        kind,
        head,
        title,
        sections,
        words,
        speaks ? LinkedNames.add(file, blocks, told) : told,
        project
            ? ResultTables.add(file, blocks, signs)
            : ResultSections.add(
                file,
                blocks,
                heard,
                ResultSentences.add(file, blocks, heard, ResultTables.add(file, blocks, signs))),
        claims,
        project ? Set.of() : DataPages.in(file.path(), blocks, heard),
        List.of(),
        0);
  }
}
