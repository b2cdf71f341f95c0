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
import java.util.Set;
import java.util.stream.Stream;
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
  private Setting setting = Setting.NONE;

  private SignReader(TextFile file) {
    this.file = file;
  }

  /// The signs of a document, in order, each place and component once.
  static List<Sign> read(TextFile file, List<Block> blocks, Heard heard) {
    SignReader reader = new SignReader(file);
    for (Block block : blocks) {
      if (reader.signs.size() >= MOST) {
        break;
      }
      reader.block(block, heard);
    }
    return List.copyOf(reader.signs);
  }

  private void block(Block block, Heard heard) {
    setting = settings.of(block.headings());
    if (block.kind() == Block.Kind.CODE) {
      codeBlock(block);
      return;
    }
    Signals lead = block.lead().isEmpty() ? Signals.NONE : Signals.of(block.lead());
    String dateText = block.text().length() > 60 ? block.text().substring(0, 60) : block.text();
    for (Sentences.Sentence sentence : heard.in(block)) {
      Signals s = sentence.signals();
      promises(block, s, sentence.text(), dateText);
      refusals(block, s);
      gate(block, s);
      for (Link link : block.links()) {
        if (sentence.holds(link)) {
          link(block, link, s, lead, link.at() - sentence.at());
        }
      }
    }
    if (block.text().isEmpty()) {
      for (Link link : block.links()) {
        link(block, link, Signals.NONE, lead, 0);
      }
    }
  }

  private void promises(Block block, Signals s, String sentence, String start) {
    if (!s.has(Topic.PROMISED) || setting.aside()) {
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
    } else if (s.said(Topic.PROMISED, Topic.PAPER, 25)) {
      add(block, Component.RESEARCH_PAPER, State.PROMISED, Set.of(), null, date);
      named = true;
    }
    if (!named && s.said(Topic.PROMISED, Topic.CODE, 30)) {
      add(block, Component.TRAINING_CODE, State.PROMISED, Set.of(), null, date);
      add(block, Component.INFERENCE_CODE, State.PROMISED, Set.of(), null, date);
    }
    if (s.said(Topic.PROMISED, Topic.WEIGHTS, 30) && !s.hasAny(Topic.DATA)) {
      add(block, Component.WEIGHTS, State.PROMISED, Set.of(), null, date);
    }
  }

  private void refusals(Block block, Signals s) {
    if (s.has(Topic.API_ONLY) && !setting.aside()) {
      add(block, Component.WEIGHTS, State.ABSENT, Set.of(Qualifier.REFUSED), null, null);
    }
    if (!s.has(Topic.REFUSED) || setting.aside()) {
      return;
    }
    boolean named = false;
    for (Map.Entry<Topic, Component> e : CODE.entrySet()) {
      if (s.said(Topic.REFUSED, e.getKey(), NEAR)) {
        add(block, e.getValue(), State.ABSENT, Set.of(Qualifier.REFUSED), null, null);
        named = true;
      }
    }
    boolean other = s.hasAny(Topic.DATA, Topic.CODE, Topic.TRAINING);
    if (!named && !other && s.said(Topic.REFUSED, Topic.WEIGHTS, 30)) {
      add(block, Component.WEIGHTS, State.ABSENT, Set.of(Qualifier.REFUSED), null, null);
    }
  }

  private void gate(Block block, Signals s) {
    boolean about = s.hasAny(Topic.WEIGHTS, Topic.DATA, Topic.OFFERED) || setting.weights();
    if (s.has(Topic.GATE) && about && !setting.aside() && !setting.citation()) {
      add(block, Component.ACCESS, State.DESCRIBED, Set.of(Qualifier.GATED), null, null);
    }
  }

  private void link(Block block, Link link, Signals s, Signals lead, int at) {
    Signals words = Signals.of(link.text());
    int end = at + link.text().length();
    switch (Address.kind(link.target())) {
      case MODEL -> model(block, link, s, words, at);
      case WEIGHTS_FILE ->
          add(block, Component.WEIGHTS, State.LINKED, base(s), link.target(), null);
      case STORAGE, OTHER -> {
        boolean weights =
            Address.kind(link.target()) == Address.Kind.STORAGE
                ? s.has(Topic.WEIGHTS)
                    || words.has(Topic.WEIGHTS)
                    || setting.weights()
                    || lead.has(Topic.WEIGHTS)
                : words.has(Topic.WEIGHTS) && words.has(Topic.OFFERED)
                    || s.has(Topic.WEIGHTS)
                        && (leadsToModels(link.target()) || pointsAtWeights(block, link));
        if (weights && !link.image() && !s.has(Topic.DATA)) {
          add(block, Component.WEIGHTS, State.LINKED, base(s), link.target(), null);
        }
        report(block, link, words, s, at);
      }
      case CODE -> code(block, link, s, words, at, end);
      case PAPER -> paper(block, link, words, s, at);
      case LOGS -> {
        if (!setting.aside()) {
          add(block, Component.TRAINING_LOGS, State.LINKED, Set.of(), link.target(), null);
        }
      }
      case DEMO -> {
        if (words.has(Topic.SAMPLES)) {
          add(block, Component.SAMPLE_OUTPUTS, State.LINKED, Set.of(), link.target(), null);
        }
      }
      case RELATIVE -> relative(block, link, words);
      case DATA_SET, DATA_FILE, PICTURE -> {}
    }
    boolean samples =
        words.has(Topic.SAMPLES)
            && !link.image()
            && Address.kind(link.target()) != Address.Kind.PAPER;
    if (samples && !setting.citation()) {
      add(block, Component.SAMPLE_OUTPUTS, State.LINKED, Set.of(), link.target(), null);
    }
  }

  private void model(Block block, Link link, Signals s, Signals words, int at) {
    if (setting.aside() || setting.citation() || forItsTokenizer(block, link)) {
      return;
    }
    boolean checkpoints = s.has(Topic.CHECKPOINTS) || words.has(Topic.CHECKPOINTS);
    if (checkpoints) {
      add(block, Component.CHECKPOINTS, State.LINKED, Set.of(), link.target(), null);
    }
    Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
    if (s.near(Topic.DERIVED, at, at + link.text().length(), 25) || s.has(Topic.BASE)) {
      qualifiers.add(Qualifier.OF_BASE);
    }
    if (s.has(Topic.GATE)) {
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

  private static Set<Qualifier> base(Signals s) {
    return s.has(Topic.BASE) ? Set.of(Qualifier.OF_BASE) : Set.of();
  }

  private void code(Block block, Link link, Signals s, Signals words, int at, int end) {
    if (link.image() || setting.citation() || setting.aside()) {
      return;
    }
    boolean weights =
        link.target().contains("/releases/") && (s.has(Topic.WEIGHTS) || setting.weights())
            || s.has(Topic.WEIGHTS) && s.has(Topic.OFFERED) && isOfModels(link.target())
            || inReleasesOf(block, link);
    if (weights) {
      add(block, Component.WEIGHTS, State.LINKED, base(s), link.target(), null);
    }
    for (Map.Entry<Topic, Component> e : CODE.entrySet()) {
      if (words.has(e.getKey()) || s.near(e.getKey(), at, end, NEAR)) {
        add(block, e.getValue(), State.LINKED, Set.of(), link.target(), null);
      }
    }
    for (Phrases.Hit trained : s.of(Topic.TRAINED)) {
      boolean with =
          trained.to() <= at && at - trained.to() <= 60 && s.follows(trained.to(), Topic.ON, 40);
      if (with && !s.has(Topic.READER) && !setting.reader()) {
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

  private static final Set<String> OF_MODELS =
      Set.of("models", "weights", "checkpoints", "networks", "nets");

  /// Whether a sentence finds what is learnt in the releases of a repository that is named for it:
  /// "all networks are in the releases of".
  private static boolean inReleasesOf(Block block, Link link) {
    int to = Math.min(block.text().length(), link.at());
    String before = block.text().substring(Math.max(0, to - BEFORE), to).toLowerCase(Locale.ROOT);
    return before.contains("releases of") && isOfModels(link.target());
  }

  /// Whether a repository is one of models, by its own name.
  private static boolean isOfModels(String target) {
    String name = target.substring(target.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return Stream.of(name.split("[^a-z0-9]")).anyMatch(OF_MODELS::contains);
  }

  /// Whether a folder of the address is called so.
  private static boolean leadsToModels(String target) {
    String path = target.toLowerCase(Locale.ROOT);
    int host = path.indexOf("://");
    int slash = host < 0 ? -1 : path.indexOf('/', host + 3);
    if (slash < 0 || path.endsWith(".html") || path.endsWith(".md")) {
      return false;
    }
    String folders = path.endsWith("/") ? path : path + "/";
    return folders.endsWith("/models/")
        || folders.endsWith("/checkpoints/")
        || folders.endsWith("/weights/")
        || folders.endsWith("/pretrained/");
  }

  /// Words by which a sentence points at what it has just named.
  private static final Set<String> POINTING =
      Set.of("here", "this link", "link", "this url", "from here", "download", "download link");

  /// What is called so has been trained, and is no page on models.
  private static final List<String> TRAINED_MODELS =
      List.of("pretrained", "pre-trained", "trained model", "weights", "checkpoint");

  /// Whether a sentence bids to download weights, and the link is where it points: "download the
  /// network weights from here", or says that trained ones are available there.
  private static boolean pointsAtWeights(Block block, Link link) {
    String text = link.text().toLowerCase(Locale.ROOT).strip();
    boolean names =
        text.length() < 40
            && (text.endsWith(" models")
                || text.endsWith(" model")
                || text.endsWith(" weights")
                || text.endsWith(" checkpoints"));
    int to = Math.min(block.text().length(), link.at());
    String before = block.text().substring(Math.max(0, to - BEFORE), to).toLowerCase(Locale.ROOT);
    if (text.endsWith("available here") || text.equals("here") && before.endsWith("available ")) {
      String said = before.substring(before.lastIndexOf(". ") + 1);
      return !link.target().endsWith(".md")
          && !said.contains("data")
          && TRAINED_MODELS.stream().anyMatch(said::contains);
    }
    if (link.target().endsWith(".md")) {
      return false;
    }
    int bid = before.lastIndexOf("download");
    if (bid < 0) {
      return false;
    }
    // The thing stands behind the bid, before a passive one, or in the link's own words.
    boolean passive = before.startsWith("downloaded", bid);
    int full = before.lastIndexOf(". ");
    String said = before.substring(passive ? Math.max(0, full) : bid);
    boolean weights = said.contains("weight") || said.contains("checkpoint");
    // Whatever the place is called: "to download the weights, visit SOMEBODY'S PAGE".
    boolean sent = weights && SENDING.stream().anyMatch((said.strip() + " ")::endsWith);
    if (!POINTING.contains(text) && !names && !sent) {
      return false;
    }
    return (names || weights || said.contains("model")) && full < bid && !said.contains("data");
  }

  /// Words right before a link that send the reader there.
  private static final List<String> SENDING =
      List.of(
          " visit ",
          " visit the ",
          " visit our ",
          " go to ",
          " go to the ",
          " from ",
          " from the ",
          " from our ",
          " via ");

  /// How far before a link the sentence is read that points at it.
  private static final int BEFORE = 120;

  /// Papers are cited for many reasons; this one's own is called "paper" or "report" by its link or
  /// its badge.
  private void paper(Block block, Link link, Signals words, Signals s, int at) {
    // A page of the documentation cites what it explains.
    boolean page = file.path().startsWith("doc/") || file.path().startsWith("docs/");
    if (setting.aside() || page && !setting.citation()) {
      return;
    }
    boolean isReport =
        words.has(Topic.REPORT) || s.near(Topic.REPORT, at, at + link.text().length(), 20);
    String text = link.text().toLowerCase(Locale.ROOT);
    boolean calls =
        words.hasAny(Topic.PAPER, Topic.REPORT)
            || text.equals("arxiv")
            || text.startsWith("arxiv")
            || link.image()
            || text.isEmpty() && badge(block, link);
    boolean beside =
        s.near(Topic.PAPER, at, at + link.text().length(), 15) && !s.has(Topic.OTHER_MODEL);
    beside |=
        link.target().endsWith(".pdf")
            && s.has(Topic.OFFERED)
            && !s.has(Topic.OTHER_MODEL)
            && s.near(Topic.PAPER, at, at + link.text().length(), 140);
    beside |= implemented(block, link);
    Signals lead = Signals.of(block.lead());
    beside |=
        block.lead().strip().endsWith(":") && lead.has(Topic.PAPER) && !lead.has(Topic.OTHER_MODEL);
    boolean published = Signals.of(block.heading()).has(Topic.PAPER);
    if (isReport) {
      add(block, Component.TECHNICAL_REPORT, State.LINKED, Set.of(), link.target(), null);
    } else if (calls || beside || published || setting.citation()) {
      add(block, Component.RESEARCH_PAPER, State.LINKED, Set.of(), link.target(), null);
    }
  }

  /// Whether a link is a badge that says by its picture's words that it leads to the paper.
  private static boolean badge(Block block, Link link) {
    return block.links().stream()
        .anyMatch(l ->
            l.image()
                && l.at() == link.at()
                && (l.text().toLowerCase(Locale.ROOT).contains("arxiv")
                    || Signals.of(l.text()).hasAny(Topic.PAPER, Topic.REPORT)));
  }

  /// Whether the document begins by saying that this is an implementation of the paper.
  private static boolean implemented(Block block, Link link) {
    int to = Math.min(block.text().length(), link.at());
    String before =
        block.text().substring(Math.max(0, to - 40), to).toLowerCase(Locale.ROOT).strip();
    boolean first = block.headings().size() <= 1;
    return first
        && (before.endsWith("implementation of")
            || before.endsWith("implementation for")
            || titled(block.text().substring(0, to).toLowerCase(Locale.ROOT)));
  }

  /// Words after which a paper's title, and then its link, say what a release carries out.
  private static final List<String> CARRIES_OUT =
      List.of(
          "implementation of",
          "implementation for",
          "code for the paper",
          "based on the paper",
          "described in the paper",
          "introduced in the paper");

  /// Whether what stands before a link says that this is an implementation of something, in the
  /// same sentence: its title, and then the link.
  private static boolean titled(String before) {
    return CARRIES_OUT.stream()
        .anyMatch(words -> {
          int at = before.lastIndexOf(words);
          return at >= 0
              && before.length() - at <= 250
              && before.indexOf(". ", at) < 0
              && before.indexOf("inspired", at) < 0
              && !before.substring(Math.max(0, at - 30), at).contains("unofficial");
        });
  }

  private void report(Block block, Link link, Signals words, Signals s, int at) {
    if (setting.aside() || link.image()) {
      return;
    }
    if (isReport(link.text()) && !s.has(Topic.OTHER_MODEL)) {
      add(block, Component.TECHNICAL_REPORT, State.LINKED, Set.of(), link.target(), null);
    } else if (words.has(Topic.PAPER)) {
      add(block, Component.RESEARCH_PAPER, State.LINKED, Set.of(), link.target(), null);
    }
    String text = link.text().toLowerCase(Locale.ROOT);
    if (text.contains("model card")) {
      add(block, Component.MODEL_CARD, State.LINKED, Set.of(), link.target(), null);
    }
    if (text.contains("data card") || text.contains("datasheet") || text.contains("dataset card")) {
      add(block, Component.DATA_CARD, State.LINKED, Set.of(), link.target(), null);
    }
  }

  /// Whether a link's words mean a report on the release, and not that one may report something.
  private static boolean isReport(String words) {
    String lower = words.toLowerCase(Locale.ROOT).strip();
    boolean named =
        lower.contains("technical report")
            || lower.contains("tech report")
            || lower.contains("system card")
            || lower.contains("white paper")
            || lower.contains("技术报告")
            || lower.endsWith("report");
    return named && !lower.contains("bug") && !lower.contains("issue");
  }

  private void relative(Block block, Link link, Signals words) {
    if (!link.image()
        && link.target().toLowerCase(Locale.ROOT).endsWith(".pdf")
        && words.hasAny(Topic.PAPER, Topic.REPORT)) {
      add(
          block,
          words.has(Topic.REPORT) ? Component.TECHNICAL_REPORT : Component.RESEARCH_PAPER,
          State.LINKED,
          Set.of(),
          link.target(),
          null);
    }
  }

  /// Commands and code: weights fetched by name or address, the citation.
  private void codeBlock(Block block) {
    String text = block.text();
    if (text.stripLeading().startsWith("@")) {
      bibtex(block);
      return;
    }
    for (Link link : block.links()) {
      Address.Kind kind = Address.kind(link.target());
      if (kind == Address.Kind.MODEL && text.contains("clone")
          || kind == Address.Kind.WEIGHTS_FILE) {
        add(block, Component.WEIGHTS, State.LINKED, Set.of(), link.target(), null);
      }
    }
    for (String call :
        List.of(
            "from_pretrained(",
            "snapshot_download(",
            "hf download ",
            "huggingface-cli download ",
            "hf_hub_download(",
            "pipeline(")) {
      int at = 0;
      while ((at = text.indexOf(call, at)) >= 0) {
        at += call.length();
        String id = hubName(text, at);
        if (!id.isEmpty()) {
          add(
              block,
              Component.WEIGHTS,
              State.LINKED,
              Set.of(),
              "https://huggingface.co/" + id,
              null);
        }
      }
    }
  }

  /// The `owner/name` within the next words of a call, or nothing.
  private static String hubName(String text, int at) {
    int end = Math.min(text.length(), at + 160);
    int line = text.indexOf(')', at);
    int stop = line > 0 ? Math.min(line, end) : end;
    int i = at;
    while (i < stop) {
      int from = i;
      while (i < stop && isNameCharacter(text.charAt(i))) {
        i++;
      }
      String word = text.substring(from, i);
      int slash = word.indexOf('/');
      if (slash > 0
          && slash == word.lastIndexOf('/')
          && slash < word.length() - 1
          && Character.isLetterOrDigit(word.charAt(0))
          && word.indexOf('.') != 0
          && !word.startsWith("path")
          && !word.startsWith("your")) {
        return word;
      }
      i++;
    }
    return "";
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '/' || c == '-' || c == '_' || c == '.';
  }

  private void bibtex(Block block) {
    String lower = block.text().toLowerCase(Locale.ROOT);
    boolean cites = setting.citation() || file.name().toLowerCase(Locale.ROOT).endsWith(".cff");
    if (!cites) {
      return;
    }
    int at = lower.indexOf("arxiv");
    String link = null;
    if (at >= 0) {
      link = arxiv(lower);
    }
    for (Link l : block.links()) {
      if (link == null && Address.kind(l.target()) == Address.Kind.PAPER) {
        link = l.target();
      }
    }
    boolean article =
        lower.contains("@article{")
            || lower.contains("@inproceedings{")
            || lower.contains("@incollection{");
    if (link == null && article) {
      link = doi(lower);
      for (Link l : block.links()) {
        if (link == null && Address.kind(l.target()) != Address.Kind.CODE) {
          link = l.target();
        }
      }
    }
    if (link != null) {
      boolean isReport = lower.contains("technical report") || lower.contains("tech report");
      add(
          block,
          isReport ? Component.TECHNICAL_REPORT : Component.RESEARCH_PAPER,
          State.LINKED,
          Set.of(),
          link,
          null);
    }
  }

  /// The address of the first DOI in a BibTeX entry.
  private static @Nullable String doi(String entry) {
    int key = entry.indexOf("doi");
    int at = key < 0 ? -1 : entry.indexOf("10.", key);
    if (at < 0 || at - key > 40) {
      return null;
    }
    int end = at;
    while (end < entry.length()
        && end - at < 100
        && "\"{},; \n\r\t".indexOf(entry.charAt(end)) < 0) {
      end++;
    }
    return entry.indexOf('/', at) > 0 && entry.indexOf('/', at) < end
        ? "https://doi.org/" + entry.substring(at, end)
        : null;
  }

  /// The address of the first arXiv number in a BibTeX entry.
  private static @Nullable String arxiv(String entry) {
    for (int i = 0; i + 9 < entry.length(); i++) {
      if (Character.isDigit(entry.charAt(i))
          && entry.charAt(i + 4) == '.'
          && (i == 0 || !Character.isDigit(entry.charAt(i - 1)))) {
        int n = i;
        while (n < entry.length()
            && n < i + 10
            && (Character.isDigit(entry.charAt(n)) || n == i + 4)) {
          n++;
        }
        if (n - i >= 9) {
          return "https://arxiv.org/abs/" + entry.substring(i, n);
        }
      }
    }
    return null;
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
