package dev.assay.text;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Judges training, post-training and evaluation data from everything that was read: complete,
/// linked, promised, named only, described only, refused or silent.
final class DataJudge {
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
  private final List<Given> given;

  private final OwnNames own;

  /// Whether data in hand were taken for what is trained on by their place, or by a program that
  /// reads them, alone.
  private final boolean byPlace;

  /// @param trains whether code here trains a model
  /// @param fromScratch whether it trains one from fresh weights
  /// @param own what the release calls itself
  DataJudge(
      List<Document> documents,
      Listing listing,
      boolean trains,
      boolean fromScratch,
      OwnNames own) {
    this.documents = documents;
    this.own = own;
    this.listing = listing;
    boolean hasTrainer = trains || GivenReader.hasTrainer(listing);
    List<Given> read = GivenReader.read(documents, listing, hasTrainer);
    List<DataFiles.Group> inHand = new ArrayList<>(DataFiles.of(listing, hasTrainer));
    if (hasTrainer) {
      inHand.addAll(SettingsFiles.in(documents, listing));
      if (inHand.stream().noneMatch(g -> g.stage() == DataSet.Stage.TRAINING)) {
        inHand.addAll(ToldFolders.in(documents, listing));
      }
    }
    this.byPlace = trains && inHand.stream().noneMatch(DataJudge::trainedOn) && isNowhere(read);
    if (byPlace && fromScratch) {
      inHand.addAll(DataFiles.inFolderForData(listing));
    }
    if (byPlace && inHand.stream().noneMatch(DataJudge::trainedOn)) {
      inHand.addAll(ReadByPrograms.in(documents, listing));
    }
    this.groups = fromScratch || pretrained(read) ? DataFiles.ofPretrained(inHand) : inHand;
    List<Given> told = LastWord.of(read, groups, own, documents);
    if (trains && groups.stream().noneMatch(DataJudge::trainedOn) && isNowhere(told)) {
      told = new ArrayList<>(told);
      told.addAll(LastResort.of(documents, listing));
    }
    this.given = List.copyOf(told);
  }

  private static boolean trainedOn(DataFiles.Group group) {
    return group.stage() != DataSet.Stage.EVALUATION;
  }

  /// Whether nothing says where the data can be had, when it will be, or that it cannot.
  private static boolean isNowhere(List<Given> given) {
    return given.stream()
        .noneMatch(g ->
            g.weight() >= Passage.OWN
                && g.stage() != DataSet.Stage.EVALUATION
                && g.form() != DataSet.Form.NAMED
                && g.form() != DataSet.Form.PROSE);
  }

