package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The models that a sentence says the release was made from, by name. What the release's own
/// models are made from each other, what a reader may do, and what is made with a model (data,
/// classifiers, programs) is no descent.
final class BaseModels {
  /// What stands for a base that is not named: "from other foundation models".
  static final String ANOTHER = "";

  private static final int MOST = 6;

  /// How far before the words stands what makes them a condition or a comparison.
  private static final int BEFORE = 60;

  private static final int COMPARED = 40;

  /// How far behind the words a link may carry the name.
  private static final int SOON = 44;

  private final Block block;
  private final Sentences.Sentence sentence;
  private final String text;
  private final Signals signals;
  private final OwnNames own;
  private final List<String> names = new ArrayList<>();

  private BaseModels(Block block, Sentences.Sentence sentence, OwnNames own) {
    this.block = block;
    this.sentence = sentence;
    this.text = sentence.text();
    this.signals = sentence.signals();
    this.own = own;
  }

  /// The names of the bases that a sentence tells, {@link #ANOTHER} for one without a name.
  ///
  /// @param own what the release calls itself
  static List<String> in(Block block, Sentences.Sentence sentence, Setting setting, OwnNames own) {
    var bases = new BaseModels(block, sentence, own);
    String text = sentence.text();
    boolean label =
        block.cells().size() > 2 && block.cells().stream().filter(c -> !c.isBlank()).count() == 1;
    if (label
        || text.endsWith("?")
        || text.endsWith("？")
        || OthersProjects.is(block, sentence, setting)) {
      return List.of();
    }
    bases.surely();
    bases.perhaps();
    bases.trainedFrom();
    bases.asBase();
    if (!setting.evaluation()) {
      bases.announced();
    }
    return bases.names;
  }

  /// "Fine-tuned from": words that speak of nothing but descent.
  private void surely() {
    for (Phrases.Hit hit : signals.of(Topic.FINE_TUNE_OF)) {
      String words = text.substring(hit.from(), hit.to()).toLowerCase(Locale.ROOT);
      boolean process = words.endsWith("tuning of");
      if (process && !PRODUCT.matcher(before(hit.from(), 14)).find()
          || words.startsWith("quanti") && !isProduct(hit.from())
          || isSupposed(hit.from())) {
        continue;
      }
      if (!words.endsWith("adapter for") || named(hit.to()).filter(this::isModel).isPresent()) {
        takeSurely(hit.to());
      }
    }
    Matcher with = WITH.matcher(text);
    while (with.find()) {
      if (!isSupposed(with.start())) {
        takeSurely(with.end());
      }
    }
  }

  /// Adapters are made for tasks and programs too.
  private boolean isModel(ModelName n) {
    return n.sure() == ModelName.Sure.SIZED
        || linked(n)
        || MODEL_AFTER.matcher(after(n.to(), 28)).find();
  }

  private void takeSurely(int at) {
    if (plainlyNamed(at)) {
      return;
    }
    Optional<ModelName> name = named(at);
    boolean weights = signals.has(Topic.WEIGHTS);
    if (name.isEmpty() || !name.get().isCapital()) {
      if (weights && OTHER.matcher(after(at, 44)).find()) {
        take(ANOTHER);
      }
      return;
    }
    ModelName n = name.get();
    if ((n.sure() != ModelName.Sure.CAPITAL || weights) && mayBe(n)) {
      take(n.text());
    }
  }

  /// "Based on", which programs, data and designs are too: only where a size or a hub says that it
  /// is a model.
  private void perhaps() {
    for (Phrases.Hit hit : signals.of(Topic.DERIVED)) {
      if (signals.of(Topic.FINE_TUNE_OF).stream().anyMatch(h -> h.to() == hit.to())
          || isSupposed(hit.from())
          || madeData(hit.from(), hit.to())
          || signals.endsBefore(Topic.AUXILIARY, hit.from(), COMPARED)) {
        continue;
      }
      if (signals.has(Topic.BASE)) {
        linkedBehind(hit.to());
      }
      int at = hit.to();
      for (int n = 0; n < MOST; n++) {
        Optional<ModelName> name = named(at);
        if (name.isEmpty()) {
          break;
        }
        ModelName found = name.get();
        boolean model =
            found.sure() == ModelName.Sure.SIZED
                || linked(found)
                || found.sure() == ModelName.Sure.MIXED && isCalledModel(hit.to(), found);
        if (model && mayBe(found) && !isDesign(found.to()) && !makesData(found.to())) {
          take(found.text());
        }
        Matcher next = NEXT.matcher(text).region(found.to(), text.length());
        if (!next.lookingAt()) {
          break;
        }
        at = next.end();
      }
    }
  }

