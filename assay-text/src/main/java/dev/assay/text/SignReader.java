package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a document says about weights, code, papers, logs and access: links to them, promises,
/// refusals.
final class SignReader {
  private static final int MOST = 1_000;
  private static final int NEAR = 60;

  private static final Map<Topic, Component> CODE =
      Map.of(
          Topic.TRAINING_CODE, Component.TRAINING_CODE,
          Topic.FINE_TUNING_CODE, Component.FINE_TUNING_CODE,
          Topic.INFERENCE_CODE, Component.INFERENCE_CODE,
          Topic.EVALUATION_CODE, Component.EVALUATION_CODE,
          Topic.DATA_CODE, Component.DATA_PROCESSING_CODE,
          Topic.ARCHITECTURE, Component.ARCHITECTURE);

  private final TextFile file;
  private final List<Sign> signs = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Settings settings = new Settings();
  private final PaperSigns papers;
  private final String title;
  private Setting setting = Setting.NONE;
  private @Nullable List<String> citedUnder;

  private SignReader(TextFile file, String title) {
    this.file = file;
    this.title = title;
    this.papers = new PaperSigns(file.path(), title);
  }

  /// The signs of a document, in order, each place and component once.
  static List<Sign> read(TextFile file, String title, List<Block> blocks, Heard heard) {
    SignReader reader = new SignReader(file, title);
    for (Block block : blocks) {
      if (reader.signs.size() >= MOST) {
        break;
      }
      reader.block(block, heard);
    }
    return List.copyOf(reader.signs);
  }

  private final ReleasesOfModels releases = new ReleasesOfModels();

  private void block(Block block, Heard heard) {
    setting = settings.of(block.headings());
    releases
        .of(block, title)
        .ifPresent(place -> add(block, Component.WEIGHTS, State.LINKED, Set.of(), place, null));
    if (block.kind() == Block.Kind.CODE) {
      codeBlock(block);
      return;
    }
    if (BibTeX.unfenced(block.text())) {
      entries(BibTeX.asCode(block, file));
      return;
    }
    OpenTasks.of(file, block)
        .forEach(code -> add(block, code, State.PROMISED, Set.of(), null, null));
    Signals lead = heard.lead(block);
    String dateText = block.text().length() > 60 ? block.text().substring(0, 60) : block.text();
    for (Sentences.Sentence sentence : heard.in(block)) {
      Signals s = sentence.signals();
      if (s.has(Topic.PROMISED) && !Quoted.isOfOthers(file, block, title)) {
        promises(block, s, sentence.text(), dateText);
      }
      refusals(block, s, sentence.text());
      boolean released = !setting.aside() && file.path().indexOf('/') < 0;
      if (released && WeightPointers.inOwnReleases(sentence.text())) {
        add(block, Component.WEIGHTS, State.LINKED, Set.of(), OWN_RELEASES, null);
      }
      boolean asked =
          released
              && !setting.citation()
              && block.links().stream().anyMatch(l -> sentence.holds(l) && AskedFor.is(block, l));
      if ((asked || Gates.asks(file.path(), block, sentence.text(), s, lead, setting))
          && !Gates.ofAModelInUse(block, title)) {
        add(block, Component.ACCESS, State.DESCRIBED, Set.of(Qualifier.GATED), null, null);
      }
      if (block.headings().size() <= 1 && !setting.aside()) {
        cited(block, QuotedTitles.named(sentence.text()));
      }
      for (Link link : block.links()) {
        if (sentence.holds(link)) {
          link(block, link, sentence.text(), s, lead, link.at() - sentence.at());
        }
      }
    }
    boolean bid =
        setting.citation() && !OthersPapers.listed(block)
            || PaperSigns.bidsToCite(block)
            || papers.holdsTitle(block);
    if (!setting.aside()) {
      cited(block, CitedInWords.of(block, bid));
    }
    if (block.text().isEmpty()) {
      for (Link link : block.links()) {
        link(block, link, "", Signals.NONE, lead, 0);
      }
    }
  }

