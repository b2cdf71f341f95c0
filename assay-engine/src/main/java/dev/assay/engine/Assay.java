package dev.assay.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.code.CodeJudge;
import dev.assay.code.CodeReader;
import dev.assay.formats.JsonReader;
import dev.assay.formats.WeightsAssembly;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.SourceFact;
import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.licences.RightsAnswer;
import dev.assay.licences.RightsQuestion;
import dev.assay.licences.names.Same;
import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Mention;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.SourceInfo;
import dev.assay.model.State;
import dev.assay.model.Subject;
import dev.assay.model.Weights;
import dev.assay.profiles.Profiles;
import dev.assay.text.DocumentJudge;
import dev.assay.text.DocumentReader;
import dev.assay.text.OwnNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The library: what is open in a release, and how do we know.
public final class Assay {
  private static final int MOST_WORDS_OF_A_NAME = 3;

  /// A licence in a header that is shorter than this, in characters, names one and is no text.
  private static final int SHORTEST_TEXT = 300;

  private Assay() {}

  /// Inspects the sources that together are one release.
  ///
  /// @param sources the release's sources, in the order given; left open
  /// @param meter counts what is read: the one that the sources count with
  /// @param progress told what is being read
  public static Assessment inspect(List<FileTree> sources, ReadMeter meter, Progress progress) {
    return inspect(sources, LicenceEngine.load(), meter, progress);
  }

  /// The same with a licence engine of the caller's, who may then ask it where the clauses stand in
  /// the texts that it read.
  public static Assessment inspect(
      List<FileTree> sources, LicenceEngine licences, ReadMeter meter, Progress progress) {
    return inspect(sources, List.of(), licences, meter, progress);
  }

  /// The same with statements of rebuilds that the user accepts: they are no part of the release,
  /// and each is one file.
  public static Assessment inspect(
      List<FileTree> sources,
      List<FileTree> accepted,
      LicenceEngine licences,
      ReadMeter meter,
      Progress progress) {
    prepareJson(sources);
    // The definitions are read while the release is.
    CompletableFuture<Profiles> profiles =
        CompletableFuture.supplyAsync(() -> Definitions.BUILT_IN);
    var gathering = new Gathering(sources, licences, progress);
    Facts facts = accepting(gathering.gather(), accepted);
    return Faults.judged(
        facts,
        seen -> judge(seen, gathering.opened(), sources, licences, profiles, meter, progress));
  }

  private static Facts accepting(Facts facts, List<FileTree> accepted) {
    Facts all = facts;
    for (FileTree statement : accepted) {
      all = StatedFiles.accept(all, statement);
    }
    return all;
  }

  private static final class Definitions {
    private static final Profiles BUILT_IN = Profiles.builtIn();
  }

  /// Begins to load what every inspection needs, on threads of its own, and returns at once: for a
  /// caller that knows that it will inspect, and has something else to do first.
  public static void prepare() {
    prepare(() -> {
      LicenceEngine.load();
      DocumentReader.read(TextFile.of("", "README.md", "# a\n\nb.\n".getBytes(UTF_8), true));
      CodeReader.read(TextFile.of("", "a.py", "import a\n".getBytes(UTF_8), true));
    });
    // What the platform makes on first use, and for long: hashes.
    prepare(() -> {
      TextFile.sha256(new byte[0]);
      Objects.requireNonNull(Definitions.BUILT_IN);
    });
  }

  /// What the platform makes for long on the first use of JSON (its numbers), where some will be
  /// read.
  private static void prepareJson(List<FileTree> sources) {
    for (FileTree source : sources) {
      for (FileEntry file : source.files()) {
        if (file.path().endsWith(".json") || file.path().endsWith(".ipynb")) {
          prepare(() -> JsonReader.over("0").next());
          return;
        }
      }
    }
  }

  private static void prepare(Runnable work) {
    Thread.ofPlatform().daemon().name("prepare").start(work);
  }

