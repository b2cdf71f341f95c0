package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Judges the documents of a release: cards, papers, results, samples, logs and project files, and
/// the gate before the weights.
final class PaperworkJudge {
  private final List<Document> documents;
  private final Listing listing;

  PaperworkJudge(List<Document> documents, Listing listing) {
    this.documents = documents;
    this.listing = listing;
  }

  List<Finding> findings() {
    return List.of(
        card(Component.MODEL_CARD, Document.Kind.MODEL_CARD),
        card(Component.DATA_CARD, Document.Kind.DATA_CARD),
        paper(Component.TECHNICAL_REPORT),
        paper(Component.RESEARCH_PAPER),
        results(),
        files(Component.SAMPLE_OUTPUTS, PaperworkJudge::isSample),
        files(Component.TRAINING_LOGS, PaperworkJudge::isLog),
        files(Component.LICENCE_FILES, PaperworkJudge::isLicence),
        project(Component.CHANGELOG, Document.Kind.CHANGELOG),
        project(Component.CONTRIBUTING, Document.Kind.CONTRIBUTING),
        access());
  }

  private Finding card(Component component, Document.Kind kind) {
    List<Document> cards =
        documents.stream()
            .filter(d -> d.kind() == kind && !listing.embedded(d.file().path()))
            .sorted(Comparator.comparingInt(d -> Place.of(d.file().path()).depth()))
            .toList();
    List<Evidence> pages =
        listing.files().stream()
            .filter(n -> isCardInPages(n.place(), component))
            .map(n -> listing.evidence(n.entry()))
            .limit(6)
            .toList();
    if (cards.isEmpty() && !pages.isEmpty()) {
      String what = component == Component.MODEL_CARD ? "Model card" : "Data card";
      return Findings.found(
          component,
          State.PRESENT,
          Set.of(),
          what + ": " + pages.getFirst().path(),
          pages,
          List.of());
    }
    if (cards.isEmpty()) {
      Finding told =
          linkedOrAbsent(component, List.of("documents with the fields or sections of a card"));
      return told.state() == State.LINKED
          ? told
          : HubPages.card(component, speaking()).orElse(told);
    }
    List<Evidence> evidence = new ArrayList<>();
    for (Document card : cards) {
      if (evidence.size() < 6) {
        evidence.add(cardEvidence(card));
      }
    }
    Document first = cards.getFirst();
    String what = component == Component.MODEL_CARD ? "Model card" : "Data card";
    String summary =
        what
            + ": "
            + first.file().path()
            + (cards.size() > 1 ? " and " + (cards.size() - 1) + " more" : "")
            + (first.words() < 40 ? "; it has hardly any words" : "");
    Set<Qualifier> qualifiers = first.words() < 40 ? Set.of(Qualifier.PARTIAL) : Set.of();
    List<Note> notes = new ArrayList<>();
    for (Document card : cards) {
      FrontMatter head = card.head();
      if (head.status() == FrontMatter.Status.BROKEN && notes.size() < 6) {
        notes.add(
            new Note(
                Note.Kind.REMARK,
                card.file().path()
                    + ":"
                    + head.first()
                    + ": "
                    + head.reason()
                    + "; nothing was taken from it",
                List.of(card.file().evidence(head.first(), Math.max(head.first(), head.last())))));
      }
    }
    return Findings.found(component, State.PRESENT, qualifiers, summary, evidence, notes);
  }

  private static Evidence cardEvidence(Document card) {
    FrontMatter head = card.head();
    if (head.status() != FrontMatter.Status.NONE && head.last() > head.first()) {
      return card.file().evidence(head.first(), head.last());
    }
    return card.file().evidenceWhole(card.title());
  }