  /// Where a repository's README finds what that gives out beside its sources.
  private static final String OWN_RELEASES = "../../releases";

  private void promises(Block block, Signals s, String sentence, String start) {
    if (!s.has(Topic.PROMISED)
        || setting.aside()
        || Denied.promises(sentence)
        || OpenTasks.isTicked(file, block)) {
      return;
    }
    String date = Dates.in(sentence).or(() -> Dates.in(start)).orElse(null);
    boolean named = false;
    for (Map.Entry<Topic, Component> e : CODE.entrySet()) {
      if (s.said(Topic.PROMISED, e.getKey(), NEAR)) {
        add(block, e.getValue(), State.PROMISED, Set.of(), null, date);
        named = true;
      }
    }
    if (s.said(Topic.PROMISED, Topic.CHECKPOINTS, NEAR)) {
      add(block, Component.CHECKPOINTS, State.PROMISED, Set.of(), null, date);
      named = true;
    }
    if (s.said(Topic.PROMISED, Topic.REPORT, 40)) {
      add(block, Component.TECHNICAL_REPORT, State.PROMISED, Set.of(), null, date);
      named = true;
    } else if (s.said(Topic.PROMISED, Topic.PAPER, 25) && !ON_PAPER.matcher(sentence).find()) {
      add(block, Component.RESEARCH_PAPER, State.PROMISED, Set.of(), null, date);
      named = true;
    }
    // What is called open source is no code by that.
    boolean code =
        !s.outside(Topic.CODE, Topic.OPEN_SOURCE).isEmpty() && !BESIDE_IT.matcher(sentence).find();
    if (!named && code && s.said(Topic.PROMISED, Topic.CODE, 30)) {
      add(block, Component.TRAINING_CODE, State.PROMISED, Set.of(), null, date);
      add(block, Component.INFERENCE_CODE, State.PROMISED, Set.of(), null, date);
    }
    boolean ofWeights =
        s.of(Topic.PROMISED).stream().anyMatch(hit -> SaidOfWeights.promised(sentence, hit));
    if ((ofWeights || s.said(Topic.PROMISED, Topic.WEIGHTS, 30) && !s.hasAny(Topic.DATA))
        && !SaidOfWeights.ofFurtherOnes(sentence)) {
      add(block, Component.WEIGHTS, State.PROMISED, Set.of(), null, date);
      named = true;
    }
    if (!named && ALONE.matcher(sentence).matches()) {
      ofTheHeading(block, date);
    }
  }

  /// "A rendered version of this repository": what is made of the code is not the code.
  private static final Pattern BESIDE_IT =
      Pattern.compile(
          "(?i)\\b(?:version|documentation|docs|book|mirror|tour|overview|website|page|video|walkthrough) (?:of|for|on) (?:this|the|our) (?:repo|repository|code|codebase)\\b");

  /// "Coming soon!" says of what the heading names that it is to come.
  private static final Pattern ALONE =
      Pattern.compile(
          "(?i)[^\\p{L}]{0,6}(?:coming(?: very)? soon|to be released(?: soon)?|(?:it )?will be (?:released|available|uploaded|provided)(?: soon)?|release(?:d)? soon|stay tuned|即将(?:开源|发布|公开|推出)|敬请期待)[^\\p{L}]{0,6}");

  /// What is done with a model, and not the model.
  private static final Pattern OF_USE =
      Pattern.compile(
          "(?i)inference|\\bus(?:e|ing|age)\\b|demo|\\btrain(?!ed)|fine-?tun|eval|deploy|quick|example|\\bapi\\b|serving|推理|使用|训练|评测|部署");

  private void ofTheHeading(Block block, @Nullable String date) {
    Signals heading = Signals.of(block.heading());
    for (Map.Entry<Topic, Component> e : CODE.entrySet()) {
      if (heading.has(e.getKey())) {
        add(block, e.getValue(), State.PROMISED, Set.of(), null, date);
        return;
      }
    }
    if (heading.has(Topic.WEIGHTS)
        && !heading.hasAny(Topic.DATA, Topic.CODE)
        && !OF_USE.matcher(block.heading()).find()) {
      add(block, Component.WEIGHTS, State.PROMISED, Set.of(), null, date);
    }
  }