  private static Assessment judge(
      Facts facts,
      long opened,
      List<FileTree> trees,
      LicenceEngine licences,
      CompletableFuture<Profiles> profiles,
      ReadMeter meter,
      Progress progress) {
    var papers = new ArrayList<>(facts.documents());
    papers.addAll(HeaderWords.documents(facts.weights()));
    DocumentJudge reader = DocumentJudge.of(papers, facts.listing(), noData(facts));
    String name = reader.name();
    var told = new ArrayList<>(reader.mentions());
    told.addAll(facts.links());
    told.addAll(SourceWords.mentions(facts.sourceFacts()));
    var names =
        new ReleaseNames(
            Stream.concat(
                    Stream.of(name),
                    facts.sources().stream().flatMap(i -> Stream.of(i.id(), called(i))))
                .toList());
    var inside = new OwnAddresses(called("", facts.sources()), facts.listing());
    List<Mention> places =
        WeightPlaces.ordered(SpentPromises.setAside(inside.setAside(told), facts.listing()), names);
    List<Mention> mentions = GateSeen.withoutOthers(places, names);
    WeightsAssembly.Result weights =
        WeightsAssembly.assemble(facts.weights(), facts.listing(), facts.configurations());
    OwnWeights own = OwnWeights.of(weights.artefacts(), mentions, facts.documents(), names);
    // A model that lies there for tests says nothing of the release.
    Map<Component, List<Note>> notes = SetAside.without(weights.notes(), weights.artefacts());
    List<Claim> configured =
        weights.claims().stream().filter(c -> SetAside.own(c.made().path())).toList();

    var found = new EnumMap<Component, Finding>(Component.class);
    for (Finding f : CodeJudge.judge(facts.code(), facts.listing(), mentions)) {
      found.put(f.component(), f);
    }
    DocumentJudge.Result documents =
        reader.judge(
            trains(found),
            get(found, Component.TRAINING_CODE).state() == State.PRESENT,
            OwnNames.of(called(name, facts.sources())));
    for (Finding f : documents.findings()) {
      found.putIfAbsent(f.component(), f);
    }
    found.computeIfPresent(Component.ACCESS, (c, f) -> GateSeen.ofThis(f, places, names));
    gate(facts.sourceFacts()).ifPresent(f -> found.put(Component.ACCESS, f));
    var rebuilds = new RebuildJudge(trees, weights.artefacts(), progress);
    found.put(
        Component.WEIGHTS,
        rebuilds.judge(
            WeightsJudge.weights(own, facts.listing(), mentions, notes), facts.rebuilds()));
    found.put(Component.CHECKPOINTS, WeightsJudge.checkpoints(weights.artefacts(), mentions));
    for (Component c : Component.values()) {
      found.computeIfAbsent(
          c,
          k ->
              WeightsJudge.mentioned(
                  k, mentions, "the files and documents of the release", List.of()));
    }
    found.put(
        Component.ARCHITECTURE,
        WeightsJudge.architecture(get(found, Component.ARCHITECTURE), own.own(), mentions, notes));

    // What it is, is told by what was seen.
    Assessment.Kind kind = kind(found, own.own());
    SourceWords.note(found, facts.sourceFacts());
    Declared.note(found, facts);
    List<DataSet> data = HeaderWords.data(found, documents.data(), weights.artefacts());
    data = NamedData.apply(found, data, facts.sourceFacts());
    Sameness.note(found, facts);
    Unseen.of(facts).undecide(found);
    GateSeen.undecide(found, WeightPlaces.of(mentions), facts.listing());

    List<LicenceStatement> statements = new ArrayList<>(facts.licences());
    statements.addAll(headerLicences(weights.artefacts(), licences));
    statements.addAll(news(statements, tagLicences(facts.sourceFacts(), licences)));
    statements = OthersLicences.setAside(licences.resolve(statements), facts.documents(), names);
    licences
        .bind(withoutStaleBadges(statements), List.copyOf(found.values()))
        .forEach((component, licence) ->
            found.computeIfPresent(component, (c, f) -> f.withLicence(licence)));

    List<Claim> said = OwnBases.setAside(documents.claims(), places);
    BaseLicences.judge(found, said, facts, statements, licences);

    List<Finding> findings = List.copyOf(found.values());
    RightsAnswer answer = licences.answer(RightsQuestion.ANYBODY, statements, findings);
    List<Right> rights = answer.whole();
    var saidAndSeen = new ArrayList<>(said);
    saidAndSeen.addAll(configured);
    saidAndSeen.addAll(rebuilds.claims());
    Ladder ladder = new Ladder(found, own.own(), saidAndSeen);
    var standing = ladder.standing();
    var decided = new ArrayList<>(configured);
    decided.addAll(rebuilds.claims());
    List<Claim> claims =
        new ClaimJudge(
                found,
                own.own(),
                standing,
                ladder.bars(),
                new CommerceJudge(answer),
                names(name, facts))
            .decide(said, decided, statements);

    var assessment =
        new Assessment(
            name(name, facts.sources()),
            kind,
            facts.sources(),
            standing,
            findings,
            rights,
            claims,
            ladder.withheld(),
            List.of(),
            weights.artefacts(),
            statements,
            data,
            facts.issues(),
            new Assessment.Effort(
                facts.listing().size(),
                opened,
                facts.listing().stream().mapToLong(FileEntry::size).filter(n -> n > 0).sum(),
                meter.bytesRead(),
                meter.requests()));
    assessment = assessment.withProfiles(profiles.join().of(assessment));
    return stated(assessment, facts, found, saidAndSeen, licences);
  }

