package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.io.FrontMatter;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which papers and reports are in hand, and which the documents link.
final class PaperJudge {
  private final List<Document> documents;
  private final Listing listing;
  private final Said said;

  PaperJudge(List<Document> documents, Listing listing, Said said) {
    this.documents = documents;
    this.listing = listing;
    this.said = said;
  }

  /// The finding for the papers or for the reports.
  Finding paper(Component component) {
    List<Listing.Named> papers = new ArrayList<>();
    for (Listing.Named named : listing.files()) {
      if (named.place().extension().equals("pdf")
          && isPaper(named.place(), named.entry().size())
          && readsAsOne(named.entry())) {
        papers.add(named);
      }
    }
    List<Evidence> here = new ArrayList<>();
    for (Listing.Named named : Literature.without(papers, title())) {
      if (isReport(named.place()) == (component == Component.TECHNICAL_REPORT)) {
        here.add(listing.evidence(named.entry()));
      }
    }
    if (component == Component.RESEARCH_PAPER) {
      for (Document document : documents) {
        if (isManuscript(document) || isWrittenOut(document)) {
          here.add(document.file().evidence(1, Math.max(1, document.head().last())));
        }
      }
    }
    if (!here.isEmpty()) {
      return Findings.found(
          component,
          State.PRESENT,
          Set.of(),
          "In hand: " + here.getFirst().path(),
          here,
          List.of());
    }
    return said.linkedOrAbsent(
        component,
        List.of("PDF files by name and place", "links in READMEs and cards", "citations"));
  }

  /// The title of the README of the whole release; empty for none.
  private String title() {
    for (Document document : documents) {
      if (document.file().path().indexOf('/') < 0 && !document.title().isEmpty()) {
        return Titles.clean(document.title());
      }
    }
    return "";
  }

  /// Words of which a paper has one: it sums itself up, or says what it rests on.
  private static final List<String> OF_PAPERS =
      List.of("abstract", "references", "bibliography", "introduction", "参考文献", "摘要", "引言", "文献");

  /// A page of prose, in characters: less is a figure with its labels.
  private static final int A_PAGE = 1_500;

  /// What a licence or an agreement calls its parties.
  private static final List<String> OF_AGREEMENTS =
      List.of("hereinafter", "licensor", "许可方", "被许可", "甲方", "乙方");

  /// Whether the text of a PDF, where it was read, is that of a paper: a plot, a diagram and an
  /// agreement are PDFs too.
  private boolean readsAsOne(FileEntry entry) {
    for (Document document : documents) {
      TextFile file = document.file();
      if (file.path().equals(entry.path()) && file.source().equals(entry.source())) {
        String text = file.text().toLowerCase(Locale.ROOT);
        return text.length() >= A_PAGE
            && OF_PAPERS.stream().anyMatch(text::contains)
            && OF_AGREEMENTS.stream().filter(text::contains).count() < 2;
      }
    }
    return true;
  }

  /// A paper written in Markdown, as journals of software ask for it: a title, authors and a
  /// bibliography in its front matter.
  private static boolean isManuscript(Document document) {
    FrontMatter head = document.head();
    return head.status() == FrontMatter.Status.READ
        && head.has("title")
        && head.has("authors")
        && head.has("bibliography");
  }

  private static final Pattern ABSTRACT =
      Pattern.compile("(?im)^#{1,4} {1,3}(?:\\*\\*)?abstract(?:\\*\\*)?\\s{0,3}$");

  private static final Pattern REFERENCES =
      Pattern.compile(
          "(?im)^#{1,4} {1,3}(?:\\d{1,2}\\.? )?(?:\\*\\*)?(?:references|bibliography|works cited)(?:\\*\\*)?\\s{0,3}$");

  private static final Set<String> CALLED_PAPER =
      Set.of("paper.md", "manuscript.md", "article.md", "preprint.md", "whitepaper.md");

  /// A whole paper as a page of its own: called one, summed up at its beginning, with what it rests
  /// on at its end.
  private static boolean isWrittenOut(Document document) {
    TextFile file = document.file();
    return CALLED_PAPER.contains(file.name().toLowerCase(Locale.ROOT))
        && file.text().length() >= 2 * A_PAGE
        && ABSTRACT.matcher(file.text()).find()
        && REFERENCES.matcher(file.text()).find();
  }

  private static boolean isPaper(Place place, long size) {
    if (size >= 0 && size < 10_000) {
      return false;
    }
    Set<String> aside =
        Set.of(
            "figures",
            "figs",
            "figure",
            "visuals",
            "plots",
            "assets",
            "agreements",
            "agreement",
            "eval",
            "evaluation",
            "imgs",
            "images",
            "img",
            "slides",
            "poster",
            "license",
            "licence",
            "licenses",
            "examples",
            "example",
            "data",
            "demo",
            "samples",
            "logo",
            "dataset",
            "datasets",
            "guide",
            "policy",
            "card",
            "modelcard",
            "datacard");
    return !place.any(aside) && !isBook(place);
  }

  /// What teaches or surveys a field is about many models, wherever it lies.
  static boolean isBook(Place place) {
    return place.nameHas(
        Set.of(
            "book",
            "handbook",
            "textbook",
            "tutorial",
            "survey",
            "lecture",
            "slides",
            "intro",
            "introduction",
            "presentation",
            "talk",
            "manual",
            "guide"));
  }

  private static boolean isReport(Place place) {
    return place.any(
        Set.of("report", "reports", "technical", "tech", "techreport", "whitepaper", "system"));
  }
}