  /// "Upon acceptance of the paper": when, and not what.
  private static final Pattern ON_PAPER =
      Pattern.compile(
          "(?i)\\b(?:upon|after|once|when|until|following|pending|on) (?:the |our |its |this )?"
              + "(?:(?:paper|manuscript|article|preprint)(?:[’']s)? (?:acceptance|publication|is|gets|has|was|being|review)"
              + "|(?:acceptance|publication) of (?:the |our )?(?:paper|manuscript|article))");

  /// Below "Contact", too, this speaks of the release.
  private static final Pattern OURS =
      Pattern.compile("(?i)\\bthis (?:repo|repository|project|release)\\b");

  private void refusals(Block block, Signals s, String sentence) {
    if (s.has(Topic.API_ONLY) && !setting.aside()) {
      add(block, Component.WEIGHTS, State.ABSENT, Set.of(Qualifier.REFUSED), null, null);
    }
    if (!setting.aside() && !setting.citation() && SaidOfWeights.refused(sentence)) {
      add(block, Component.WEIGHTS, State.ABSENT, Set.of(Qualifier.REFUSED), null, null);
    }
    if (!setting.aside() && Denied.promises(sentence)) {
      for (Map.Entry<Topic, Component> e : CODE.entrySet()) {
        if (Denied.denies(sentence, s, e.getKey())) {
          add(block, e.getValue(), State.ABSENT, Set.of(Qualifier.REFUSED), null, null);
        }
      }
      if (Denied.denies(sentence, s, Topic.WEIGHTS)) {
        add(block, Component.WEIGHTS, State.ABSENT, Set.of(Qualifier.REFUSED), null, null);
      }
    }
    if (!s.has(Topic.REFUSED) || setting.aside() && !OURS.matcher(sentence).find()) {
      return;
    }
    boolean named = false;
    for (Map.Entry<Topic, Component> e : CODE.entrySet()) {
      if (s.said(Topic.REFUSED, e.getKey(), NEAR) && inOneClause(s, e.getKey(), sentence)) {
        add(block, e.getValue(), State.ABSENT, Set.of(Qualifier.REFUSED), null, null);
        named = true;
      }
    }
    boolean other = s.hasAny(Topic.DATA, Topic.CODE, Topic.TRAINING);
    if (!named && !other && s.said(Topic.REFUSED, Topic.WEIGHTS, 30)) {
      add(block, Component.WEIGHTS, State.ABSENT, Set.of(Qualifier.REFUSED), null, null);
    }
  }

  /// "Only the inference code is here; the training code will not be released": a refusal is of
  /// what stands in its own clause.
  private static boolean inOneClause(Signals s, Topic thing, String sentence) {
    return s.of(Topic.REFUSED).stream()
        .anyMatch(no ->
            s.of(thing).stream()
                .map(hit ->
                    sentence.substring(
                        Math.min(hit.from(), no.from()), Math.max(hit.to(), no.to())))
                .anyMatch(between -> between.indexOf(';') < 0 && between.indexOf('；') < 0));
  }

