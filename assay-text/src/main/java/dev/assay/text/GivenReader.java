package dev.assay.text;

import dev.assay.io.FrontMatter;
import dev.assay.model.DataSet;
import dev.assay.model.Order;
import dev.assay.model.Qualifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Collects what front matter, passages, lists, scripts, settings and pointers give as data, and
/// how surely each is this release's own.
final class GivenReader {
  /// How much less a passage weighs in a project inside the project.
  private static final int EMBEDDED = 5;

  private final List<Document> documents;
  private final Listing listing;
  private final boolean hasTrainer;
  private final Tried tried;
  private final List<Given> given = new ArrayList<>();

  /// The pages that the release's README calls pages on its training or data.
  private final Set<String> pages = new HashSet<>();

  /// The programs that the release's README names by their path: it starts them, wherever they lie.
  private final Set<String> started = new HashSet<>();

  /// The scripts of which the release's README says that they fetch data.
  private final Set<String> told = new HashSet<>();

  private GivenReader(List<Document> documents, Listing listing, boolean hasTrainer) {
    this.documents = documents;
    this.listing = listing;
    this.hasTrainer = hasTrainer;
    this.tried = Tried.of(documents);
  }

  /// All that is given, the surest first.
  static List<Given> read(List<Document> documents, Listing listing, boolean hasTrainer) {
    var reader = new GivenReader(documents, listing, hasTrainer);
    for (Document document : documents) {
      if (document.kind() == Document.Kind.README
          && Place.of(document.file().path()).depth() == 0) {
        reader.pages.addAll(document.dataPages());
        reader.started.addAll(programs(document.file().text()));
      }
    }
    reader.told.addAll(
        ToldScripts.in(
            documents,
            documents.stream()
                .filter(d -> d.kind() == Document.Kind.FETCH_SCRIPT)
                .map(d -> d.file().path())
                .collect(Collectors.toUnmodifiableSet())));
    for (Document document : documents) {
      reader.frontMatter(document);
      if (document.isProgram()) {
        reader.program(document);
      } else {
        reader.passages(document);
      }
      reader.lists(document);
      reader.pointers(document);
    }
    // What documents say of their own data comes before what programs happen to load.
    reader.given.sort(
        Order.down(
            g -> g.form() == DataSet.Form.SCRIPT ? Math.min(g.weight(), Passage.OWN) : g.weight()));
    return reader.given;
  }

  private void frontMatter(Document document) {
    FrontMatter head = document.head();
    if (document.kind() != Document.Kind.MODEL_CARD || head.status() != FrontMatter.Status.READ) {
      return;
    }
    List<String> names = new ArrayList<>(head.texts("datasets"));
    names.addAll(head.texts("dataset"));
    if (names.isEmpty()) {
      return;
    }
    String key = head.has("datasets") ? "datasets" : "dataset";
    List<Passage.Source> sources = new ArrayList<>();
    boolean linked = head.last() > 0;
    for (String name : names) {
      boolean hub = linked && name.indexOf(' ') < 0 && !name.startsWith("http");
      String link =
          name.startsWith("http") ? name : hub ? "https://huggingface.co/datasets/" + name : "";
      sources.add(new Passage.Source(name, link));
    }
    boolean derived = head.has("base_model");
    int first = head.line(key);
    int last =
        Math.min(
            document.file().lines(),
            Math.max(first, Math.min(head.last() - 1, first + names.size())));
    given.add(
        new Given(
            derived ? DataSet.Stage.POST_TRAINING : DataSet.Stage.TRAINING,
            linked && Passage.isLinked(sources) ? DataSet.Form.LINK : DataSet.Form.NAMED,
            Set.of(),
            7,
            sources,
            List.of(),
            "",
            "",
            document.file().evidence(first, last)));
  }

  private void passages(Document document) {
    Place place = Place.of(document.file().path());
    int depth = place.depth();
    boolean card =
        document.kind() == Document.Kind.MODEL_CARD || document.kind() == Document.Kind.DATA_CARD;
    boolean evaluates =
        document.kind() != Document.Kind.MODEL_CARD && place.inFolder(Place.EVALUATION);
    // The deeper a document lies, the more likely it speaks of a part, a tool or an example; and in
    // a folder for evaluation, of what is evaluated on.
    int less =
        listing.embedded(document.file().path()) || evaluates
            ? EMBEDDED
            : pages.contains(document.file().path())
                ? -2
                : card
                        || place.any(Place.TRAIN)
                        || place.inFolder(OF_WEIGHTS)
                        || hasTrainer && (isDataPage(document, place) || isOfPreparing(place))
                    ? 0
                    : Math.max(
                        0,
                        Math.min(2, document.kind() == Document.Kind.README ? depth - 1 : depth));
    // What a folder for fine-tuning has its readers train on comes after the first training.
    boolean tunes = place.inFolder(ScriptReader.TUNING);
    for (Passage p : document.passages()) {
      if (p.weight() == LastResort.WEIGHT) {
        continue;
      }
      boolean later =
          tunes && (p.stage() == DataSet.Stage.TRAINING || p.stage() == DataSet.Stage.UNSTATED);
      String size = ToldSizes.in(p.text(), p.quantities());
      given.add(
          new Given(
              Tried.areForTests(p)
                  ? DataSet.Stage.EVALUATION
                  : later ? DataSet.Stage.POST_TRAINING : p.stage(),
              p.form(),
              p.qualifiers(),
              p.weight()
                  - (p.fetched() && isExampleOfTuning(place)
                      ? 2
                      : p.fetched() && hasTrainer && isManual(place) ? 0 : less)
                  - (p.fetched() && !hasTrainer ? Passage.FOR_ANYTHING : 0),
              p.sources(),
              p.quantities(),
              size,
              LicenceWords.in(p.text()),
              p.evidence(),
              p.text().isBlank() ? p.evidence().quote() : p.text(),
              p.fetched(),
              p.recipe() || later));
    }
  }

