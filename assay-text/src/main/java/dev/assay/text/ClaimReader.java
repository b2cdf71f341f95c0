package dev.assay.text;

import dev.assay.io.FrontMatter;
import dev.assay.io.TextFile;
import dev.assay.model.Claim;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a release says of itself, as claims that the engine decides.
///
/// The statement carries what was claimed in a form that can be compared: for parameters `states 7B
/// parameters (7000000000)`, for amounts `states 15T tokens of training data (15000000000000
/// tokens)`. What calls the release open carries its sentence as the reason, until the engine has
/// decided whether it speaks of this release.
final class ClaimReader {
  private static final int MOST_OF_A_KIND = 12;

  /// How the claim of a document begins that tells a base model; its name follows.
  private static final String MADE_FROM = "says that it was made from ";

  /// How a claim of languages begins; they follow.
  private static final String SPEAKS = "says it speaks ";

  /// "outperforms all previous larger" stands between no further apart than this.
  private static final int COMPARED_WITHIN = 30;

  /// So many places where a file calls something open are kept, to find the one that speaks of it.
  private static final int MOST_OPEN = 40;

  /// How many characters around words tell their place.
  private static final int[] AROUND = {40, 20, 10, 4, 0};

  private final TextFile file;
  private final List<Claim> claims = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Settings settings = new Settings();
  private final boolean whole;

  /// The line that was looked at last, and whether it is one of prose.
  private int lookedAt;

  private boolean prose;

  /// Whether a file of the release's top says it, or a card: what lies deeper speaks of a part.
  private final boolean speaksAtTheTop;

  private final boolean speaksOfData;

  /// Whether a page speaks of a merge of models anywhere.
  private final boolean isMerge;

  /// Whether what was made from a model there may be the release's own: examples show what others
  /// can make.
  private final boolean tellsOfBases;

  /// The text of a licence grants and forbids, and claims nothing of the release.
  private final boolean isLicence;

  /// Whether a file is one that says what may be done with the release, and not how to compile it.
  private final boolean speaksOfTerms;

  /// A README of the release that is kept with its documents, whole or in another language; and not
  /// one of a tool that is used with it: "README_tool.md".
  private static final Pattern PLAIN_README =
      Pattern.compile("readme(?:[._-][a-z]{2}(?:[_-][a-z]{2,4})?)?\\.[a-z]{2,8}");

  private static final Pattern MERGE = Pattern.compile("[Mm]erge(?!-|_| conflict| request)");

  /// What the document is about.
  private final OwnNames own;

  private final String title;

  private ClaimReader(TextFile file, String title) {
    this.file = file;
    this.title = title;
    this.own = OwnNames.of(List.of(title));
    String path = file.path().toLowerCase(Locale.ROOT);
    String name = path.substring(path.lastIndexOf('/') + 1);
    this.whole = speaksForTheWhole(path);
    this.speaksAtTheTop =
        whole
            && (path.indexOf('/') < 0
                || path.contains("card")
                || path.startsWith("docs/") && PLAIN_README.matcher(name).matches());
    this.isLicence = name.startsWith("licen") || name.contains("license");
    this.speaksOfTerms =
        Stream.of("readme", "card", "terms", "notice", "disclaimer", "polic", "use")
            .anyMatch(name::contains);
    this.speaksOfData = path.contains("data") && !path.contains("metadata");
    this.isMerge = whole && MERGE.matcher(file.text()).find();
    this.tellsOfBases = whole && !speaksOfData && !Place.of(path).inFolder(Place.EXAMPLE);
  }

  static List<Claim> read(
      TextFile file,
      FrontMatter head,
      String title,
      List<Block> blocks,
      Heard heard,
      List<Passage> passages) {
    ClaimReader reader = new ClaimReader(file, title);
    reader.frontMatter(head);
    for (Block block : blocks) {
      if (block.kind() != Block.Kind.CODE) {
        reader.block(block, heard);
      } else if (reader.tellsOfBases) {
        MergedModels.recipe(block, reader.own).forEach(base -> reader.madeFrom(base, block));
      }
    }
    for (Passage passage : passages) {
      reader.passage(passage);
    }
    return List.copyOf(reader.claims);
  }