  private Finding paper(Component component) {
    List<Evidence> here = new ArrayList<>();
    for (Listing.Named named : listing.files()) {
      if (named.place().extension().equals("pdf")
          && isPaper(named.place(), named.entry().size())
          && isReport(named.place()) == (component == Component.TECHNICAL_REPORT)) {
        here.add(listing.evidence(named.entry()));
      }
    }
    if (component == Component.RESEARCH_PAPER) {
      for (Document document : documents) {
        if (isManuscript(document)) {
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
    return linkedOrAbsent(
        component,
        List.of("PDF files by name and place", "links in READMEs and cards", "citations"));
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

  private static boolean isPaper(Place place, long size) {
    if (size >= 0 && size < 10_000) {
      return false;
    }
    Set<String> aside =
        Set.of(
            "figures",
            "figs",
            "figure",
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

  /// A card set as pages.
  private static boolean isCardInPages(Place place, Component component) {
    List<String> words = List.copyOf(place.words());
    String kind = component == Component.MODEL_CARD ? "model" : "data";
    boolean named = words.contains("card") && words.contains(kind) || words.contains(kind + "card");
    return named && (place.extension().equals("pdf") || place.extension().equals("docx"));
  }

  private static boolean isReport(Place place) {
    return place.any(
        Set.of("report", "reports", "technical", "tech", "techreport", "whitepaper", "system"));
  }

  private Finding results() {
    List<Evidence> evidence = new ArrayList<>();
    for (Document document : documents) {
      if (document.head().has("model-index")) {
        evidence.add(
            document
                .file()
                .evidence(
                    Math.min(document.head().line("model-index"), document.file().lines()),
                    Math.min(document.head().line("model-index"), document.file().lines())));
      }
    }
    signs(Component.EVALUATION_RESULTS, State.PRESENT).forEach(s -> evidence.add(s.evidence()));
    for (Listing.Named named : listing.files()) {
      if (evidence.size() < Findings.MOST_EVIDENCE && isResult(named.place())) {
        evidence.add(listing.evidence(named.entry()));
      }
    }
    if (!evidence.isEmpty()) {
      return Findings.found(
          Component.EVALUATION_RESULTS,
          State.PRESENT,
          Set.of(),
          "Given in " + evidence.getFirst().path(),
          evidence,
          List.of());
    }
    List<Evidence> said = new ArrayList<>();
    for (Document document : documents) {
      if (document.sections().contains(Topic.CARD_EVALUATION)) {
        said.add(document.file().evidenceWhole(document.title()));
      }
    }
    if (!said.isEmpty()) {
      return Findings.found(
          Component.EVALUATION_RESULTS,
          State.DESCRIBED,
          Set.of(),
          "A section on evaluation without a table of numbers",
          said,
          List.of());
    }
    return linkedOrAbsent(
        Component.EVALUATION_RESULTS,
        List.of("tables in documents", "model-index", "result files by name"));
  }

  private static boolean isResult(Place place) {
    boolean data =
        switch (place.extension()) {
          case "json", "csv", "tsv", "jsonl", "txt" -> true;
          default -> false;
        };
    String name = place.name().toLowerCase(Locale.ROOT);
    return data
        && (name.startsWith("all_results")
            || name.startsWith("eval_results")
            || name.startsWith("test_results")
            || name.startsWith("results.")
            || place.inFolder(Set.of("results")) && place.any(Place.EVALUATION));
  }

  private Finding files(Component component, Predicate<Place> is) {
    List<Evidence> evidence = new ArrayList<>();
    int count = 0;
    for (Listing.Named named : listing.files()) {
      if (is.test(named.place())) {
        count++;
        if (evidence.size() < Findings.MOST_EVIDENCE) {
          evidence.add(listing.evidence(named.entry()));
        }
      }
    }
    if (count > 0) {
      evidence.sort(Comparator.comparingInt(e -> Place.of(e.path()).depth()));
      String summary =
          evidence.getFirst().path() + (count > 1 ? " and " + (count - 1) + " more" : "");
      return Findings.found(component, State.PRESENT, Set.of(), summary, evidence, List.of());
    }
    return linkedOrAbsent(component, List.of("files by name", "links in documents"));
  }

  static boolean isLicence(Place place) {
    String name = place.name().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    boolean text =
        switch (place.extension()) {
          case "",
              "txt",
              "md",
              "rst",
              "pdf",
              "html",
              "mit",
              "apache",
              "code",
              "model",
              "weights",
              "data",
              "docs" ->
              true;
          default -> place.extension().chars().noneMatch(Character::isLetter);
        };
    boolean named =
        name.startsWith("license")
            || name.startsWith("licence")
            || name.startsWith("copying")
            || name.startsWith("notice")
            || name.startsWith("unlicense")
            || name.startsWith("copyright")
            || name.contains("license.")
            || name.contains("licence.")
            || name.endsWith("license")
            || name.endsWith("licence")
            || name.contains("_license")
            || name.contains("license_")
            || name.contains("use_policy")
            || name.contains("terms_of_use");
    return text && named;
  }

  private static boolean isLog(Place place) {
    String name = place.name().toLowerCase(Locale.ROOT);
    if (name.startsWith("events.out.tfevents")
        || name.equals("trainer_state.json")
        || name.equals("train_log.txt")
        || name.startsWith("wandb_summary")
        || name.startsWith("wandb-summary")) {
      return true;
    }
    boolean log =
        switch (place.extension()) {
          case "log" -> true;
          case "txt", "csv", "json", "jsonl", "tsv" ->
              place.words().contains("log")
                  || place.words().contains("logs")
                  || place.words().contains("loss") && place.any(Place.TRAIN);
          default -> false;
        };
    return log
        && (place.any(Place.TRAIN)
            || place.inFolder(Set.of("logs", "log", "logbook", "logbooks", "chronicles")))
        && !place.any(Place.EVALUATION);
  }

  private static boolean isSample(Place place) {
    boolean media =
        switch (place.extension()) {
          case "wav",
              "mp3",
              "flac",
              "png",
              "jpg",
              "jpeg",
              "mp4",
              "gif",
              "txt",
              "json",
              "jsonl",
              "md",
              "html" ->
              true;
          default -> false;
        };
    String name = place.name().toLowerCase(Locale.ROOT);
    boolean folder =
        place.inFolder(Set.of("samples", "generations", "gallery"))
            || place.folders().contains("sample") && place.folders().contains("outputs");
    return media
        && (folder && !place.any(Place.DATA)
            || name.startsWith("sample_output")
            || name.startsWith("sample-output")
            || name.startsWith("generated_"));
  }

  private Finding project(Component component, Document.Kind kind) {
    List<Evidence> evidence =
        documents.stream()
            .filter(d -> d.kind() == kind && !listing.embedded(d.file().path()))
            .sorted(Comparator.comparingInt(d -> Place.of(d.file().path()).depth()))
            .map(d -> d.file().evidenceWhole(d.title()))
            .toList();
    if (evidence.isEmpty()) {
      return linkedOrAbsent(component, List.of("files by name"));
    }
    return Findings.found(
        component, State.PRESENT, Set.of(), evidence.getFirst().path(), evidence, List.of());
  }

  private Finding access() {
    List<Evidence> gates = new ArrayList<>();
    for (Document document : documents) {
      for (String key : document.head().values().keySet().stream().sorted().toList()) {
        boolean gate =
            key.startsWith("extra_gated")
                || key.equals("gated") && !"false".equals(document.head().text(key));
        if (gate && document.kind() == Document.Kind.MODEL_CARD) {
          int line = Math.min(document.head().line(key), document.file().lines());
          gates.add(document.file().evidence(line, line));
        }
      }
    }
    Component component = Component.ACCESS;
    if (!gates.isEmpty()) {
      return Findings.found(
          component,
          State.PRESENT,
          Set.of(Qualifier.GATED),
          "The card's head asks for something before the weights are given",
          gates,
          List.of());
    }
    List<Evidence> strong = signs(component, State.PRESENT).stream().map(Sign::evidence).toList();
    if (!strong.isEmpty()) {
      return Findings.found(
          component,
          State.PRESENT,
          Set.of(Qualifier.GATED),
          "The documents say that the weights are given on request or after an agreement",
          strong,
          List.of());
    }
    List<Evidence> prose = signs(component, State.DESCRIBED).stream().map(Sign::evidence).toList();
    if (!prose.isEmpty()) {
      return Findings.found(
          component,
          State.DESCRIBED,
          Set.of(Qualifier.GATED),
          "The documents speak of a request, a form or an agreement",
          prose,
          List.of());
    }
    return Findings.absent(
        component,
        "No gate was found in what was inspected",
        List.of("front matter (extra_gated_*)", "words about requests, forms and agreements"));
  }

  private Finding linkedOrAbsent(Component component, List<String> searched) {
    for (State state : List.of(State.LINKED, State.PROMISED, State.DESCRIBED)) {
      List<Sign> signs = signs(component, state);
      if (!signs.isEmpty()) {
        Sign first = signs.getFirst();
        String what =
            switch (state) {
              case LINKED ->
                  String.valueOf(first.link()).contains("://")
                          || component != Component.RESEARCH_PAPER
                      ? "Linked: " + first.link()
                      : "Cited by its title: " + first.link();
              case PROMISED -> "Promised" + (first.date() == null ? "" : " (" + first.date() + ")");
              default -> "Described";
            };
        return Findings.found(
            component,
            state,
            Set.of(),
            what,
            signs.stream().map(Sign::evidence).toList(),
            List.of());
      }
    }
    return Findings.absent(component, "Not found in what was inspected", searched);
  }

  /// The documents that speak for the release: not those of examples, data or embedded projects.
  private List<Document> speaking() {
    List<Document> speaking = new ArrayList<>();
    for (Document document : documents) {
      Place place = Place.of(document.file().path());
      boolean about =
          document.kind() == Document.Kind.MODEL_CARD
              || place.depth() <= 2
                  && !place.inFolder(Place.DATA)
                  && !place.inFolder(Place.EXAMPLE);
      if (about && !listing.embedded(document.file().path())) {
        speaking.add(document);
      }
    }
    return speaking;
  }

  private List<Sign> signs(Component component, State state) {
    List<Sign> signs = new ArrayList<>();
    for (Document document : speaking()) {
      for (Sign sign : document.signs()) {
        if (sign.component() == component
            && sign.state() == state
            && !sign.qualifiers().contains(Qualifier.OF_BASE)) {
          signs.add(sign);
        }
      }
    }
    return signs;
  }
}