  /// Whether a page lies in an example of how to tune on: what that fetches is the example's.
  private static boolean isExampleOfTuning(Place place) {
    return place.inFolder(Place.EXAMPLE) && place.inFolder(ScriptReader.TUNING);
  }

  /// Whether a page lies in the folder where a project keeps its manual: what that bids to fetch is
  /// bid for the whole project.
  private static boolean isManual(Place place) {
    return place.depth() == 1
        && place.inFolder(MANUAL)
        && !place.nameHas(GIVEN_OUT)
        && !place.any(Place.EVALUATION);
  }

  private static final Set<String> MANUAL = Set.of("docs", "doc", "documentation", "guides");

  /// Folders of weights: a page there speaks of what lies beside it.
  private static final Set<String> OF_WEIGHTS =
      Set.of("pretrained", "checkpoints", "checkpoint", "ckpt", "ckpts", "weights", "zoo");

  /// Data that are given out for their own sake are not what the release was trained on.
  private static final Set<String> GIVEN_OUT = Set.of("release", "releases", "released");

  private static final Set<String> PREPARING =
      Set.of("preparation", "prepare", "preprocess", "preprocessing");

  /// Whether a page lies in a folder of what makes the data ready for the trainer.
  private static boolean isOfPreparing(Place place) {
    return place.inFolder(PREPARING) && place.depth() <= 3 && !place.any(Place.EVALUATION);
  }

  /// Whether a page is named for data, as manuals have one.
  private static boolean isDataPage(Document document, Place place) {
    return document.kind() != Document.Kind.README
        && place.nameHas(Place.DATA)
        && !place.nameHas(GIVEN_OUT)
        && !place.any(Place.EVALUATION);
  }

  /// The paths of programs in a text, without a dot before them.
  private static Set<String> programs(String text) {
    Set<String> programs = new HashSet<>();
    for (String word : text.split("[\\s\"'`()\\[\\]<>]+")) {
      if (word.endsWith(".py") || word.endsWith(".sh")) {
        programs.add(word.startsWith("./") ? word.substring(2) : word);
      }
    }
    return programs;
  }

  /// Whether a program or list lies among examples, pages and templates. Toolkits keep their
  /// recipes below examples, with a folder for the training or one program for all of it.
  private static boolean isAside(Place place) {
    boolean recipe =
        ScriptReader.isRecipe(place)
            || place.inFolder(Place.TRAIN) && !place.any(ScriptReader.TUNING);
    return (place.any(Place.ASIDE) || place.any(Place.EXAMPLE)) && !recipe;
  }

  /// Folders of what a finished model looks things up in.
  private static final Set<String> RETRIEVED = Set.of("rag");

