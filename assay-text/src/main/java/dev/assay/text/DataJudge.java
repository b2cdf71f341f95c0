package dev.assay.text;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Judges training, post-training and evaluation data from everything that was read: complete,
/// linked, promised, named only, described only, refused or silent.
final class DataJudge {
  /// How much less a passage weighs in a project inside the project.
  private static final int EMBEDDED = 5;

  private static final List<String> SEARCHED =
      List.of(
          "data files by name, size and place",
          "lists of addresses and shards",
          "scripts that fetch data",
          "front matter",
          "READMEs, cards and other documents");

  private final List<Document> documents;
  private final Listing listing;
  private final List<DataFiles.Group> groups;
  private final boolean hasTrainer;
  private final List<Given> given = new ArrayList<>();

  /// The pages that the release's README calls pages on its training or data.
  private final Set<String> pages = new HashSet<>();

  /// Data as one place gives it.
  ///
  /// @param weight how surely it is this release's own training data
  /// @param text the words that say it, which may be one sentence of the evidence
  /// @param fetched whether it is only known to be fetched, by whoever trains
  private record Given(
      DataSet.Stage stage,
      DataSet.Form form,
      Set<Qualifier> qualifiers,
      int weight,
      List<Passage.Source> sources,
      List<Quantity> quantities,
      String size,
      String licence,
      Evidence evidence,
      String text,
      boolean fetched,
      boolean recipe) {
    Given(
        DataSet.Stage stage,
        DataSet.Form form,
        Set<Qualifier> qualifiers,
        int weight,
        List<Passage.Source> sources,
        List<Quantity> quantities,
        String size,
        String licence,
        Evidence evidence) {
      this(
          stage,
          form,
          qualifiers,
          weight,
          sources,
          quantities,
          size,
          licence,
          evidence,
          evidence.quote(),
          false,
          false);
    }
  }

  DataJudge(List<Document> documents, Listing listing) {
    this.documents = documents;
    this.listing = listing;
    this.hasTrainer = hasTrainer(listing);
    this.groups = DataFiles.of(listing, hasTrainer);
    for (Document document : documents) {
      if (document.kind() == Document.Kind.README
          && Place.of(document.file().path()).depth() == 0) {
        pages.addAll(document.dataPages());
      }
    }
    for (Document document : documents) {
      frontMatter(document);
      passages(document);
      lists(document);
      pointers(document);
    }
    given.sort(Comparator.comparingInt(Given::weight).reversed());
  }

  List<Finding> findings() {
    Finding post = finding(Component.POST_TRAINING_DATA);
    Finding training = finding(Component.TRAINING_DATA);
    boolean given =
        post.state() == State.PRESENT
            || post.state() == State.LINKED && !post.qualifiers().contains(Qualifier.SCRIPT);
    boolean silent = training.state() == State.ABSENT && training.qualifiers().isEmpty();
    if (silent && post.qualifiers().contains(Qualifier.REFUSED) && post.state() == State.ABSENT) {
      training =
          Findings.refused(Component.TRAINING_DATA, post.summary(), post.evidence(), SEARCHED);
    }
    boolean onlyPost =
        training.state() == State.ABSENT && post.state() != State.ABSENT
            || training.state() == State.DESCRIBED && given && derived();
    if (onlyPost) {
      Set<Qualifier> qualifiers = EnumSet.of(Qualifier.PARTIAL);
      qualifiers.addAll(post.qualifiers());
      training =
          Findings.found(
              Component.TRAINING_DATA,
              post.state(),
              qualifiers,
              post.summary(),
              post.evidence(),
              List.of(
                  new Note(
                      Note.Kind.REMARK,
                      "This is the data of the fine-tuning; nothing is said of what the model was first trained on.",
                      List.of())));
    }
    return List.of(training, post, evaluation());
  }