  /// Files that are no data, whatever they are called: lists of names, and what was read as a
  /// model. A file is never both the weights and what they were made from.
  private static Set<FileEntry> noData(Facts facts) {
    Set<String> models =
        facts.weights().stream()
            .filter(w -> w.kind() == Weights.Kind.MODEL && w.tensors() > 0)
            .filter(w -> SetAside.reason(w).isEmpty())
            .flatMap(w ->
                Stream.concat(Stream.of(w.path()), w.files().stream())
                    .map(path -> w.evidence().source() + "\n" + path))
            .collect(Collectors.toSet());
    return facts.listing().stream()
        .filter(e -> facts.lists().contains(e) || models.contains(e.source() + "\n" + e.path()))
        .collect(Collectors.toSet());
  }

  /// The assessment with what people state beside it; nothing that was decided changes.
  private static Assessment stated(
      Assessment a,
      Facts facts,
      Map<Component, Finding> found,
      List<Claim> claims,
      LicenceEngine licences) {
    if (facts.statements().isEmpty()) {
      return a;
    }
    var judge = new StatementJudge(found, facts.sources(), facts.listing(), licences);
    var statements = judge.judge(facts.statements());
    var standing = new Ladder(judge.asStated(), a.weights(), claims).standing();
    boolean other =
        standing.lowest() != a.standing().lowest() || standing.highest() != a.standing().highest();
    return a.withStatements(statements, other ? standing : null);
  }

  /// Whether code that trains a model, from scratch or further, was found here.
  private static boolean trains(Map<Component, Finding> found) {
    return get(found, Component.TRAINING_CODE).state() == State.PRESENT
        || get(found, Component.FINE_TUNING_CODE).state() == State.PRESENT;
  }

  private static Finding get(Map<Component, Finding> found, Component c) {
    @Nullable Finding f = found.get(c);
    if (f == null) {
      throw new IllegalStateException("no finding for " + c);
    }
    return f;
  }

  /// What the headers of weights say of their licence: a claim, covering those weights.
  private static List<LicenceStatement> headerLicences(
      List<Weights> artefacts, LicenceEngine licences) {
    var statements = new ArrayList<LicenceStatement>();
    for (Weights w : artefacts) {
      for (Weights.HeaderFact fact : w.metadata()) {
        if (fact.topic() == Weights.Topic.LICENCE && !fact.value().isBlank()) {
          List<LicenceStatement> texts = headerText(fact, licences);
          if (!texts.isEmpty()) {
            statements.addAll(texts);
            continue;
          }
          String expression = licences.named(fact.value());
          statements.add(
              new LicenceStatement(
                  expression,
                  LicenceStatement.Basis.METADATA,
                  LicenceStatement.Match.NAMED,
                  Set.of(Subject.WEIGHTS),
                  "",
                  licences.freedom(expression, Component.WEIGHTS),
                  List.of(),
                  fact.evidence()));
        }
      }
    }
    return statements;
  }

  /// A licence's own text in a header: as good as a file of it, for those weights.
  private static List<LicenceStatement> headerText(
      Weights.HeaderFact fact, LicenceEngine licences) {
    if (fact.value().length() < SHORTEST_TEXT) {
      return List.of();
    }
    byte[] text = fact.value().getBytes(StandardCharsets.UTF_8);
    return licences.scan(TextFile.of(fact.evidence().source(), "LICENSE", text, true)).stream()
        // Further texts behind the first are those of parts that it names.
        .filter(s -> s.basis() == LicenceStatement.Basis.TEXT && !s.covers().isEmpty())
        .map(s ->
            new LicenceStatement(
                s.expression(),
                s.basis(),
                s.match(),
                Set.of(Subject.WEIGHTS),
                fact.evidence().path(),
                s.freedom(),
                s.differs(),
                fact.evidence()))
        .toList();
  }