  /// Whether a claim of a document tells a base that bears one of the release's own names: a stage
  /// or a variant of it.
  static boolean isOfItself(Claim claim, OwnNames own) {
    return claim.kind() == Claim.Kind.BASE_MODEL
        && claim.statement().startsWith(MADE_FROM)
        && own.are(claim.statement().substring(MADE_FROM.length()));
  }

  private void frontMatter(FrontMatter head) {
    for (String base : head.texts("base_model")) {
      add(Claim.Kind.BASE_MODEL, "names the base model " + base, line(head, "base_model"));
    }
    for (String data : head.texts("datasets")) {
      add(Claim.Kind.TRAINING_DATA, "names the data set " + data, line(head, "datasets"));
    }
    List<String> languages = head.texts("language");
    if (!languages.isEmpty()) {
      add(Claim.Kind.LANGUAGES, SPEAKS + String.join(", ", languages), line(head, "language"));
    }
  }

  private Evidence line(FrontMatter head, String key) {
    int n = Math.min(head.line(key), file.lines());
    int last = n;
    while (last < head.last() - 1 && last - n < 12 && isContinuation(file.line(last + 1))) {
      last++;
    }
    return file.evidence(n, last);
  }

  private static boolean isContinuation(String line) {
    return line.startsWith(" ") || line.startsWith("-");
  }

  private void block(Block block, Heard heard) {
    Setting setting = settings.of(block.headings());
    if (setting.aside() && tellsOfBases && OUR_MODEL.matcher(block.text()).find()) {
      // Among thanks, too, "our model is based on" speaks of the release.
      BaseModels.in(block, heard.in(block).getFirst(), setting, own)
          .forEach(base -> madeFrom(base, block));
    }
    if (setting.aside()
        || setting.citation()
        || ofContents(block)
        || Quoted.isOfOthers(file, block, title)) {
      return;
    }
    if (isLicence) {
      return;
    }
    if (speaksAtTheTop && !speaksOfData) {
      LanguageLabels.in(block)
          .ifPresent(spoken -> add(Claim.Kind.LANGUAGES, SPEAKS + spoken, evidence(block)));
      speaks(SpokenLanguages.listed(block), block);
    }
    if (tellsOfBases) {
      BaseColumns.in(block, own, speaksAtTheTop).forEach(base -> madeFrom(base, block));
      if (!setting.evaluation()) {
        BaseLabels.in(block, own).forEach(base -> madeFrom(base, block));
        MergedModels.listed(block, own, isMerge).ifPresent(base -> madeFrom(base, block));
      }
    }
    if (speaksAtTheTop) {
      ParameterColumns.in(block, own, setting.evaluation())
          .ifPresent(size ->
              add(
                  Claim.Kind.PARAMETERS,
                  "states "
                      + size.written()
                      + " parameters ("
                      + size.count()
                      + ")"
                      + (size.model().isEmpty() ? "" : " for " + size.model()),
                  evidence(block)));
    }
    boolean maySayOpen = speaksAtTheTop && isProse(block);
    for (Sentences.Sentence sentence : heard.in(block)) {
      Signals s = sentence.signals();
      if (maySayOpen && !OthersProjects.is(block, sentence, setting)) {
        opened(s, sentence.text()).ifPresent(hit -> open(block, sentence.text(), hit));
      }
      if (!speaksAtTheTop || speaksOfData || !speaksOfTerms) {
        // What a page of the manual says of commerce is about what it explains.
      } else if (noCommerce(s, sentence.text())) {
        add(Claim.Kind.COMMERCIAL_USE, "says that commercial use is not allowed", evidence(block));
      } else if (s.has(Topic.COMMERCIAL_YES) && !s.has(Topic.REFUSED) && allows(sentence.text())) {
        add(Claim.Kind.COMMERCIAL_USE, "says that commercial use is allowed", evidence(block));
      }
      if (tellsOfBases) {
        BaseModels.in(block, sentence, setting, own).forEach(base -> madeFrom(base, block));
        if (isMerge && !setting.evaluation()) {
          MergedModels.told(block, sentence, own).forEach(base -> madeFrom(base, block));
        }
      }
      if (speaksAtTheTop && !speaksOfData && !setting.evaluation()) {
        speaks(SpokenLanguages.in(block, sentence.text()), block);
      }
      // Further down, sizes are those of parts, of other models and of trials.
      if (speaksAtTheTop) {
        sizes(block, sentence, setting);
      }
    }
  }