  private void link(Block block, Link link, String text, Signals s, Signals lead, int at) {
    Signals words = Signals.of(link.text());
    switch (Address.kind(link.target())) {
      case MODEL -> model(block, link, s, words, at);
      case WEIGHTS_FILE ->
          add(block, Component.WEIGHTS, State.LINKED, base(block, link, s), link.target(), null);
      case STORAGE, OTHER -> {
        boolean offered = WeightOffer.is(block, link);
        boolean weights = offered || saysWeights(block, link, s, words, lead);
        boolean ofData =
            s.has(Topic.DATA)
                && !offered
                && !WeightPointers.namesTrained(link)
                && !WeightPointers.listedTrained(block, link)
                && !WeightPointers.offeredAt(block, link)
                && !WeightPointers.pointsAtWeights(block, link)
                && !KeptInStores.holdsModel(block, link);
        if (weights && !link.image() && !ofData) {
          add(block, Component.WEIGHTS, State.LINKED, base(block, link, s), link.target(), null);
        }
        cited(block, papers.page(block, link, words, s, setting));
        cards(block, link);
      }
      case CODE -> {
        // A document beside the code is a page like others.
        if (link.target().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
          cited(block, papers.page(block, link, words, s, setting));
        } else {
          code(block, link, text, s, lead, at);
        }
      }
      case PAPER -> cited(block, papers.linked(block, link, words, s, at, setting));
      case LOGS -> {
        if (!setting.aside() && Address.isBelowAProject(link.target())) {
          add(block, Component.TRAINING_LOGS, State.LINKED, Set.of(), link.target(), null);
        }
      }
      case DEMO -> {
        if (words.has(Topic.SAMPLES)) {
          add(block, Component.SAMPLE_OUTPUTS, State.LINKED, Set.of(), link.target(), null);
        }
      }
      case RELATIVE -> {
        String badge = link.text().isEmpty() ? Badges.of(block, link) : "";
        cited(block, PaperSigns.inRelease(link, badge.isEmpty() ? words : Signals.of(badge)));
      }
      case DATA_SET -> {
        // A store for data keeps weights too, where the link says so itself.
        boolean weights =
            words.has(Topic.WEIGHTS) && !words.has(Topic.DATA)
                || WeightOffer.is(block, link)
                || WeightPointers.bidsTrained(block, link)
                || WeightPointers.canBeFoundAt(block, link)
                || WeightPointers.labelled(block, link)
                || s.has(Topic.WEIGHTS) && WeightPointers.pointsAtWeights(block, link)
                || LinkWords.isOfferedTrained(text, at)
                || KeptInStores.isOfWeights(block, link, s);
        if (weights && !link.image()) {
          add(block, Component.WEIGHTS, State.LINKED, base(block, link, s), link.target(), null);
        }
      }
      case DATA_FILE, PICTURE -> {}
    }
    boolean samples =
        words.has(Topic.SAMPLES)
            && !link.image()
            && Address.kind(link.target()) != Address.Kind.PAPER;
    boolean shown = !setting.aside() && ShownOutputs.is(block, link, s, lead);
    if ((samples || shown) && !setting.citation()) {
      add(block, Component.SAMPLE_OUTPUTS, State.LINKED, Set.of(), link.target(), null);
    }
  }

  /// Whether a link into a bucket or a drive, or to a place of no known kind, is one to weights by
  /// the words around it.
  private boolean saysWeights(Block block, Link link, Signals s, Signals words, Signals lead) {
    if (Address.kind(link.target()) == Address.Kind.STORAGE) {
      return s.has(Topic.WEIGHTS)
          || words.has(Topic.WEIGHTS)
          || setting.weights()
          || lead.has(Topic.WEIGHTS)
          || KeptInStores.holdsModel(block, link);
    }
    return words.has(Topic.WEIGHTS) && words.has(Topic.OFFERED)
        || WeightPointers.namesTrained(link)
        || WeightPointers.listedTrained(block, link)
        || WeightPointers.labelled(block, link)
        || WeightPointers.sendsForTrained(block, link)
        || WeightPointers.offeredAt(block, link)
        || WeightPointers.hasPacked(block, link)
        || WeightPointers.isBelowTrained(block) && WeightPointers.pointsAtFile(link)
        || s.has(Topic.WEIGHTS)
            && (WeightPointers.leadsToModels(link.target())
                || WeightPointers.holdsTrained(block, link)
                || WeightPointers.pointsAtWeights(block, link));
  }