  /// A badge is a picture of a claim, and outlives the licence that it names: beside a licence text
  /// for the whole source it binds nothing. What it says is still held against the text, as a
  /// claim.
  private static List<LicenceStatement> withoutStaleBadges(List<LicenceStatement> statements) {
    Set<String> withText =
        statements.stream()
            .filter(s -> s.basis() == LicenceStatement.Basis.TEXT && s.scope().isEmpty())
            .filter(s -> s.covers().contains(Subject.EVERYTHING))
            .map(s -> s.evidence().source())
            .collect(Collectors.toSet());
    List<LicenceStatement> badges =
        statements.stream().filter(s -> s.basis() == LicenceStatement.Basis.BADGE).toList();
    return statements.stream()
        .filter(s -> !withText.contains(s.evidence().source()) || !isBadge(s, badges))
        .toList();
  }

  /// Whether a statement is a badge, or the words beside its picture: its alternative text is read
  /// as a sentence on the same line. A sentence there that names another licence is none.
  private static boolean isBadge(LicenceStatement s, List<LicenceStatement> badges) {
    return s.basis() == LicenceStatement.Basis.BADGE
        || s.basis() == LicenceStatement.Basis.SENTENCE
            && badges.stream()
                .anyMatch(b ->
                    b.evidence().source().equals(s.evidence().source())
                        && b.evidence().place().equals(s.evidence().place())
                        && Same.agree(b.expression(), s.expression()));
  }

  /// The gate that a source itself reports: a fact, where a card's words are a claim.
  private static Optional<Finding> gate(List<SourceFact> facts) {
    return facts.stream()
        .filter(f -> f.kind() == SourceFact.Kind.GATE || f.kind() == SourceFact.Kind.PRIVATE)
        .findFirst()
        .map(f ->
            new Finding(
                Component.ACCESS,
                State.PRESENT,
                Set.of(Qualifier.GATED),
                ProofLevel.SEEN,
                f.kind() == SourceFact.Kind.PRIVATE
                    ? "The source is private"
                    : f.value().equals("manual")
                        ? "Somebody decides who may have it"
                        : "Access asks for an account and an agreement",
                LicenceOf.NONE,
                List.of(f.evidence()),
                List.of(),
                List.of()));
  }

  /// Licence tags that a source shows beside the files: claims for everything in it. What a
  /// registry says of a package is a claim for its code: a model in it often is under another
  /// licence.
  private static List<LicenceStatement> tagLicences(
      List<SourceFact> facts, LicenceEngine licences) {
    return facts.stream()
        .filter(f -> covers(f.kind()) != null && !f.value().isBlank())
        .map(f -> {
          Subject subject = Objects.requireNonNull(covers(f.kind()));
          String expression = licences.named(f.value());
          Component judged =
              switch (subject) {
                case CODE -> Component.INFERENCE_CODE;
                case DATA -> Component.TRAINING_DATA;
                default -> Component.WEIGHTS;
              };
          return new LicenceStatement(
              expression,
              LicenceStatement.Basis.METADATA,
              LicenceStatement.Match.NAMED,
              Set.of(subject),
              "",
              licences.freedom(expression, judged),
              List.of(),
              f.evidence());
        })
        .toList();
  }

  /// What a hub's tag says when the card names a licence that the hub has no tag for.
  private static final Set<String> SOME_OTHER = Set.of("other", "unknown");

  /// What a licence that a source states covers; null for what states none.
  private static @Nullable Subject covers(SourceFact.Kind kind) {
    return switch (kind) {
      case LICENCE_TAG -> Subject.EVERYTHING;
      case PACKAGE_LICENCE -> Subject.CODE;
      case WEIGHTS_LICENCE -> Subject.WEIGHTS;
      case DATA_LICENCE -> Subject.DATA;
      default -> null;
    };
  }