  /// "Our model is based on X series of base models, including [X-1B](hub), [X-7B](hub)".
  private void linkedBehind(int at) {
    for (Link link : LinkWords.linksIn(block, sentence)) {
      int place = link.at() - sentence.at();
      if (place >= at && Address.kind(link.target()) == Address.Kind.MODEL) {
        ModelName name = ModelName.of(link.text().strip(), place, place + link.text().length());
        if (name.sure() != ModelName.Sure.CAPITAL && mayBe(name)) {
          take(name.text());
        }
      }
    }
  }

  /// "Trained from X-7B"; not "trained from scratch", and not from what data was taken.
  private void trainedFrom() {
    Matcher from = TRAINED_FROM.matcher(text);
    while (from.find()) {
      named(from.end())
          .filter(n -> linked(n) && !isSupposed(from.start()) && mayBe(n))
          .ifPresent(n -> take(called(n)));
      named(from.end())
          .filter(n -> !linked(n))
          // "From the Great great-tiny-1 VLM".
          .flatMap(n -> n.sure() == ModelName.Sure.CAPITAL ? named(n.to()) : Optional.of(n))
          .filter(n ->
              n.sure() != ModelName.Sure.CAPITAL && isModel(n)
                  || isNumbered(n) && PRE.matcher(before(from.start(), 12)).find())
          .filter(n -> !isSupposed(from.start()) && mayBe(n))
          .ifPresent(n -> take(n.text()));
    }
  }

  /// What other words announce, in any language: only what is plainly a model.
  private void announced() {
    for (Descents.Place place : Descents.in(text)) {
      if (!place.before() && isSupposed(place.from())
          || isOfAnother(behindTheVerb(place.from()))
          || madeData(place.from(), place.at())
          || signals.endsBefore(Topic.AUXILIARY, place.from(), COMPARED)) {
        continue;
      }
      if (!place.before()) {
        if (!plainlyNamed(place.at())) {
          named(place.at())
              .filter(n -> place.ofAModel() && isNumbered(n))
              .filter(n -> mayBe(n) && !isDesign(n.to()))
              .ifPresent(n -> take(n.text()));
        }
      } else {
        ModelName.endingAt(text, place.at())
            .filter(n -> isPlainlyAModel(n) || place.ofAModel() && isNumbered(n))
            .filter(n -> mayBe(n) && !isSupposed(n.from()))
            .ifPresent(n -> take(called(n)));
      }
    }
  }

  /// Takes the names that begin at a place and are plainly models', and says whether there are any.
  private boolean plainlyNamed(int place) {
    boolean any = false;
    int at = place;
    for (int n = 0; n < MOST; n++) {
      Optional<String> address = addressAt(at);
      if (address.isPresent() && !own.are(address.get())) {
        take(address.get());
        return true;
      }
      int here = at;
      Optional<ModelName> name = linkedSoon(here).or(() -> named(here));
      if (name.isEmpty()
          || !isPlainlyAModel(name.get())
          || !mayBe(name.get())
          || isDesign(name.get().to())
          || makesData(name.get().to())) {
        break;
      }
      take(called(name.get()));
      any = true;
      Matcher next = AND.matcher(text).region(name.get().to(), text.length());
      if (!next.lookingAt()) {
        break;
      }
      at = next.end();
    }
    return any;
  }

  /// The model whose bare address stands at a place: the words do without it.
  private Optional<String> addressAt(int at) {
    return block.links().stream()
        .filter(l -> l.text().isEmpty() && Math.abs(l.at() - sentence.at() - at) <= 1)
        .findFirst()
        .flatMap(HubModel::of);
  }

  /// Whether words are a model's name beyond doubt: a size, a link to a hub, an owner before it, or
  /// a number and the word "model".
  private boolean isPlainlyAModel(ModelName n) {
    return n.sure() == ModelName.Sure.SIZED
        || linked(n)
        || isHubName(n)
        || n.sure() == ModelName.Sure.MIXED
            && (MODEL_AFTER.matcher(after(n.to(), 28)).find()
                || MODEL_BEHIND.matcher(after(n.to(), 40)).find());
  }