  /// Whether documents tell what the model was first trained on, and mean this one.
  private static boolean pretrained(List<Given> given) {
    return given.stream()
        .anyMatch(g ->
            g.stage() == DataSet.Stage.PRE_TRAINING
                && g.weight() > Passage.OWN
                && !g.qualifiers().contains(Qualifier.OF_BASE));
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
    // What a model is tuned to in many tasks is not what it is made of.
    boolean ofTasks =
        post.state() == State.PRESENT && !files(DataSet.Stage.POST_TRAINING).isEmpty();
    boolean onlyPost =
        !ofTasks
            && (training.state() == State.ABSENT && post.state() != State.ABSENT
                || training.state() == State.DESCRIBED && given && derived());
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
                      "This is the data of the fine-tuning; nothing is said of what the model was"
                          + " first trained on.",
                      List.of())));
    }
    return List.of(training, post, EvaluationData.find(groups, this.given, listing, SEARCHED));
  }

  /// Whether the release says that it was made from another model: then "trained on" speaks of that
  /// later training.
  private boolean derived() {
    for (Document document : documents) {
      if (Place.of(document.file().path()).depth() == 0) {
        for (Claim claim : document.claims()) {
          if (claim.kind() == Claim.Kind.BASE_MODEL && !ClaimReader.isOfItself(claim, own)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// What documents link comes before what programs happen to fetch.
  private static int beforePrograms(List<Given> own) {
    int at = 0;
    while (at < own.size() && own.get(at).form() != DataSet.Form.SCRIPT) {
      at++;
    }
    return at;
  }

  private static final int MOST_ELSEWHERE = 6;

  /// The links, anywhere in the release, to data that another place of it names as its own.
  private List<Given> linkedElsewhere(List<Given> own) {
    var leads = new LeadsTo(Given.of(own, DataSet.Form.NAMED, DataSet.Form.PROSE), this.own);
    Set<String> links = new HashSet<>();
    Given.of(own, DataSet.Form.LINK).forEach(g -> g.sources().forEach(s -> links.add(s.link())));
    List<Given> found = new ArrayList<>();
    for (Given link : Given.of(given, DataSet.Form.LINK)) {
      if (found.size() < MOST_ELSEWHERE
          && !listing.embedded(link.evidence().path())
          && leads.is(link)
          && link.sources().stream().map(Passage.Source::link).anyMatch(links::add)) {
        found.add(link);
      }
    }
    return found;
  }

  /// Whether the release tells what its model was first trained on: then a recipe for fine-tuning
  /// it further shows the reader's data, and not the release's.
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
    own.addAll(beforePrograms(own), linkedElsewhere(own));
    List<Given> links =
        Given.of(own, DataSet.Form.MANIFEST, DataSet.Form.LINK, DataSet.Form.SCRIPT);
    // What a document further in refuses is not what one further out offers.
    int outermost =
        links.stream()
            .filter(g -> g.form() == DataSet.Form.LINK && !g.fetched())
            .mapToInt(g -> Place.of(g.evidence().path()).depth())
            .min()
            .orElse(Integer.MAX_VALUE);
    List<Given> refused =
        Given.of(own, DataSet.Form.REFUSED).stream()
            .filter(g -> Place.of(g.evidence().path()).depth() <= outermost)
            .toList();
    List<Given> promised = Given.of(own, DataSet.Form.PROMISED);
    List<Given> told = Given.of(own, DataSet.Form.NAMED, DataSet.Form.PROSE);
    if (told.stream().anyMatch(g -> g.weight() > Passage.OWN)) {
      links = links.stream().filter(g -> !ToySets.only(g)).toList();
    }
    Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
    boolean partly =
        Given.names(links).size() > 1 && refused.stream().allMatch(DataJudge::isOfAPart)
            || !links.isEmpty() && refused.stream().allMatch(DataJudge::isOfAForm);
    if (!refused.isEmpty()) {
      qualifiers.add(Qualifier.REFUSED);
      if (!partly) {
        // What a reader may fetch instead is not what was refused.
        links = links.stream().filter(g -> !g.fetched()).toList();
      }
    }
    List<DataFiles.Group> files =
        component == Component.TRAINING_DATA ? files(DataSet.Stage.TRAINING) : List.of();
    boolean less = Held.isLessThanTold(files, given);
    // A sample of what is given elsewhere is here; what is linked may be all of it.
    if (!files.isEmpty() && !(less && !links.isEmpty() && refused.isEmpty())) {
      if (less || Held.isLittleBesideOthers(files, given)) {
        qualifiers.add(Qualifier.PARTIAL);
      }
      if (byPlace || !Held.isSpokenOf(files, documents)) {
        qualifiers.add(Qualifier.UNTOLD);
      }
      return inHand(component, files, own, refused, qualifiers);
    }
    // What is said not to be given is not given, whatever parts of it others offer.
    boolean given =
        partly
            || refused.isEmpty()
            || ofOthers(refused, links)
            || AnyOf.is(links, DataJudge::isInstead);
    if (!links.isEmpty() && given) {
      return linked(component, links, told, refused, qualifiers);
    }
    if (!promised.isEmpty()) {
      return Findings.found(
          component,
          State.PROMISED,
          qualifiers,
          "Promised: \"" + Given.quote(promised.getFirst()) + "\"",
          Given.evidence(promised, told),
          List.of());
    }
    if (!links.isEmpty()) {
      told = new ArrayList<>(told);
      told.addAll(0, links);
    }
    if (!told.isEmpty()) {
      told = tellingFirst(told);
      Set<String> names = Given.names(told);
      Set<String> pieces = new LinkedHashSet<>(names);
      pieces.removeIf(n -> !isFile(n));
      names.removeAll(pieces);
      List<Given> pointers =
          told.stream().filter(g -> g.qualifiers().contains(Qualifier.POINTER)).toList();
      String summary =
          !names.isEmpty()
              ? "Named only: " + Given.join(names)
              : pieces.isEmpty()
                  ? "Described only, in prose: \"" + Given.quote(told.getFirst()) + "\""
                  : "Its files are only listed: " + Given.join(pieces);
      if (!pointers.isEmpty()) {
        qualifiers.add(Qualifier.POINTER);
        summary =
            "Pointers with hashes; where the data can be had is not said: "
                + Given.join(Given.names(pointers));
      }
      if (!refused.isEmpty()) {
        summary += "; the release says that it is not given";
      }
      return Findings.found(
          component,
          State.DESCRIBED,
          qualifiers,
          summary,
          Given.evidence(refused, told),
          List.of());
    }
    if (!refused.isEmpty()) {
      return Findings.refused(
          component,
          "Refused: \"" + Given.quote(refused.getFirst()) + "\"",
          Given.evidence(refused, List.of()),
          SEARCHED);
    }
    List<DataFiles.Group> tuned =
        files(DataSet.Stage.POST_TRAINING).stream()
            .filter(g -> !DataFiles.isDownstream(g))
            .toList();
    if (component == Component.POST_TRAINING_DATA && !tuned.isEmpty()) {
      return inHand(component, tuned, own, refused, EnumSet.of(Qualifier.PARTIAL));
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
    Set<String> given =
        links.stream()
            .flatMap(g -> g.sources().stream())
            .map(source -> source.name().isEmpty() ? source.link() : source.name())
            .collect(Collectors.toSet());
    return links.stream().anyMatch(g -> !inPages(g))
        && refused.stream()
            .allMatch(g ->
                inPages(g)
                    || !g.sources().isEmpty()
                        && g.sources().stream().noneMatch(s -> given.contains(s.name())));
  }

  private static final Pattern PART =
      Pattern.compile(
          "(?i)\\b(?:these|those|the latter|such) (?:[\\w-]{2,20} )?(?:images|photos|pictures|clips|videos|recordings|files|sounds|texts|documents|pages|books|examples|samples)\\b");

  /// "We will not publish these images": of the set that was spoken of last, and not of all;
  /// "except for one figure, whose data we cannot give": of what that shows.
  private static boolean isOfAPart(Given refused) {
    return PART.matcher(refused.text()).find() || EXCEPT.matcher(refused.text()).find();
  }

  private static final Pattern EXCEPT =
      Pattern.compile(
          "(?i)\\(?\\b(?:except|apart from|excluding)\\b[^.]{0,40}\\b(?:fig|table|section|which|one)");

  private static final Pattern INSTEAD =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:however|but|instead|nevertheless|still),? (?:we|I) (?:have |also |do |did |can )?(?:released?|provided?|shared?|publish(?:ed)?|made|make|give|offer)\\b");

  /// "However, we released X, from which it was made": what a release gives itself in place of what
  /// it may not give is no less than what others give.
  private static boolean isInstead(Given link) {
    return INSTEAD.matcher(link.text()).find();
  }

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)\\b(?:pre-?processed|processed|cleaned|tokeni[sz]ed|converted|segmented|ready-made)(?: [\\w-]{2,20}){0,2}? (?:versions?|cop(?:y|ies)|forms?)\\b");

  /// "We do not give a processed version of it": what it is made from may be given all the same.
  private static boolean isOfAForm(Given refused) {
    return FORM.matcher(refused.text()).find();
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
            + Sizes.of(bytes)
            + ", in "
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
    if (links.stream().allMatch(g -> g.qualifiers().contains(Qualifier.UNTOLD))) {
      qualifiers.add(Qualifier.UNTOLD);
    }
    int share = Shares.of(links.stream().map(g -> g.evidence().quote()).toList());
    boolean some =
        !refused.isEmpty()
            || best.qualifiers().contains(Qualifier.PARTIAL)
            || share > 0 && share < Shares.ALL;
    if (some) {
      qualifiers.add(Qualifier.PARTIAL);
    }
    Set<String> names = Given.names(links);
    String what =
        switch (best.form()) {
          case MANIFEST -> "Listed piece by piece in " + best.evidence().path();
          case SCRIPT -> "Fetched by " + best.evidence().path();
          default ->
              share > 0 && share < Shares.ALL
                  ? "Linked, stated to be " + share + " % of the data: " + Given.join(names)
                  : best.qualifiers().contains(Qualifier.POINTER)
                      ? "Pointers with hashes, to a store elsewhere: " + Given.join(names)
                      : qualifiers.contains(Qualifier.UNTOLD)
                          ? "Linked beside the code that trains: " + Given.join(names)
                          : "Linked: " + Given.join(names);
        };
    return Findings.found(
        component,
        State.LINKED,
        qualifiers,
        what,
        Given.evidence(links, told),
        DataAmounts.of(links, told));
  }

  List<DataSet> dataSets() {
    return NamedSets.of(groups, given, listing);
  }

  private List<DataFiles.Group> files(DataSet.Stage stage) {
    return groups.stream().filter(g -> g.stage() == stage).toList();
  }

  /// How a sentence goes on about data that another one has told of.
  private static final Pattern REFERS =
      Pattern.compile(
          "(?i)\\b(?:on|with|from|using) (?:these|those|this|that|them|it|the (?:resulting|same))\\b");

  /// The passages with one before the others that says something by itself, and does not only refer
  /// to what was said before.
  private static List<Given> tellingFirst(List<Given> told) {
    Given first =
        told.stream()
            .filter(g -> !REFERS.matcher(g.text()).find())
            .findFirst()
            .orElse(told.getFirst());
    List<Given> ordered = new ArrayList<>(told);
    ordered.remove(first);
    ordered.addFirst(first);
    return ordered;
  }
}