  /// A hub makes its tag of the card: where the card of the same source was read and says the same,
  /// or more than "other", the tag is no second statement.
  private static List<LicenceStatement> news(
      List<LicenceStatement> read, List<LicenceStatement> tags) {
    return tags.stream()
        .filter(tag ->
            read.stream()
                .noneMatch(s ->
                    s.basis() == LicenceStatement.Basis.FRONT_MATTER
                        && s.evidence().path().equals("README.md")
                        && (s.expression().equals(tag.expression()) || saysOther(tag))
                        && s.evidence().source().equals(tag.evidence().source())))
        .toList();
  }

  private static boolean saysOther(LicenceStatement tag) {
    return SOME_OTHER.stream().anyMatch(word -> tag.evidence().quote().contains("license:" + word));
  }

  /// Kinds of source that are named by a path, whose last part is then the release's name.
  private static final Set<String> BY_PATH =
      Set.of("folder", "git checkout", "archive", "file", "deb package");

  private static String name(String fromDocuments, List<SourceInfo> sources) {
    if (!fromDocuments.isBlank() && !isSlogan(fromDocuments, sources)) {
      return fromDocuments;
    }
    if (sources.isEmpty()) {
      return "";
    }
    if (!BY_PATH.contains(sources.getFirst().kind())) {
      return sources.getFirst().id();
    }
    return called(sources.getFirst());
  }

  /// Whether a title is a sentence about the release, without a word of what its sources are
  /// called.
  private static boolean isSlogan(String title, List<SourceInfo> sources) {
    return title.strip().split("\\s+").length > MOST_WORDS_OF_A_NAME + 1
        && !sources.isEmpty()
        && !new ReleaseNames(sources.stream().map(Assay::called).toList()).isIn(title);
  }

  /// "Name: what it is about".
  private static final Pattern TITLE_ENDS = Pattern.compile(": | [–—|-] |：");

  /// What a sentence that speaks of the release may call it: a title that is a name and no slogan,
  /// or begins with one, and the names of its sources.
  private static ReleaseNames names(String title, Facts facts) {
    String head = TITLE_ENDS.split(title.strip(), 2)[0];
    boolean isName = head.split("\\s+").length <= MOST_WORDS_OF_A_NAME;
    return new ReleaseNames(
        Stream.concat(
                isName ? Stream.of(head) : Stream.empty(),
                facts.sources().stream().map(Assay::called))
            .toList());
  }

  /// The release's title and what its sources are called.
  private static List<String> called(String title, List<SourceInfo> sources) {
    return Stream.concat(Stream.of(title), sources.stream().map(Assay::called)).toList();
  }

  /// What a source is called by: a place on this machine by its last name alone.
  private static String called(SourceInfo source) {
    String reference = source.reference();
    if (!BY_PATH.contains(source.kind())) {
      return reference;
    }
    while (reference.length() > 1 && reference.endsWith("/")) {
      reference = reference.substring(0, reference.length() - 1);
    }
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static Assessment.Kind kind(Map<Component, Finding> found, List<Weights> artefacts) {
    Finding weights = get(found, Component.WEIGHTS);
    if (weights.state() != State.ABSENT) {
      boolean adapter =
          !artefacts.isEmpty()
              && artefacts.stream().anyMatch(w -> w.kind() == Weights.Kind.ADAPTER)
              && artefacts.stream().noneMatch(w -> w.kind() == Weights.Kind.MODEL);
      return adapter ? Assessment.Kind.ADAPTER : Assessment.Kind.MODEL;
    }
    for (Component c :
        List.of(
            Component.TRAINING_CODE,
            Component.FINE_TUNING_CODE,
            Component.ARCHITECTURE,
            Component.INFERENCE_CODE)) {
      State state = get(found, c).state();
      if (state == State.PRESENT) {
        return Assessment.Kind.FRAMEWORK;
      }
    }
    if (get(found, Component.TRAINING_DATA).state() == State.PRESENT) {
      return Assessment.Kind.DATA_SET;
    }
    boolean anything =
        found.values().stream()
            .filter(f -> f.component() != Component.CHANGELOG)
            .filter(f -> f.component() != Component.CONTRIBUTING)
            .filter(f -> f.component() != Component.LICENCE_FILES)
            .anyMatch(f -> f.state() != State.ABSENT && f.state() != State.UNDECIDABLE);
    return anything ? Assessment.Kind.MODEL : Assessment.Kind.NOTHING;
  }
}