  private void model(Block block, Link link, Signals s, Signals words, int at) {
    if (setting.aside()
        || setting.citation()
        || forItsTokenizer(block, link)
        || WeightPointers.leadsBeside(link.target())
        || OthersWeights.isOfFollowers(block)) {
      return;
    }
    boolean checkpoints =
        s.has(Topic.CHECKPOINTS)
            || words.has(Topic.CHECKPOINTS)
            || WeightPointers.isOfAStage(block, link);
    if (checkpoints) {
      add(block, Component.CHECKPOINTS, State.LINKED, Set.of(), link.target(), null);
    }
    Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
    if (s.near(Topic.DERIVED, at, at + link.text().length(), 25)
        || s.has(Topic.BASE)
        || OthersWeights.isBase(block)
        || OthersModels.are(block, link, title)) {
      qualifiers.add(Qualifier.OF_BASE);
    }
    if (s.has(Topic.GATE) && !Gates.ofAModelInUse(block, title)) {
      qualifiers.add(Qualifier.GATED);
    }
    add(block, Component.WEIGHTS, State.LINKED, qualifiers, link.target(), null);
  }

  /// Whether a model is linked for its tokenizer only: the word stands in the link's own words or
  /// right before them.
  private static boolean forItsTokenizer(Block block, Link link) {
    int from = Math.max(0, Math.min(link.at(), block.text().length()) - 20);
    int to = Math.min(block.text().length(), link.at() + link.text().length() + 12);
    return from < to
        && block.text().substring(from, to).toLowerCase(Locale.ROOT).contains("tokenizer");
  }

  private Set<Qualifier> base(Block block, Link link, Signals s) {
    return s.has(Topic.BASE)
            || OthersModels.are(block, link, title)
            || OthersWeights.isForTraining(block, link, title)
        ? Set.of(Qualifier.OF_BASE)
        : Set.of();
  }

  private void code(Block block, Link link, String text, Signals s, Signals lead, int at) {
    if (link.image() || setting.citation() || setting.aside()) {
      return;
    }
    boolean weights =
        link.target().contains("/releases/")
                && (s.has(Topic.WEIGHTS) || setting.weights() && !s.has(Topic.DATA))
            || link.target().endsWith("/releases")
                && (s.has(Topic.WEIGHTS)
                    || WeightPointers.isBelowTrained(block)
                    || WeightPointers.isUnderTrained(block))
            || s.has(Topic.WEIGHTS)
                && s.has(Topic.OFFERED)
                && WeightPointers.isOfModels(link.target())
            || s.has(Topic.WEIGHTS)
                && (WeightPointers.pointsAtWeights(block, link)
                    || WeightPointers.areTakenFrom(block, link)
                    || WeightPointers.holdsTrained(block, link))
            || WeightPointers.inReleasesOf(block, link)
            || WeightPointers.findsTrained(text, link);
    if (weights) {
      add(block, Component.WEIGHTS, State.LINKED, base(block, link, s), link.target(), null);
    }
    for (Map.Entry<Topic, Component> e : CODE.entrySet()) {
      CodeLinks.meant(e.getKey(), e.getValue(), link, text, at, setting, lead)
          .ifPresent(c -> add(block, c, State.LINKED, Set.of(), link.target(), null));
    }
    for (Phrases.Hit trained : s.of(Topic.TRAINED)) {
      if (CodeLinks.trainedWith(text, trained, link, at)
          && !s.has(Topic.READER)
          && !setting.reader()) {
        boolean fine = s.near(Topic.POST_TRAINING, trained.from(), trained.to(), 10);
        add(
            block,
            fine ? Component.FINE_TUNING_CODE : Component.TRAINING_CODE,
            State.LINKED,
            Set.of(),
            link.target(),
            null);
        return;
      }
    }
  }

  /// Words by which a paragraph bids to cite what follows it.
  private static final List<String> CITING =
      List.of(
          "cite",
          "citing",
          "citation",
          "reference in your",
          "please reference",
          "consider referencing",
          "citar",
          "citez",
          "zitier",
          "引用",
          "인용",
          "цитир");