  private static boolean isNumbered(ModelName n) {
    return n.sure() == ModelName.Sure.MIXED && NUMBERED.matcher(n.text()).find();
  }

  /// `owner/name`, as a hub calls a model, and no choice of two words: "image/text".
  private static boolean isHubName(ModelName n) {
    return HUB_NAME.matcher(n.text()).matches() && !TWO_WORDS.matcher(n.text()).find();
  }

  /// "X, which is a distilled variant of Y", "Other is a variant of Y": said of another model.
  private boolean isOfAnother(int at) {
    Matcher said = IS_OF.matcher(before(at, BEFORE));
    if (!said.find()) {
      return false;
    }
    if (said.group(1) != null) {
      return false;
    }
    String who = String.valueOf(said.group(2));
    String plain = who.toLowerCase(Locale.ROOT);
    if (plain.equals("which") || plain.equals("that") && said.start() > 0) {
      return true;
    }
    String verb = String.valueOf(said.group(3));
    // In German every noun has a capital.
    boolean english = verb.length() != 3 || verb.equalsIgnoreCase("are");
    boolean name =
        ModelName.of(who, 0, who.length()).sure() != ModelName.Sure.CAPITAL
            || english && Character.isUpperCase(who.codePointAt(0));
    return name && !ITSELF.contains(plain) && !own.are(who);
  }

  /// Where "is a" ends, if it stands at a place.
  private int behindTheVerb(int at) {
    Matcher verb = VERB.matcher(text).region(at, text.length());
    return verb.lookingAt() ? verb.end() : at;
  }

  /// "We use X as the base model", "以 X 为基座". A backbone may be a mere design: it counts with a
  /// size.
  private void asBase() {
    Matcher as = AS_BASE.matcher(text);
    while (as.find()) {
      String role = String.valueOf(as.group(1)).toLowerCase(Locale.ROOT);
      // A mere "base" may be one of data or of a program, too.
      boolean backbone = role.startsWith("back") || role.equals("base");
      ModelName.endingAt(text, as.start())
          .filter(n ->
              n.sure() == ModelName.Sure.SIZED
                  || !backbone && n.sure() == ModelName.Sure.MIXED
                  || linked(n))
          .filter(n -> !isSupposed(n.from()) && mayBe(n))
          .ifPresent(n -> take(n.text()));
    }
    for (Pattern pattern : List.of(AS_BASE_CJK, ON_BASE_CJK, IMPROVED_CJK, MAKERS)) {
      Matcher made = pattern.matcher(text);
      boolean asked = pattern != MAKERS || text.contains("'s ") || text.contains("’s ");
      while (asked && made.find()) {
        for (int g = 1; g <= made.groupCount(); g++) {
          asBase(made, g, pattern == MAKERS);
        }
      }
    }
  }

  /// @param plain whether the words say that it is a model, so that any name may stand there
  private void asBase(Matcher made, int group, boolean plain) {
    if (made.group(group) == null) {
      return;
    }
    ModelName name =
        ModelName.of(String.valueOf(made.group(group)).strip(), made.start(group), made.end(group));
    if ((plain || name.sure() != ModelName.Sure.CAPITAL)
        && !isSupposed(made.start())
        && mayBe(name)) {
      take(name.text());
    }
  }

  private Optional<ModelName> named(int at) {
    Optional<ModelName> first = ModelName.at(text, at);
    Optional<ModelName> name = first.flatMap(this::behindItsMaker).or(() -> first);
    // "From the X trained Y": Y is what it was made from.
    return name.map(n -> TRAINED_BEHIND.matcher(after(n.to(), 14)).find() ? n.to() : -1)
        .filter(to -> to >= 0)
        .flatMap(to -> ModelName.at(text, text.indexOf("trained", to) + 7))
        .or(() -> name);
  }

  /// "Maker 发布的大模型 X": X, behind who made it.
  private Optional<ModelName> behindItsMaker(ModelName maker) {
    Matcher made = MADE_BY.matcher(text).region(maker.to(), text.length());
    boolean plain = maker.sure() == ModelName.Sure.CAPITAL;
    return made.lookingAt() && (plain || made.group(1) != null)
        ? ModelName.at(text, made.end())
        : Optional.empty();
  }