  private void speaks(List<String> languages, Block block) {
    if (!languages.isEmpty() && !isTold(languages)) {
      add(Claim.Kind.LANGUAGES, SPEAKS + String.join(", ", languages), evidence(block));
    }
  }

  /// Whether a list that was read before has them all.
  private boolean isTold(List<String> languages) {
    return claims.stream()
        .filter(c -> c.kind() == Claim.Kind.LANGUAGES)
        .map(c -> ", " + c.statement().substring(SPEAKS.length()) + ",")
        .anyMatch(told -> languages.stream().allMatch(l -> told.contains(", " + l + ",")));
  }

  /// What a sentence counts of parameters, and the sizes that it gives the release's models in.
  private void sizes(Block block, Sentences.Sentence sentence, Setting setting) {
    Signals s = sentence.signals();
    int within = COMPARED_WITHIN;
    for (ParameterCounts.Count p : ParameterCounts.in(sentence.text())) {
      if (!s.endsBefore(Topic.COMPARED, p.at(), within)
          && !ModelSizes.isSupposed(sentence.text())) {
        add(
            Claim.Kind.PARAMETERS,
            "states " + p.written() + " parameters (" + p.count() + ")",
            evidence(block));
      }
      // What follows a comparison is of what was compared, further on.
      within = 2 * COMPARED_WITHIN;
    }
    if (!setting.evaluation() && block.kind() != Block.Kind.ROW && !speaksOfData) {
      for (ParameterCounts.Count p : ModelSizes.in(sentence.text(), own, setting.news())) {
        if (!s.endsBefore(Topic.COMPARED, p.at(), 2 * COMPARED_WITHIN) && !isCounted(p.count())) {
          add(
              Claim.Kind.PARAMETERS,
              "states a size of " + p.written() + " (" + p.count() + " parameters)",
              evidence(block));
        }
      }
    }
  }

  private boolean isCounted(long count) {
    return claims.stream()
        .anyMatch(c -> c.kind() == Claim.Kind.PARAMETERS && c.statement().contains("(" + count));
  }

  private static final Pattern OUR_MODEL =
      Pattern.compile("(?i)^\\W{0,4}our (?:\\w+ ){0,2}models? (?:is|are|was|were) ");

  private void madeFrom(String base, Block block) {
    add(
        Claim.Kind.BASE_MODEL,
        MADE_FROM + (base.equals(BaseModels.ANOTHER) ? "another model" : base),
        evidence(block));
  }

  private void open(Block block, String sentence, Phrases.Hit hit) {
    long same = claims.stream().filter(c -> c.kind() == Claim.Kind.OPEN_SOURCE).count();
    if (same < MOST_OPEN) {
      claims.add(
          new Claim(
              Claim.Kind.OPEN_SOURCE,
              "calls itself \"" + sentence.substring(hit.from(), hit.to()) + "\"",
              place(block, sentence, hit),
              Claim.Verdict.UNDECIDABLE,
              sentence + referred(block, sentence),
              List.of()));
    }
  }

  /// The addresses of a sentence that do not stand in its lines: a reference stands for each.
  private String referred(Block block, String sentence) {
    int from = block.text().indexOf(sentence);
    String lines = lines(block);
    return block.links().stream()
        .filter(l -> !l.image() && l.at() >= from && l.at() < from + sentence.length())
        .map(l -> l.target())
        .filter(target -> !lines.contains(target))
        .map(target -> " " + target)
        .collect(Collectors.joining());
  }

  private String lines(Block block) {
    return IntStream.rangeClosed(block.first(), Math.min(block.last(), file.lines()))
        .mapToObj(file::line)
        .collect(Collectors.joining("\n"));
  }

  /// The place of these words and no others like them: found by what stands around them.
  private Evidence place(Block block, String sentence, Phrases.Hit hit) {
    String lines = lines(block);
    for (int around : AROUND) {
      String words =
          sentence.substring(
              Math.max(0, hit.from() - around), Math.min(sentence.length(), hit.to() + around));
      if (lines.contains(words)) {
        return file.evidenceAround(block.first(), block.last(), words);
      }
    }
    return evidence(block);
  }