  private void lists(Document document) {
    Place place = Place.of(document.file().path());
    boolean trains = place.any(Place.TRAIN) || hasTrainer;
    int weight =
        trains
                && !place.any(Place.EVALUATION)
                && (!isAside(place) || started.contains(place.path()))
                && !Benchmarks.inPath(place.path())
                && !place.inFolder(RETRIEVED)
                && !listing.embedded(document.file().path())
            ? 5
            : 1;
    switch (document.kind()) {
      case MANIFEST ->
          given.add(
              new Given(
                  DataSet.Stage.TRAINING,
                  // Paths without an address say what the pieces are called, and not where to have
                  // them.
                  hasAddress(document) ? DataSet.Form.MANIFEST : DataSet.Form.NAMED,
                  hasAddress(document) ? Set.of(Qualifier.MANIFEST) : Set.of(),
                  weight,
                  document.sources(),
                  List.of(),
                  document.entries() + (document.entries() == 1 ? " piece" : " pieces"),
                  "",
                  document.file().evidenceWhole(first(document))));
      case FETCH_SCRIPT, DATA_SCRIPT -> {
        if (document.kind() == Document.Kind.DATA_SCRIPT || told.contains(place.path())) {
          given.add(
              new Given(
                  tried.fetches(place) && !listing.embedded(place.path())
                      ? DataSet.Stage.EVALUATION
                      : place.any(ScriptReader.TUNING)
                          ? DataSet.Stage.POST_TRAINING
                          : DataSet.Stage.TRAINING,
                  DataSet.Form.SCRIPT,
                  Set.of(Qualifier.SCRIPT),
                  weight,
                  document.sources(),
                  List.of(),
                  addresses(document),
                  "",
                  document.file().evidenceWhole(first(document)),
                  first(document),
                  false,
                  place.any(ScriptReader.TUNING)));
        }
      }
      case METADATA -> {
        boolean linked = document.sources().stream().anyMatch(s -> !s.link().isEmpty());
        given.add(
            new Given(
                DataSet.Stage.TRAINING,
                linked ? DataSet.Form.LINK : DataSet.Form.NAMED,
                Set.of(),
                5,
                document.sources(),
                List.of(),
                "",
                "",
                document.file().evidenceWhole("sources: " + first(document))));
      }
      case SETTINGS -> {
        if (place.any(Place.EVALUATION) && !place.nameHas(Place.TRAIN)) {
          if (tried.lists(place) && !listing.embedded(place.path())) {
            settings(document, DataSet.Stage.EVALUATION, DataSet.Form.LINK, Passage.OWN);
          }
        } else if (hasTrainer && !listing.embedded(document.file().path())) {
          boolean addressed = document.sources().stream().anyMatch(s -> s.name().isEmpty());
          settings(
              document,
              DataSet.Stage.TRAINING,
              addressed ? DataSet.Form.LINK : DataSet.Form.NAMED,
              Passage.OWN);
          if (!addressed && hasAddress(document)) {
            // A name at a hub is no statement of its own, and leads to what a document names.
            settings(document, DataSet.Stage.TRAINING, DataSet.Form.LINK, Passage.OWN - 1);
          }
        }
      }
      default -> {}
    }
  }

  /// What only a program names, where something trains.
  private void program(Document document) {
    Place place = Place.of(document.file().path());
    if (!hasTrainer || listing.embedded(place.path()) || isAside(place)) {
      return;
    }
    DataSet.Stage stage =
        place.any(ScriptReader.TUNING) ? DataSet.Stage.POST_TRAINING : DataSet.Stage.TRAINING;
    for (Passage p : document.passages()) {
      given.add(
          new Given(
              stage, p.form(), Set.of(), p.weight(), p.sources(), List.of(), "", "", p.evidence()));
    }
  }

  private void settings(Document document, DataSet.Stage stage, DataSet.Form form, int weight) {
    given.add(
        new Given(
            stage,
            form,
            Set.of(),
            weight,
            document.sources().stream().map(GivenReader::withoutPath).toList(),
            List.of(),
            "",
            "",
            document.file().evidenceWhole("data of the settings: " + first(document))));
  }

  /// What settings name by the path of a file is not to be had at an address.
  private static Passage.Source withoutPath(Passage.Source source) {
    return SettingsFiles.isPath(source.link()) ? new Passage.Source(source.name(), "") : source;
  }

  /// How many addresses a program fetches that it does not call by name.
  private static String addresses(Document document) {
    long number = document.sources().stream().filter(s -> s.name().isEmpty()).count();
    return number > 1 && number == document.sources().size() ? number + " addresses" : "";
  }

  private static boolean hasAddress(Document document) {
    return document.sources().stream().anyMatch(s -> s.link().contains("://"));
  }

  /// Data that is kept elsewhere and pinned here by its hash.
  private void pointers(Document document) {
    for (DvcReader.Pointer pointer : DvcReader.elsewhere(document, listing)) {
      DataSet.Stage stage = pointer.stage();
      if (stage != null) {
        String remote = DvcReader.remote(documents);
        given.add(
            new Given(
                stage,
                remote == null ? DataSet.Form.NAMED : DataSet.Form.LINK,
                Set.of(Qualifier.POINTER),
                5,
                List.of(new Passage.Source(pointer.kept().path(), remote == null ? "" : remote)),
                List.of(),
                pointer.amount(),
                "",
                pointer.evidence()));
      }
    }
  }

  private static String first(Document document) {
    return document.sources().isEmpty()
        ? ""
        : withoutPath(document.sources().getFirst()).link().isEmpty()
            ? document.sources().getFirst().name()
            : document.sources().getFirst().link();
  }

  /// Whether some program here is named for training, so that a script that fetches data may fetch
  /// it for that; without one it may as well be for running.
  static boolean hasTrainer(Listing listing) {
    for (Listing.Named named : listing.files()) {
      boolean program =
          switch (named.place().extension()) {
            case "py", "sh", "ipynb", "java", "c", "cc", "cpp", "cu", "rs", "jl", "r", "R" -> true;
            case "yaml", "yml", "cfg", "toml", "gin", "json" -> true;
            default -> false;
          };
      if (program) {
        for (String word : named.place().words()) {
          if (word.startsWith("train")
              || word.startsWith("pretrain")
              || word.startsWith("backward")
              || word.startsWith("optim")
              || word.equals("finetune")
              || word.equals("sgd")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