  /// Whether a link carries the name and leads to a hub of models, or to a project called so.
  private boolean linked(ModelName name) {
    return linkOf(name).isPresent();
  }

  private Optional<Link> linkOf(ModelName name) {
    for (Link link : block.links()) {
      int from = link.at() - sentence.at();
      boolean over = from <= name.from() && name.from() < from + Math.max(1, link.text().length());
      if (over && !link.image() && Address.kind(link.target()) == Address.Kind.MODEL) {
        return Optional.of(link);
      }
    }
    return Optional.empty();
  }

  /// A plain word that carries a link is called as its address calls it.
  private String called(ModelName name) {
    return name.sure() == ModelName.Sure.CAPITAL
        ? linkOf(name).flatMap(HubModel::of).orElse(name.text())
        : name.text();
  }

  /// A model that is linked behind words of praise alone: "of the renowned model [X](hub)".
  private Optional<ModelName> linkedSoon(int at) {
    for (Link link : block.links()) {
      int from = link.at() - sentence.at();
      if (from > at
          && from - at <= SOON
          && PRAISE.matcher(text.substring(at, Math.min(from, text.length()))).matches()
          && !link.text().isEmpty()
          && HubModel.of(link).isPresent()) {
        return Optional.of(ModelName.of(link.text(), from, from + link.text().length()));
      }
    }
    return Optional.empty();
  }

  /// "Based on the large model X": between the words and the name, or behind it, it is called one.
  private boolean isCalledModel(int from, ModelName name) {
    String between = text.substring(from, Math.max(from, name.from()));
    return CALLED.matcher(between).find()
        || CALLED_BEHIND.matcher(after(name.to(), 12)).find()
        || IN_BRACKETS.matcher(after(name.to(), 40)).find();
  }

  private boolean mayBe(ModelName name) {
    String plain = name.text().toLowerCase(Locale.ROOT);
    return !own.are(name.text())
        && !PLACEHOLDER.matcher(plain).find()
        && !NO_MODEL.matcher(plain).find()
        && !DATA_BEHIND.matcher(after(name.to(), 24)).find()
        && !block.text().contains(name.text() + " data")
        && !isOfItself(name);
  }

  /// Whether a name stood in the sentence before as what the sentence speaks of: then one model of
  /// the release is made from another of it.
  private boolean isOfItself(ModelName name) {
    int at = text.indexOf(name.text());
    while (at >= 0 && at < name.from()) {
      int end = at + name.text().length();
      boolean whole =
          (at == 0 || !isNamePart(text.charAt(at - 1))) && !isNamePart(text.charAt(end));
      if (whole) {
        return true;
      }
      at = text.indexOf(name.text(), at + 1);
    }
    return false;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }

  /// Whether what is made is only spoken of: as a wish, a possibility, a support, in a comparison.
  private boolean isSupposed(int at) {
    return SUPPOSED.matcher(before(at, BEFORE)).find()
        || signals.endsBefore(Topic.COMPARED, at, COMPARED);
  }

  /// "This model is a quantised version of": said of the release, and not of what one can load.
  private boolean isProduct(int at) {
    return IS_A.matcher(before(at, 40)).find();
  }

  /// "Based on the X-7B architecture" makes a design and no descent.
  private boolean isDesign(int at) {
    return DESIGN.matcher(after(at, 28)).find();
  }

  /// Whether what was made from a model is data: "samples generated based on X-7B".
  private boolean madeData(int from, int to) {
    String before = before(from, 40).toLowerCase(Locale.ROOT);
    return MADE_DATA.stream().anyMatch(before::contains);
  }

  /// "基于 X-7B 合成的数据".
  private boolean makesData(int at) {
    String after = after(at, 6);
    return MADE_AFTER.stream().anyMatch(after::contains);
  }

  private String before(int at, int most) {
    return text.substring(Math.max(0, at - most), at);
  }

  private String after(int at, int most) {
    return text.substring(Math.min(at, text.length()), Math.min(text.length(), at + most));
  }

  private void take(String name) {
    if (names.size() < MOST && !names.contains(name)) {
      names.add(name);
    }
  }

  private static final Pattern MADE_BY =
      Pattern.compile(
          "[\\u4e00-\\u9fff]{0,4}(发布|推出|开源|提出)?[\\u4e00-\\u9fff]{0,10}的[\\u4e00-\\u9fff]{0,10} ?(?=[A-Z])");