  /// Whether an entry stands in the introduction of the release's README, and what stands before it
  /// does not lead to something else.
  private boolean isBelowTitle(Block block) {
    Signals lead = Signals.of(block.lead());
    boolean leads = block.lead().strip().endsWith(":");
    return block.headings().size() <= 1
        && (!leads || lead.has(Topic.PAPER))
        && file.path().indexOf('/') < 0
        && !lead.hasAny(Topic.DATA, Topic.OTHER_MODEL);
  }

  private void cited(Block block, Optional<PaperSigns.Cited> paper) {
    paper.ifPresent(p -> add(block, p.component(), State.LINKED, Set.of(), p.link(), null));
  }

  private void cards(Block block, Link link) {
    if (setting.aside() || link.image()) {
      return;
    }
    String text = link.text().toLowerCase(Locale.ROOT);
    if (text.contains("model card")) {
      add(block, Component.MODEL_CARD, State.LINKED, Set.of(), link.target(), null);
    }
    if (text.contains("data card") || text.contains("datasheet") || text.contains("dataset card")) {
      add(block, Component.DATA_CARD, State.LINKED, Set.of(), link.target(), null);
    }
  }

  /// Commands and code: weights fetched by name or address, the citation.
  private void codeBlock(Block block) {
    String text = block.text();
    if (BibTeX.isOne(text)) {
      entries(block);
      return;
    }
    if (!setting.aside()) {
      cited(block, QuotedTitles.of(block));
      boolean bids = CITING.stream().anyMatch(block.lead().toLowerCase(Locale.ROOT)::contains);
      boolean own = bids || OwnPaper.describes(block.lead());
      cited(block, own ? CitedInWords.of(block, true) : Optional.empty());
    }
    for (Link link : block.links()) {
      Address.Kind kind = Address.kind(link.target());
      if (kind == Address.Kind.MODEL && text.contains("clone")
          || kind == Address.Kind.WEIGHTS_FILE) {
        add(block, Component.WEIGHTS, State.LINKED, begun(block, link), link.target(), null);
      }
    }
    if (!setting.aside()) {
      WeightPointers.script(block)
          .ifPresent(script -> add(block, Component.WEIGHTS, State.LINKED, Set.of(), script, null));
      for (String target : WeightPointers.packed(block)) {
        add(block, Component.WEIGHTS, State.LINKED, Set.of(), target, null);
      }
    }
    for (String target : WeightPointers.byName(text)) {
      add(block, Component.WEIGHTS, State.LINKED, Set.of(), target, null);
    }
    if (!setting.aside()) {
      for (String target : NamedLoads.in(text, title)) {
        add(block, Component.WEIGHTS, State.LINKED, Set.of(), target, null);
      }
    }
  }

  /// Entries of BibTeX, of which a release cites its own.
  private void entries(Block block) {
    // Below the release's own paper stand those it builds on.
    boolean first = !block.headings().equals(citedUnder);
    citedUnder = block.headings();
    boolean bids =
        CITING.stream().anyMatch(block.lead().toLowerCase(Locale.ROOT)::contains)
            || PaperSigns.asksUsers(block.lead());
    boolean own =
        !setting.aside()
            && (BibTeX.isNamed(block.text(), title)
                || PaperSigns.headsPapers(block)
                || OwnPaper.describes(block.lead())
                || isBelowTitle(block));
    if (setting.citation()
        || bids
        || own
        || file.name().toLowerCase(Locale.ROOT).endsWith(".cff")) {
      cited(block, BibTeX.cited(block, title, first));
    }
  }

  private Set<Qualifier> begun(Block block, Link link) {
    return OthersModels.areFetchedToBegin(block, link.target(), title)
        ? Set.of(Qualifier.OF_BASE)
        : Set.of();
  }

  private void add(
      Block block,
      Component component,
      State state,
      Set<Qualifier> qualifiers,
      @Nullable String link,
      @Nullable String date) {
    String key = component + " " + state + " " + (link == null ? "@" + block.first() : link);
    if (signs.size() < MOST && seen.add(key)) {
      Evidence evidence = file.evidence(block.first(), block.last());
      signs.add(new Sign(component, state, qualifiers, link, date, evidence));
    }
  }
}