  /// Whether the release says that it was made from another model: then "trained on" speaks of that
  /// later training.
  private boolean derived() {
    for (Document document : documents) {
      if (Place.of(document.file().path()).depth() == 0) {
        for (Claim claim : document.claims()) {
          if (claim.kind() == Claim.Kind.BASE_MODEL) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// A link, anywhere in the documents of the release, to data that it names as its own.
  private Optional<Given> linkedElsewhere(List<Given> own) {
    Set<String> named = new HashSet<>();
    for (Given g : own) {
      if (g.form() == DataSet.Form.NAMED) {
        g.sources().forEach(s -> named.add(key(s.name())));
      }
    }
    named.removeIf(n -> n.length() < 4);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    return given.stream()
        .filter(g -> g.form() == DataSet.Form.LINK
            && !listing.embedded(g.evidence().path())
            && g.sources().stream()
                .anyMatch(s -> !s.link().isEmpty() && named.contains(key(s.name()))))
        .findFirst();
  }

  /// A name of a data set without case, marks and a word for data behind it.
  private static String key(String name) {
    String key = TrainingCommands.key(name);
    for (String word : List.of("dataset", "datasets", "corpus", "data")) {
      if (key.endsWith(word)) {
        return key.substring(0, key.length() - word.length());
      }
    }
    return key;
  }

  /// Whether the release tells what its model was first trained on: then a recipe for fine-tuning it
  /// further shows the reader's data, and not the release's.
  private boolean firstTrainingTold() {
    Set<DataSet.Stage> first = EnumSet.of(DataSet.Stage.PRE_TRAINING, DataSet.Stage.TRAINING);
    return given.stream()
        .anyMatch(g ->
            first.contains(g.stage())
                && g.weight() > Passage.OWN
                && !g.recipe()
                && !g.qualifiers().contains(Qualifier.OF_BASE)
                && (g.form() == DataSet.Form.PROSE || g.form() == DataSet.Form.NAMED));
  }

  private static Set<DataSet.Stage> stages(Component component) {
    return component == Component.POST_TRAINING_DATA
        ? EnumSet.of(DataSet.Stage.POST_TRAINING)
        : EnumSet.of(DataSet.Stage.PRE_TRAINING, DataSet.Stage.TRAINING, DataSet.Stage.UNSTATED);
  }

  private Finding finding(Component component) {
    Set<DataSet.Stage> stages = stages(component);
    List<Given> own = new ArrayList<>();
    for (Given g : given) {
      if (stages.contains(g.stage())
          && g.weight() >= Passage.OWN
          && !g.qualifiers().contains(Qualifier.OF_BASE)) {
        own.add(g);
      }
    }
    if (component == Component.POST_TRAINING_DATA && firstTrainingTold()) {
      own.removeIf(Given::recipe);
    }
    linkedElsewhere(own).ifPresent(own::add);
    List<Given> links = of(own, DataSet.Form.MANIFEST, DataSet.Form.LINK, DataSet.Form.SCRIPT);
    // What a document further in refuses is not what one further out offers.
    int outermost =
        links.stream()
            .filter(g -> g.form() == DataSet.Form.LINK && !g.fetched())
            .mapToInt(g -> Place.of(g.evidence().path()).depth())
            .min()
            .orElse(Integer.MAX_VALUE);
    List<Given> refused =
        of(own, DataSet.Form.REFUSED).stream()
            .filter(g -> Place.of(g.evidence().path()).depth() <= outermost)
            .toList();
    List<Given> promised = of(own, DataSet.Form.PROMISED);
    List<Given> told = of(own, DataSet.Form.NAMED, DataSet.Form.PROSE);
    Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
    if (!refused.isEmpty()) {
      qualifiers.add(Qualifier.REFUSED);
      // What a reader may fetch instead is not what was refused.
      links = links.stream().filter(g -> !g.fetched()).toList();
    }
    List<DataFiles.Group> files =
        component == Component.TRAINING_DATA ? trainingFiles() : List.of();
    if (!files.isEmpty()) {
      return inHand(component, files, own, refused, qualifiers);
    }
    // What is said not to be given is not given, whatever parts of it others offer.
    if (!links.isEmpty() && (refused.isEmpty() || ofOthers(refused, links))) {
      return linked(component, links, told, refused, qualifiers);
    }
    if (!promised.isEmpty()) {
      return Findings.found(
          component,
          State.PROMISED,
          qualifiers,
          "Promised: \"" + quote(promised.getFirst()) + "\"",
          evidence(promised, told),
          List.of());
    }
    if (!links.isEmpty()) {
      told = new ArrayList<>(told);
      told.addAll(0, links);
    }
    if (!told.isEmpty()) {
      Set<String> names = names(told);
      Set<String> pieces = new LinkedHashSet<>(names);
      pieces.removeIf(n -> !isFile(n));
      names.removeAll(pieces);
      List<Given> pointers =
          told.stream().filter(g -> g.qualifiers().contains(Qualifier.POINTER)).toList();
      String summary =
          !names.isEmpty()
              ? "Named only: " + join(names)
              : pieces.isEmpty()
                  ? "Described only, in prose: \"" + quote(told.getFirst()) + "\""
                  : "Its files are only listed: " + join(pieces);
      if (!pointers.isEmpty()) {
        qualifiers.add(Qualifier.POINTER);
        summary =
            "Pointers with hashes; where the data can be had is not said: " + join(names(pointers));
      }
      if (!refused.isEmpty()) {
        summary += "; the release says that it is not given";
      }
      return Findings.found(
          component, State.DESCRIBED, qualifiers, summary, evidence(refused, told), List.of());
    }
    if (!refused.isEmpty()) {
      return Findings.refused(
          component,
          "Refused: \"" + quote(refused.getFirst()) + "\"",
          evidence(refused, List.of()),
          SEARCHED);
    }
    return Findings.absent(
        component, "Silent: nothing was found about it in what was inspected", SEARCHED);
  }

  /// Whether the name of a data set is that of a file in a folder, as lists of them give:
  /// `a/b.wav`.
  private static boolean isFile(String name) {
    int dot = name.lastIndexOf('.');
    String ending = name.substring(dot + 1);
    return dot > name.lastIndexOf('/')
        && name.indexOf('/') > 0
        && ending.length() >= 2
        && ending.length() <= 5
        && ending.chars().allMatch(Character::isLowerCase);
  }

  /// Whether a paper says it: what was not given then may be given by now.
  private static boolean inPages(Given g) {
    return g.evidence().path().toLowerCase(Locale.ROOT).endsWith(".pdf");
  }

  /// Whether what is refused is called by a name of its own, and the release offers other data sets
  /// in so many words: then part of its data is given.
  private static boolean ofOthers(List<Given> refused, List<Given> links) {
    Set<String> given = names(links);
    return links.stream().anyMatch(g -> g.form() == DataSet.Form.LINK && !inPages(g))
        && refused.stream()
            .allMatch(g ->
                inPages(g)
                    || !g.sources().isEmpty()
                        && g.sources().stream().noneMatch(s -> given.contains(s.name())));
  }

  private Finding inHand(
      Component component,
      List<DataFiles.Group> files,
      List<Given> own,
      List<Given> refused,
      Set<Qualifier> qualifiers) {
    List<Evidence> evidence = new ArrayList<>();
    int count = 0;
    long bytes = 0;
    for (DataFiles.Group group : files) {
      count += group.files().size();
      bytes += group.bytes();
      group.files().stream().limit(3).forEach(f -> evidence.add(listing.evidence(f)));
    }
    own.stream().limit(3).forEach(g -> evidence.add(g.evidence()));
    if (!refused.isEmpty()) {
      qualifiers.add(Qualifier.PARTIAL);
    }
    String summary =
        "In hand: "
            + count
            + (count == 1 ? " file, " : " files, ")
            + bytes
            + " bytes, in "
            + files.stream()
                .map(g -> g.folder().isEmpty() ? "the root" : g.folder())
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
    return Findings.found(component, State.PRESENT, qualifiers, summary, evidence, List.of());
  }

  private Finding linked(
      Component component,
      List<Given> links,
      List<Given> told,
      List<Given> refused,
      Set<Qualifier> qualifiers) {
    Given best = links.getFirst();
    if (links.stream().allMatch(g -> g.form() == DataSet.Form.SCRIPT)) {
      qualifiers.add(Qualifier.SCRIPT);
    }
    if (links.stream().anyMatch(g -> g.form() == DataSet.Form.MANIFEST)) {
      qualifiers.add(Qualifier.MANIFEST);
    }
    if (best.qualifiers().contains(Qualifier.GATED)) {
      qualifiers.add(Qualifier.GATED);
    }
    if (best.qualifiers().contains(Qualifier.POINTER)) {
      qualifiers.add(Qualifier.POINTER);
    }
    int share = Shares.of(links.stream().map(g -> g.evidence().quote()).toList());
    boolean some =
        !refused.isEmpty()
            || best.qualifiers().contains(Qualifier.PARTIAL)
            || share > 0 && share < Shares.ALL;
    if (some) {
      qualifiers.add(Qualifier.PARTIAL);
    }
    Set<String> names = names(links);
    String what =
        switch (best.form()) {
          case MANIFEST -> "Listed piece by piece in " + best.evidence().path();
          case SCRIPT -> "Fetched by " + best.evidence().path();
          default ->
              share > 0 && share < Shares.ALL
                  ? "Linked, stated to be " + share + " % of the data: " + join(names)
                  : best.qualifiers().contains(Qualifier.POINTER)
                      ? "Pointers with hashes, to a store elsewhere: " + join(names)
                      : "Linked: " + join(names);
        };
    return Findings.found(
        component, State.LINKED, qualifiers, what, evidence(links, told), amounts(links, told));
  }

  /// What is stated to have been used, against the sizes stated beside what is linked.
  private static List<Note> amounts(List<Given> links, List<Given> told) {
    Quantity most = null;
    Given where = null;
    for (Given g : told) {
      for (Quantity q : g.quantities()) {
        boolean counts =
            q.unit().equals("tokens") || q.unit().equals("hours") || q.unit().equals("images");
        if (counts && (most == null || q.amount().compareTo(most.amount()) > 0)) {
          most = q;
          where = g;
        }
      }
    }
    if (most == null || where == null) {
      return List.of();
    }
    BigDecimal beside = BigDecimal.ZERO;
    for (Given g : links) {
      for (Quantity q : g.quantities()) {
        if (q.unit().equals(most.unit())) {
          beside = beside.add(q.amount());
        }
      }
    }
    String stated = amount(most.amount()) + " " + most.unit() + " are stated to have been used; ";
    if (beside.signum() == 0) {
      return List.of(
          new Note(
              Note.Kind.REMARK,
              stated + "no size stands beside what is linked",
              List.of(where.evidence())));
    }
    boolean less = beside.compareTo(most.amount().multiply(new BigDecimal("0.9"))) < 0;
    return List.of(
        new Note(
            less ? Note.Kind.DISAGREES : Note.Kind.AGREES,
            stated + "the sizes beside what is linked add up to " + amount(beside),
            List.of(where.evidence())));
  }

  private static String amount(BigDecimal n) {
    return String.format(Locale.ROOT, "%,d", n.toBigInteger());
  }

  private Finding evaluation() {
    List<DataFiles.Group> files = groups.stream().filter(DataFiles.Group::evaluation).toList();
    List<Given> about = new ArrayList<>();
    for (Given g : given) {
      if (g.stage() == DataSet.Stage.EVALUATION) {
        about.add(g);
      }
    }
    Component component = Component.EVALUATION_DATA;
    if (!files.isEmpty()) {
      List<Evidence> evidence = new ArrayList<>();
      files.forEach(
          g -> g.files().stream().limit(3).forEach(f -> evidence.add(listing.evidence(f))));
      return Findings.found(
          component,
          State.PRESENT,
          Set.of(),
          "In hand: " + files.stream().mapToInt(g -> g.files().size()).sum() + " files",
          evidence,
          List.of());
    }
    List<Given> links =
        about.stream()
            .filter(g -> g.sources().stream().anyMatch(s -> !s.link().isEmpty()))
            .toList();
    if (!links.isEmpty()) {
      return Findings.found(
          component,
          State.LINKED,
          Set.of(),
          "Linked: " + join(names(links)),
          evidence(links, List.of()),
          List.of());
    }
    if (!about.isEmpty()) {
      return Findings.found(
          component,
          State.DESCRIBED,
          Set.of(),
          "Described: \"" + quote(about.getFirst()) + "\"",
          evidence(about, List.of()),
          List.of());
    }
    return Findings.absent(component, "Nothing was found about it in what was inspected", SEARCHED);
  }

  /// Each data set named, once.
  List<DataSet> dataSets() {
    List<DataSet> sets = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (DataFiles.Group group : groups) {
      List<Evidence> evidence = group.files().stream().limit(3).map(listing::evidence).toList();
      String name =
          group.files().size() == 1
              ? group.files().getFirst().path()
              : group.folder().isEmpty() ? "." : group.folder();
      sets.add(
          new DataSet(
              name,
              group.evaluation() ? DataSet.Stage.EVALUATION : DataSet.Stage.TRAINING,
              DataSet.Form.IN_HAND,
              null,
              null,
              group.bytes() + " bytes",
              Set.of(),
              evidence));
    }
    for (Given g : given) {
      boolean aside =
          g.weight() < Passage.OWN
              && g.stage() != DataSet.Stage.EVALUATION
              && g.stage() != DataSet.Stage.CALIBRATION
              && !g.qualifiers().contains(Qualifier.OF_BASE);
      if (aside) {
        continue;
      }
      for (Passage.Source source : g.sources()) {
        boolean byName = source.link().isEmpty() || g.qualifiers().contains(Qualifier.POINTER);
        String key = (byName ? source.name() : source.link()).toLowerCase(Locale.ROOT);
        if (seen.add(key) && sets.size() < 500) {
          sets.add(
              new DataSet(
                  source.name().isEmpty() ? source.link() : source.name(),
                  g.stage(),
                  g.form(),
                  orNull(source.link()),
                  orNull(g.licence()),
                  orNull(g.size()),
                  g.qualifiers(),
                  List.of(g.evidence())));
        }
      }
      boolean prose = g.sources().isEmpty() && g.weight() >= Passage.OWN;
      if (prose && sets.size() < 500 && seen.add(g.evidence().place())) {
        sets.add(
            new DataSet(
                "",
                g.stage(),
                g.form(),
                null,
                orNull(g.licence()),
                orNull(g.size()),
                g.qualifiers(),
                List.of(g.evidence())));
      }
    }
    return sets;
  }

  private List<DataFiles.Group> trainingFiles() {
    return groups.stream().filter(g -> !g.evaluation()).toList();
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
            linked ? DataSet.Form.LINK : DataSet.Form.NAMED,
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
    // The deeper a document lies, the more likely it speaks of a part, a tool or an example.
    int less =
        listing.embedded(document.file().path())
            ? EMBEDDED
            : pages.contains(document.file().path())
                ? -2
                : card || place.any(Place.TRAIN) || hasTrainer && isDataPage(document, place)
                    ? 0
                    : Math.max(
                        0,
                        Math.min(2, document.kind() == Document.Kind.README ? depth - 1 : depth));
    for (Passage p : document.passages()) {
      String size =
          p.quantities().isEmpty()
              ? ""
              : p.text()
                  .substring(p.quantities().getFirst().from(), p.quantities().getFirst().to());
      given.add(
          new Given(
              p.stage(),
              p.form(),
              p.qualifiers(),
              p.weight() - less - (p.fetched() && !hasTrainer ? Passage.FOR_ANYTHING : 0),
              p.sources(),
              p.quantities(),
              size,
              LicenceWords.in(p.text()),
              p.evidence(),
              p.text().isBlank() ? p.evidence().quote() : p.text(),
              p.fetched(),
              p.recipe()));
    }
  }

  /// Whether a page is named for data, as manuals have one.
  private static boolean isDataPage(Document document, Place place) {
    return document.kind() != Document.Kind.README
        && place.nameHas(Place.DATA)
        && !place.any(Place.EVALUATION);
  }

  private void lists(Document document) {
    Place place = Place.of(document.file().path());
    boolean trains = place.any(Place.TRAIN) || hasTrainer;
    int weight =
        trains
                && !place.any(Place.EVALUATION)
                && !place.any(Place.ASIDE)
                && !place.any(Place.EXAMPLE)
                && !Benchmarks.inPath(place.path())
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
                  document.entries() + " pieces",
                  "",
                  document.file().evidenceWhole(first(document))));
      case DATA_SCRIPT ->
          given.add(
              new Given(
                  place.any(ScriptReader.TUNING)
                      ? DataSet.Stage.POST_TRAINING
                      : DataSet.Stage.TRAINING,
                  DataSet.Form.SCRIPT,
                  Set.of(Qualifier.SCRIPT),
                  weight,
                  document.sources(),
                  List.of(),
                  "",
                  "",
                  document.file().evidenceWhole(first(document)),
                  first(document),
                  false,
                  place.any(ScriptReader.TUNING)));
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
        if (hasTrainer && !listing.embedded(document.file().path())) {
          given.add(
              new Given(
                  DataSet.Stage.TRAINING,
                  hasAddress(document) ? DataSet.Form.LINK : DataSet.Form.NAMED,
                  Set.of(),
                  Passage.OWN,
                  document.sources(),
                  List.of(),
                  "",
                  "",
                  document.file().evidenceWhole("data of the settings: " + first(document))));
        }
      }
      default -> {}
    }
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
        : document.sources().getFirst().link().isEmpty()
            ? document.sources().getFirst().name()
            : document.sources().getFirst().link();
  }