  private static final Pattern TRAINED_BEHIND = Pattern.compile("^[ -](?:pre-?)?trained ");

  private static final Pattern PRODUCT = Pattern.compile("(?i)\\b(?:a|result of) $");

  private static final Pattern IS_A =
      Pattern.compile("(?i)\\b(?:is|are|contains?|this) (?:an? |the )?(?:[\\w*-]{1,14} ){0,2}$");

  private static final Pattern WITH =
      Pattern.compile(
          "\\b[Ii]nitiali[sz]ed with (?=(?:the )?[\\[`*]{0,2}"
              + "(?!Xavier|Kaiming|Glorot|He |Gauss|Normal|Uniform|Zero|Random|ImageNet)\\p{Lu})");

  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)^ ?(?:an?|the|some)? ?(?:other|another|existing|open[- ]sourced?|public\\w*) "
              + "(?:[\\w-]+ ){0,3}(?:models?|llms?|checkpoints?|weights)\\b");

  private static final Pattern NEXT =
      Pattern.compile(
          "[`*\"”]{0,2}(?: and |, and |, | or |、| ?和 ?| ?与 ?| & )(?:the )?(?=[\\p{Lu}`*])");

  /// "S1" and "Stage 2" are steps.
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)^(?!(?:stage|step|phase|part|task|version|run|round|epoch|level|table|fig)\\w*\\b)\\p{L}{2}.*\\d");

  private static final Pattern PRAISE =
      Pattern.compile(
          " ?(?:(?!(?:for|with|using|by|in|at|on|via|and|from|data|dataset|to)\\b)[\\p{Ll}'’-]{1,16} ){1,5}[`*\"]{0,2}");

  private static final Pattern AND =
      Pattern.compile(
          "[`*\"”]{0,2}(?: and |, and |, | or |、| ?和 ?| ?与 ?| & | \\+ | with | y | et | und | e | и )(?:the )?(?=[\\p{L}`*])");

  private static final Pattern IN_BRACKETS =
      Pattern.compile("(?i)^[`*\"]{0,2} ?\\((?:[a-z]+ ){0,5}(?:models?|llms?)\\b");

  /// "(Large Language Model Something)", "大模型", "모델" behind a name.
  private static final Pattern MODEL_BEHIND =
      Pattern.compile(
          "(?i)^[`*\"]{0,2} ?(?:(?:\\((?:[a-z]+ ){0,5})?(?:models?|llms?)\\b|大?模型|모델|モデル|基座)");

  private static final Pattern IS_OF =
      Pattern.compile(
          "(?:(?<![\\p{L}])(this|these|our|the|este|esta|ce|cette|diese[rs]?|questo|questa)(?: [\\p{L}\\d./-]+)?[ `*\"]{1,3})?"
              + "(?<![\\p{L}\\d./-])([\\p{L}\\d][\\w./-]*)[`*\"]{0,2},? (is|are|was|ist|es|é|est) (?:[\\w-]+ ){0,4}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern VERB = Pattern.compile("(?i)(?:is|are) (?:an?|the) ");

  private static final Pattern HUB_NAME =
      Pattern.compile("[\\p{L}\\d][\\w.-]{1,38}/(?=[^/]*[-_\\d])[\\p{L}\\d][\\w.-]{3,78}");

  private static final Pattern TWO_WORDS =
      Pattern.compile("(?i)(?:coders?|models?|texts?|based|images?|level|wise)$");

  private static final Set<String> ITSELF =
      Set.of(
          "it",
          "this",
          "that",
          "model",
          "models",
          "release",
          "repo",
          "repository",
          "version",
          "these",
          "here",
          "checkpoint",
          "modelo",
          "modell");

  private static final Pattern TRAINED_FROM =
      Pattern.compile("(?i)\\b(?:re|post-)?trained from (?!scratch)");

  private static final Pattern PRE =
      Pattern.compile("(?i)(?:pre-?|re|post-|further |continually )$");

  private static final Pattern MODEL_AFTER =
      Pattern.compile(
          "(?i)^[`*\"]{0,2} ?(?:(?:base|chat|language|foundation|pre-?trained|instruct) ){0,2}(?:models?|vlms?|llms?|checkpoints?|weights)\\b");

  private static final Pattern AS_BASE =
      Pattern.compile(
          "(?i)(?:[`*\"]{0,2} (?:language )?models?)?[`*\"]{0,2} as (?:the |our |its |a |an )?"
              + "(base (?:model|llm)|base language model|foundation model|backbone(?: model| llm)?|starting point|starting checkpoint|base)s?\\b"
              + "(?! (?:architecture|for comparison|line))(?!line)");

  private static final String NAME_CJK = "([A-Za-z][\\w.+-]{1,40}(?: [\\w.]{1,12})?)";

  private static final Pattern AS_BASE_CJK =
      Pattern.compile(
          "以 ?"
              + NAME_CJK
              + "(?: ?(?:和|与|、|及) ?"
              + NAME_CJK
              + ")? ?(?:模型)?[作]?为(?:基座|底座|基础模型|基底|骨干)");

  /// "在原版 X 的基础上扩充".
  private static final Pattern ON_BASE_CJK =
      Pattern.compile(
          "在(?:原版|原始|官方|开源的?)? ?"
              + NAME_CJK
              + " ?(?:模型)?的?基础(?:之)?上(?=[^。；]{0,40}(?:训练|微调|精调|扩充|扩展|改进|对齐|适配))");

  /// "基于 X 改进的".
  private static final Pattern IMPROVED_CJK =
      Pattern.compile(
          "基于 ?"
              + NAME_CJK
              + " ?(?:模型)?(?=(?:改进|微调|继续|二次|增量|全量|指令|进行了?(?:全参数|全量|指令|监督|增量|继续|二次)*(?:微调|精调|训练|预训练))(?!代码|脚本|教程|框架))");

  /// "Built upon Maker's X model".
  private static final Pattern MAKERS =
      Pattern.compile(
          "(?i:built (?:up)?on|based on|fine-?tuned from|derived from|initiali[sz]ed from)(?: the)? \\p{Lu}[\\w.]{1,20}['’]s (\\p{Lu}[\\w.-]{1,30})"
              + " (?:[a-z]+ ){0,2}models?\\b(?:,? and \\p{Lu}[\\w.]{1,20}['’]s (\\p{Lu}[\\w.-]{1,30}) (?:[a-z]+ ){0,2}models?\\b)?");

  private static final Pattern CALLED =
      Pattern.compile("(?i)模型|基座|\\b(?:model|llm|vlm|checkpoint)s?\\b");

  private static final Pattern CALLED_BEHIND = Pattern.compile("^[`*]{0,2} ?(?:基座|大?模型|底座)");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{|more information|^\\[|optional");

  /// Words with a number that are schemes of first values, sets of pictures or ways of counting.
  private static final Pattern NO_MODEL =
      Pattern.compile(
          "licen[sc]e|^(?:text-|image-|speech\\b|video-|scratch|imagenet|random|xavier|kaiming|glorot|zero|gpus?\\b|fp\\d|int\\d|bf\\d)");

  private static final Pattern DATA_BEHIND =
      Pattern.compile(
          "(?i)^[`*]{0,2} ?(?:data\\b|datasets?\\b|corpus|tokenizer|tokens|vocab|embeddings? as|数据|词表)");

  private static final Pattern DESIGN =
      Pattern.compile(
          "(?i)^[`*]{0,2}(?:'s)? ?(?:[\\w-]+ )?(?:architecture|tokenizer|vocab|codebase|framework|config|"
              + "implementation|code\\b|repo|library|evaluation|prompt|架构|框架|结构|代码)");

  private static final Pattern SUPPOSED =
      Pattern.compile(
          "(?i)\\b(?:if you|if one|you can|you may|you could|we can|can be|could be|may be|might be|"
              + "should be|to be|will be|users? (?:can|may)|replace|for example|assum\\w+|suppose|how to|(?:code|scripts?) (?:for|to))\\b[^.;:]*$"
              + "|\\b(?:not|projects?|applications?|supports?(?: [\\w-]+){0,3}) $"
              + "|(?:如果|如需|假设)[^。；]*$|(?:可以|可|任何|未|不得|支持|例如|一批|部署) ?$");

  private static final List<String> MADE_DATA =
      List.of(
          "generated",
          "synthesi",
          "annotated",
          "labelled",
          "labeled",
          "rewritten",
          "evaluat",
          "translated");

  private static final List<String> MADE_AFTER =
      List.of("合成", "生成", "标注", "构造", "改写", "推理", "评测", "翻译");
}