  /// Whether a block stands in no table and heads no section: a heading says what is spoken of
  /// there. Long lines hold many blocks, and are looked at once.
  private boolean isProse(Block block) {
    if (block.kind() != Block.Kind.ROW && block.first() != lookedAt) {
      lookedAt = block.first();
      String line = file.line(lookedAt);
      String text = line.strip();
      prose = !text.startsWith("|") && !line.contains("<t") && !text.startsWith("##");
    }
    return block.kind() != Block.Kind.ROW && prose;
  }

  /// "Commercial use of this model is not allowed", "not permitted for commercial purposes".
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\bcommercial(?:ly)?(?: (?:use|usage|uses|purposes?|applications?|exploitation))?"
              + "(?: (?:of|for|in|with) [^.;,]{0,50}?)? (?:is|are)(?: (?:strictly|currently|explicitly))?"
              + "(?:n[’']t| not| never) (?:allowed|permitted|granted|authori[sz]ed)"
              + "|\\bcommercial(?: (?:use|usage|purposes?))?(?: of [^.;,]{0,50}?)? (?:is|are)"
              + "(?: (?:strictly|currently|explicitly))? (?:forbidden|prohibited)"
              + "|(?:n[’']t|\\bnot|\\bnever)(?: be)? (?:allowed|permitted|used)"
              + " (?:for (?:any )?|in (?:an? )?)(?<!non[ -]?)commercial"
              + "|商业用途(?:是)?(?:被)?(?:不允许|禁止)|(?:禁止|不得|不可|不允许)(?:用于)?(?:任何)?商业|(?:禁止|不可|不得)商用");

  /// "Not for commerce", and not "for commercial and non-commercial use".
  private static boolean noCommerce(Signals s, String text) {
    if ((s.has(Topic.COMMERCIAL_YES) || s.has(Topic.COMMERCIAL_NO))
        && (FORBIDDEN.matcher(text.toLowerCase(Locale.ROOT)).find()
            || CommerceWords.forbid(text.toLowerCase(Locale.ROOT)))) {
      return true;
    }
    return s.of(Topic.COMMERCIAL_NO).stream()
        .anyMatch(hit -> !besideCommerce(text, hit) && !byAnother(text, hit));
  }

  /// "Maker's licence of Other-7B prohibits commercial use": whose terms are told is said before.
  private static boolean byAnother(String text, Phrases.Hit no) {
    String before = text.substring(Math.max(0, no.from() - 80), no.from());
    String words = text.substring(no.from(), no.to()).toLowerCase(Locale.ROOT);
    return (words.startsWith("prohibit") || words.startsWith("not "))
        && ANOTHERS.matcher(before).find();
  }

  private static final Pattern ANOTHERS =
      Pattern.compile(
          "\\b\\p{Lu}[\\p{L}\\d.-]{2,30}[’']s (?:\\p{Ll}+ ){0,4}(?:of |for )?[^.;]{0,40}$");

  private static boolean besideCommerce(String text, Phrases.Hit no) {
    String lower = text.toLowerCase(Locale.ROOT);
    String before = lower.substring(Math.max(0, no.from() - 24), no.from());
    String after = lower.substring(no.to(), Math.min(lower.length(), no.to() + 24));
    return BOTH_BEFORE.matcher(before).find() || BOTH_AFTER.matcher(after).find();
  }

  private static final Pattern BOTH_BEFORE =
      Pattern.compile("(?<!non)(?<!non[ -])commercial(?: use)? ?(?:/|and|or|as well as|&) ?$");

  private static final Pattern BOTH_AFTER =
      Pattern.compile("^(?: use)? ?(?:/|and|or|as well as|&) ?commercial");

  private Evidence evidence(Block block) {
    return file.evidence(block.first(), block.last());
  }

  /// An entry of a table of contents is short.
  private static final int LONGEST_ENTRY = 1_000;

  /// Whether a block is an entry of a table of contents: a link to a place on the same page.
  private boolean ofContents(Block block) {
    for (int n = block.first(); n <= Math.min(block.last(), file.lines()); n++) {
      int next = n < file.lines() ? file.lineStart(n + 1) : file.text().length();
      if (next - file.lineStart(n) > LONGEST_ENTRY) {
        return false;
      }
      String line = file.line(n).strip();
      boolean anchor = line.endsWith(")") && line.contains("](#") && line.indexOf('[') < 6;
      if (!anchor || line.indexOf("](") != line.lastIndexOf("](")) {
        return false;
      }
    }
    return true;
  }

  /// The words by which a sentence calls the release open. What is open source in "better than open
  /// source models" is something else.
  private static Optional<Phrases.Hit> opened(Signals s, String text) {
    boolean spoken = s.hasAny(Topic.OPEN_SOURCE, Topic.FULLY_OPEN);
    Optional<Phrases.Hit> said = spoken ? OpenSaid.in(text) : Optional.empty();
    if (said.isPresent() || spoken && OpenSaid.isForm(text)) {
      return said;
    }
    // What stands around other words is not known in every language, and may be of other models.
    if (Tongue.isAnother(text)) {
      return Optional.empty();
    }
    if (s.has(Topic.FULLY_OPEN)) {
      return s.of(Topic.FULLY_OPEN).stream()
          .filter(h -> OpenWords.mayBeOfTheRelease(text, h.from(), h.to()))
          .filter(h -> !s.endsBefore(Topic.COMPARED, h.from(), COMPARED_WITHIN))
          .findFirst();
    }
    Optional<Phrases.Hit> source =
        s.outside(Topic.OPEN_SOURCE, Topic.NOT_OPEN_SOURCE).stream()
            // "A model that does as well as Other": what stands behind says of what it is not.
            .filter(h -> !s.endsBefore(Topic.OTHER_MODEL, h.from(), Integer.MAX_VALUE))
            .filter(h -> !ofOthers(text, h.to()))
            .filter(h -> OpenWords.mayBeOfTheRelease(text, h.from(), h.to()))
            .filter(h -> !s.endsBefore(Topic.COMPARED, h.from(), COMPARED_WITHIN))
            .findFirst();
    return source.isPresent() || s.has(Topic.OPEN_SOURCE) || s.has(Topic.OTHER_MODEL)
        ? source
        : OpenModels.in(text).filter(h -> !s.endsBefore(Topic.COMPARED, h.from(), COMPARED_WITHIN));
  }

  /// What the release says of itself stands at its root, in its READMEs, cards and licence texts; a
  /// page of the manual, a code of conduct or a guide for contributors speaks of other things.
  private static boolean speaksForTheWhole(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (String other : OTHERS) {
      if (name.startsWith(other)) {
        return false;
      }
    }
    return path.indexOf('/') < 0
        || path.contains("card")
        || name.startsWith("readme")
        || name.startsWith("license")
        || name.startsWith("licence");
  }

  private static final List<String> OTHERS =
      List.of(
          "code_of_conduct",
          "code-of-conduct",
          "contributing",
          "security",
          "support",
          "governance",
          "news",
          "changelog",
          "output_terms",
          "terms",
          "privacy");

  /// What is called open source is a plan, a team or a community, and not the release.
  private static boolean ofOthers(String text, int end) {
    String after = text.substring(end, Math.min(text.length(), end + 24)).toLowerCase(Locale.ROOT);
    String word = after.startsWith(" ") ? after.substring(1) : after;
    for (String other : OPEN_OTHERS) {
      if (word.startsWith(other)) {
        return true;
      }
    }
    return false;
  }

  private static final List<String> OPEN_OTHERS =
      List.of(
          "plan",
          "roadmap",
          "team",
          "communit",
          "office",
          "program ",
          "contribut",
          "librar",
          "alternative",
          "计划",
          "社区",
          "协议",
          "许可",
          "生态",
          "コミュニティ",
          "커뮤니티");

  /// Whether a sentence that speaks of commercial use gives it, rather than sends one elsewhere for
  /// it.
  private static boolean allows(String sentence) {
    String s = sentence.toLowerCase(Locale.ROOT);
    boolean conditional =
        s.contains("contact")
            || s.contains("if you")
            || s.contains("request")
            || s.contains("inquir")
            || s.contains("enquir")
            || s.contains("apply for")
            || s.contains("register")
            || s.contains("please")
            || s.contains("licence for commercial")
            || s.contains("license for commercial")
            || s.contains("commercial license")
            || s.contains("commercial licence")
            || s.contains("联系")
            || s.contains("申请")
            || s.contains("登记")
            || s.contains("许可方")
            || s.contains("如需")
            || s.contains("如果")
            || s.contains("授权");
    boolean given =
        s.contains("free")
            || s.contains("allow")
            || s.contains("permit")
            || s.contains("can be used")
            || s.contains("may be used")
            || s.contains("may use")
            || s.contains("can use")
            || s.contains("available for")
            || s.contains("support")
            || s.contains("suitable for")
            || s.contains("including commercial")
            || s.contains("and commercial")
            || s.contains("允许")
            || s.contains("免费")
            || s.contains("可用于")
            || s.contains("可商用")
            || s.contains("支持商")
            || CommerceWords.allow(s)
            || s.contains("commercially usable")
            || s.contains("commercially viable")
            || s.contains("usable commercially");
    return given && !conditional && !OF_DATA.matcher(s).find() && !NOT_GIVEN.matcher(s).find();
  }

  /// "We do not guarantee that it is suitable for commercial use" gives nothing.
  private static final Pattern NOT_GIVEN =
      Pattern.compile(
          "(?:\\b(?:not|no|cannot|never)|n[’']t) (?:an? )?(?:guarantee|warrant|know|sure|suitable|intended|licen[cs]ed|meant|ready|fit )[^.;,]{0,80}\\bcommercial");

  /// What permits it is a data set, and not the release.
  private static final Pattern OF_DATA =
      Pattern.compile(
          "\\b(?:data|datasets?|data sets?|corpus|corpora) (?:that |which )?(?:allow|permit|licen|support|is free|are free)");

  private void passage(Passage passage) {
    if (!passage.own()) {
      return;
    }
    Signals s = Signals.of(passage.quantities().isEmpty() ? "" : passage.text());
    for (Quantity q : passage.quantities()) {
      boolean amount =
          !q.unit().equals("languages") && q.amount().compareTo(BigDecimal.valueOf(100)) >= 0;
      if (amount && speaksAtTheTop && isOfItsData(q, s)) {
        add(
            Claim.Kind.TRAINING_DATA,
            "states " + stated(passage.text().substring(q.from(), q.to()), q),
            passage.evidence());
      }
    }
    if (passage.form() == DataSet.Form.REFUSED) {
      add(Claim.Kind.TRAINING_DATA, "says that training data is not given", passage.evidence());
    }
  }

  /// How far a comparison reaches before an amount of data: "compared to models that were trained
  /// on far larger data sets (800k samples)".
  private static final int COMPARED_DATA_WITHIN = 80;

  /// Whether an amount is one of the data, and not of another model's, or the size of a file of
  /// weights.
  private static boolean isOfItsData(Quantity q, Signals s) {
    boolean ofAFile = Quantity.bytes(q.unit()) && s.has(Topic.WEIGHTS) && !s.has(Topic.TRAINED);
    return !s.endsBefore(Topic.COMPARED, q.from(), COMPARED_DATA_WITHIN) && !ofAFile;
  }

  /// An amount as written, and in figures where it is written otherwise.
  private static String stated(String written, Quantity q) {
    String figures = q.amount().toPlainString();
    String said = written.strip().replaceAll("\\s+", " ");
    boolean same =
        said.replaceAll("(?<=\\d)[,. ](?=\\d{3})", "").startsWith(figures) && isAscii(said);
    return said
        + (said.contains("train") ? "" : " of training data")
        + (same ? "" : " (" + withThousands(figures) + " " + q.unit() + ")");
  }

  private static String withThousands(String figures) {
    var out = new StringBuilder(figures);
    int end = figures.indexOf('.') < 0 ? figures.length() : figures.indexOf('.');
    for (int i = end - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private void add(Claim.Kind kind, String statement, Evidence made) {
    long same = claims.stream().filter(c -> c.kind() == kind).count();
    if (same < MOST_OF_A_KIND && seen.add(kind + statement)) {
      claims.add(new Claim(kind, statement, made, Claim.Verdict.UNDECIDABLE, "", List.of()));
    }
  }
}