  /// Whether some program here is named for training, so that a script that fetches data may fetch
  /// it for that; without one it may as well be for running. Whether a program of the release is
  /// named for training.
  private static boolean hasTrainer(Listing listing) {
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

  private static List<Given> of(List<Given> all, DataSet.Form... forms) {
    List<DataSet.Form> wanted = List.of(forms);
    return all.stream().filter(g -> wanted.contains(g.form())).toList();
  }

  private static Set<String> names(List<Given> all) {
    Set<String> names = new LinkedHashSet<>();
    for (Given g : all) {
      for (Passage.Source s : g.sources()) {
        names.add(s.name().isEmpty() ? s.link() : s.name());
      }
    }
    return names;
  }

  private static String join(Set<String> names) {
    String some = names.stream().limit(6).collect(Collectors.joining(", "));
    return names.size() > 6 ? some + " and " + (names.size() - 6) + " more" : some;
  }

  private static String quote(Given g) {
    String quote = g.text().replaceAll("\\s+", " ");
    return quote.length() > 160 ? quote.substring(0, 159) + "…" : quote;
  }

  private static List<Evidence> evidence(List<Given> first, List<Given> then) {
    List<Evidence> all = new ArrayList<>();
    first.forEach(g -> all.add(g.evidence()));
    then.stream().limit(4).forEach(g -> all.add(g.evidence()));
    return all;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
