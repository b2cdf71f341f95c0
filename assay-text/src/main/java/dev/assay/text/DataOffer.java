package dev.assay.text;

import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A sentence that says in so many words that what a link leads to is what a model was trained on:
/// where the training data come from, what a label for them stands before, what was taken for
/// training. The link stands in the sentence as one sign, so that its own words do not matter, and
/// every pattern is bounded and is tried on a sentence of bounded length.
final class DataOffer {
  private static final int LONGEST = 600;

  /// What stands for the link.
  private static final String LINK = "\u27e6";

  private static final String DATA =
      "(?:data ?sets?|data|corpus|corpora|images|recordings|texts?|games|examples|pairs|sentences|pictures|videos"
          + "|photos|dumps?|database|collection|samples|records|articles|slides)";

  /// What is no data though a word for it stands before.
  private static final String NOT_ITS =
      "(?![- ]?(?:up\\b|formats?\\b|loader|pipeline|scripts?\\b|code\\b|augment|preprocess|processing|structure|layout))";

  private static final String FROM =
      "(?:sources?|sourced|comes?|came|taken|derived|drawn|obtained|collected|downloaded|stems?|originates?|extracted"
          + "|gathered|built|compiled|scraped|crawled) (?:mainly |mostly |directly )?(?:from|of|out of)"
          + " (?:the |our )?";

  private static final String TRAINED = "(?:pre-?|fine-?)?(?:trained|tuned|learn(?:ed|t))";

  private static final List<Pattern> SAID =
      List.of(
          // As my data set I'm using X. As training data we took X.
          Pattern.compile(
              "\\bas (?:(?:the |my |our )?train(?:ing)? |my |our )(?:data ?sets?|data|corpus),? (?:i|we)(?:['\u2019](?:m|re|ve)| am"
                  + "| are| have)? (?:used?|using|take|took|chose|picked)(?: the)? "
                  + LINK),
          // The training data come from X.
          Pattern.compile(
              "\\b(?:pre-?)?(?:training|pretraining|instruction|fine-?tuning) (?:data ?sets?|data|sets?|corpus|corpora|images|texts?)"
                  + NOT_ITS
                  + "(?: [\\w-]{2,20}){0,3}? (?:is |are |was |were |has been |have been )?"
                  + FROM
                  + LINK),
          // The data set for this project comes from a store: X.
          Pattern.compile(
              "\\b(?:the|our) (?:data ?set|data|corpus) (?:for|used in|used for|used by|behind) (?:this|the|our)"
                  + " (?:project|model|work|network|repository|repo|experiments?)"
                  + " (?:is|are|was|were|comes?|came)(?: (?:taken|available|from|at|on|the|[\\w-]{2,20}:?)){0,3}?[: ]{1,2}"
                  + LINK),
          // Training data: X
          Pattern.compile(
              "^\\W{0,6}(?:(?:pre-?)?training |train )(?:data(?: ?sets?)?|set|corpus|images)(?: used)?[*_`]{0,3}\\s?[:\uff1a][*_`\\s(<]{0,4}"
                  + LINK),
          // Trained on X, which is available at Y.
          Pattern.compile(
              "\\b(?:pre-?)?train(?:ed|s|ing)? (?:[\\w-]{2,16} ){0,4}?(?:on|from) (?:the )?\\w[\\w -]{1,40}, (?:which|that) (?:is|are|can be)"
                  + "(?: [\\w-]{2,16}){0,2}? (?:available|found|downloaded|accessed|obtained|hosted)(?: for download)?"
                  + "(?: at| from| on| in| under| here)?[: (<]{1,3}"
                  + LINK),
          // Use the X data set for training.
          Pattern.compile(
              LINK
                  + "(?: [\\w-]{2,20}){0,2} "
                  + DATA
                  + "(?: [\\w-]{2,16}){0,2} for (?:the )?(?:pre-?)?training\\b(?! (?:code|scripts?|recipes?))"),
          // Trained on 272k hours of audio, mainly X.
          Pattern.compile(
              "\\b(?:pre-?)?trained (?:on|with|using) (?:[^.;\u27e6]|\\.(?=\\d)){0,80}?\\b(?:hours|images|pairs|samples|tokens|clips|videos|audio|recordings|texts?|data|data ?sets?)\\b[^.;\u27e6]{0,40}?,?"
                  + " (?:mainly|mostly|primarily|chiefly|including|namely|consisting of|comprising|such as)(?: from| of)?(?: the)? "
                  + LINK),
          // We provide the subset of X used to train the net.
          Pattern.compile(
              "\\b(?:subset|part|portion|split|version|samples?) of (?:the )?"
                  + LINK
                  + "(?: data ?sets?| data)? (?:that |which )?(?:(?:is|was|were|are|we|has been) )?used (?:to (?:pre-?)?train|for (?:the )?(?:pre-?)?training)\\b"),
          // Go to X, log in, and download the files for.
          Pattern.compile(
              "\\b(?:go to|visit|register (?:at|on)|log ?in (?:to|at)) (?:the )?"
                  + LINK
                  + ",?(?: [\\w ]{2,30},)? (?:and )?download (?:the |all )?[^.;]{2,100}\\b(?:subjects?|data ?sets?|data|images|videos|recordings|sequences)\\b"),
          // You will need to request access for X, a public store of records.
          Pattern.compile(
              "\\b(?:request|apply for|ask for|obtain|gain|get) (?:an? )?access (?:for|to) (?:the )?"
                  + LINK
                  + "(?:,? (?:an? |the )?[^.;]{0,60}?)?\\b(?:records|data ?sets?|database|data|corpus)\\b"),
          // Follow the data generation instructions from X.
          Pattern.compile(
              "\\bfollow (?:the )?data (?:generation|preparation|pre-?processing|processing|download|downloading) (?:instructions?|steps?|guide) (?:from|at|in|of|on) (?:the )?"
                  + LINK),
          // Our work is made possible by open data sets (including X).
          Pattern.compile(
              "\\b(?:our|this) (?:work|model|project) (?:is|was) (?:made )?possible (?:thanks to|by|because of)[^.;\u27e6]{0,80}\\b(?:data ?sets?|corpora|data)\\b ?\\(?(?:including|such as|like|e\\.g\\.,?)(?: the)? "
                  + LINK),
          // I use the two data sets provided by Gull's X.
          Pattern.compile(
              "\\b(?:i|we) (?:used?|adopt(?:ed)?|employ(?:ed)?|take|took) (?:[\\w-]{2,16} ){0,4}?(?:data ?sets?|data|corpus|corpora) (?:that (?:is|are|was|were) )?"
                  + "(?:provided|released|prepared|made available|shared|processed|collected) (?:by|in|from|at) (?:[\\w'\u2019.&-]{2,24} ){0,4}?"
                  + LINK),
          // For training, we combine X with our own recordings. For training we use the X images.
          Pattern.compile(
              "\\bfor (?:the )?(?:pre-?)?training(?: of [\\w -]{2,40})?,? (?:we|i|the (?:model|network|authors)|it) (?:[\\w-]{2,16} ){0,2}?"
                  + "(?:(?:combined?|mix(?:ed)?|merged?) (?:the )?"
                  + LINK
                  + "[^.;]{0,80}\\b"
                  + DATA
                  + "\\b|(?:used?|take|took|rely on|relied on|employ(?:ed)?|downloaded) (?:the )?"
                  + LINK
                  + "(?: [\\w-]{2,20}){0,2}? "
                  + DATA
                  + "\\b"
                  + NOT_ITS
                  + ")"),
          // The images I trained on are from X.
          Pattern.compile(
              "\\b"
                  + DATA
                  + " (?:that |which )?(?:i|we|it|this model|the (?:model|network)) (?:(?:was|were|is) )?"
                  + TRAINED
                  + " (?:on|from|with) (?:is|are|was|were|comes?|came)(?: taken| available| obtained| drawn| all)?"
                  + " (?:from|at|on|in) (?:the )?"
                  + LINK),
          // Data was collected from X and cleaned before training.
          Pattern.compile(
              "\\b(?<!test )(?<!evaluation )"
                  + DATA
                  + " (?:was|were|is|are|has been|have been) (?:[\\w-]{2,16} ){0,1}?(?:collected|gathered|scraped|crawled|taken|obtained"
                  + "|downloaded|sourced|drawn|extracted) from (?:the )?"
                  + LINK
                  + "[^;!?]{0,120}\\b(?:for|before|to) (?:pre-?)?train"),
          // It has seen 2M games of X during training.
          Pattern.compile(
              "\\b(?:seen|saw|consumed|observed) [^.;]{1,50} (?:from|of|in) (?:the )?"
                  + LINK
                  + "[^.;]{0,30} (?:during|in|while|for) (?:pre-?)?training"),
          // Training was done using X, a set of 3M images.
          Pattern.compile(
              "\\btraining (?:was|is|has been) (?:done|performed|carried out|run|conducted)\\b[^.;]{0,60}? (?:on|using|with) (?:the )?"
                  + LINK
                  + ",? ?[^.;]{0,40}\\b"
                  + DATA
                  + "\\b"),
          // The same in other languages.
          Pattern.compile(
              "\\btrainingsdaten (?:stammen|kommen|sind) (?:aus|von)(?: dem| der| den)? " + LINK),
          Pattern.compile(
              "donn\u00e9es d['\u2019]entra[i\u00ee]nement (?:viennent|proviennent|sont (?:issues|tir\u00e9es))"
                  + " d(?:e |e la |u |es |['\u2019])"
                  + LINK),
          Pattern.compile(
              "datos de entrenamiento (?:provienen|proceden|vienen|son) de(?:l| la| los)? " + LINK),
          Pattern.compile(
              "dados de treina(?:mento)?(?:o)? (?:v\u00eam|prov\u00eam|s\u00e3o) d(?:e|o|a|os|as) "
                  + LINK),
          Pattern.compile(
              "\u0434\u0430\u043d\u043d\u044b\u0435 \u0434\u043b\u044f \u043e\u0431\u0443\u0447\u0435\u043d\u0438\u044f"
                  + " (?:\u0432\u0437\u044f\u0442\u044b|\u043f\u043e\u043b\u0443\u0447\u0435\u043d\u044b|\u0441\u043e\u0431\u0440\u0430\u043d\u044b) (?:\u0438\u0437|\u0441) "
                  + LINK),
          Pattern.compile(
              "\u8bad\u7ec3(?:\u6570\u636e\u96c6?|\u8bed\u6599|\u96c6)(?:\u4e3b\u8981)?(?:\u6765\u81ea|\u6765\u6e90\u4e8e|\u91c7\u7528|\u4f7f\u7528|\u4e3a|\u662f|\u53d6\u81ea)\\s?\u4e86?"
                  + LINK),
          Pattern.compile(
              "\u5b66\u7fd2\u30c7\u30fc\u30bf(?:\u30bb\u30c3\u30c8)?(?:\u306f|\u306b\u306f|\u306b|\u3068\u3057\u3066)?\u3001?\\s?"
                  + LINK),
          Pattern.compile(
              "\ud559\uc2b5\uc5d0(?:\ub294|\uc11c\ub294)? ?"
                  + LINK
                  + " ?(?:\ub370\uc774\ud130(?:\uc14b|\uc138\ud2b8)?|\ub9d0\ubb49\uce58)?(?:\ub97c|\uc744) ?(?:\uc0ac\uc6a9|\ud65c\uc6a9|\uc774\uc6a9)"),
          Pattern.compile(
              "\ud559\uc2b5 ?\ub370\uc774\ud130(?:\uc14b)?(?:\ub294|\uc740|\ub85c|\ub85c\ub294|\uc73c\ub85c)? ?"
                  + LINK));

  /// "Dataset: X", which says so of a release that trains.
  private static final Pattern LABEL =
      Pattern.compile(
          "^[^\\p{L}\\d]{0,6}(?:the )?(?:data ?sets?(?: used)?|(?:data|data ?set) sources?"
              + "|(?:\u8bad\u7ec3)?\u6570\u636e(?:\u96c6)?(?:\u6765\u6e90|\u5730\u5740|\u94fe\u63a5)?|(?:\u5b66\u7fd2)?(?:\u7528)?\u30c7\u30fc\u30bf(?:\u30bb\u30c3\u30c8)?"
              + "|(?:\ud559\uc2b5 ?)?\ub370\uc774\ud130(?:\uc14b|\uc138\ud2b8)?)[*_`]{0,3}\\s?[:\uff1a][*_`\\s(<]{0,4}"
              + "(?:(?:\u94fe\u63a5|link|url)\\s?[:\uff1a]\\s?)?"
              + LINK);

  /// "We used data sets with marks of time, such as X", where the whole release speaks.
  private static final Pattern WE_USED =
      Pattern.compile(
          "\\bwe (?:also |have )?(?:used?|employ(?:ed)?|combined?|leveraged?|rel(?:y|ied) on) (?:the |several |various |multiple |existing |public(?:ly available)? |open )?"
              + "(?:(?!for\\b|of\\b|to\\b|with\\b|from\\b)[\\w-]{2,20} ){0,3}?(?:data ?sets?|corpora|data)\\b(?! loader)[^.;!?\u27e6]{0,60}? (?:such as|including|like|namely)(?: the)? "
              + LINK);

  /// Where competitions in learning from data are held; each gives its data on its page.
  private static final Pattern COMPETITION =
      Pattern.compile(
          "(?i)^https?://(?:[\\w-]+\\.)?(?:kaggle\\.com/(?:c|competitions)/|grand-challenge\\.org|drivendata\\.org/competitions/|aicrowd\\.com/challenges/"
              + "|zindi\\.africa/competitions/|tianchi\\.aliyun\\.com/competition/|codalab\\.[\\w.]+/competitions/)");

  private static boolean isCompetition(String target) {
    return COMPETITION.matcher(target).find();
  }

  /// "The source code of the second place in X": what is learnt from is the competition's data.
  private static final Pattern COMPETES =
      Pattern.compile(
          "\\b(?:solutions?|submission|entry|place|winning (?:code|model)) (?:[\\w-]{1,16} ){0,3}?(?:to|for|of|in|at|from) (?:the |our )?(?:kaggle )?(?:competition |challenge )?"
              + LINK);

  private DataOffer() {}

  /// The data sets that a sentence offers by their links as what was trained on.
  static Optional<Passage> of(Saying saying) {
    String text = saying.text();
    if (text.length() > LONGEST
        || saying.links().isEmpty()
        || saying.setting().evaluation()
        || saying.setting().aside()
        || saying.setting().citation()
        || saying.block().kind() == Block.Kind.ROW) {
      return Optional.empty();
    }
    List<Passage.Source> sources = new ArrayList<>();
    for (Link link : saying.links()) {
      Address.Kind kind = Address.kind(link.target());
      boolean may =
          DataLinks.isData(link.target())
              || DataLinks.mayHoldData(kind) && !DataLinks.isSource(link.target());
      // A bare address is no word: it stands behind those that lead to it.
      int at = Math.min(saying.at(link), text.length());
      int end = Math.min(text.length(), at + link.text().length());
      if (!may || at < 0 || SentenceSources.isSomethingElse(saying, link)) {
        continue;
      }
      String before = text.substring(0, at);
      boolean bare = at == text.length() && !before.endsWith(" ");
      String said =
          (before + (bare ? " " : "") + LINK + text.substring(end)).toLowerCase(Locale.ROOT);
      boolean competes = isCompetition(link.target()) && COMPETES.matcher(said).find();
      boolean labelled =
          saying.document().root()
              && (competes || LABEL.matcher(said).find() || WE_USED.matcher(said).find());
      if (labelled || SAID.stream().anyMatch(p -> p.matcher(said).find())) {
        sources.add(new Passage.Source(DataLinks.name(link), link.target()));
      }
    }
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    DataSet.Stage stage =
        DataStage.of(saying.document(), saying.setting(), saying.signals(), saying.lead());
    return Optional.of(
        Passage.ofLinks(
            stage == DataSet.Stage.EVALUATION ? DataSet.Stage.TRAINING : stage,
            Passage.OWN + 1,
            sources,
            saying.document().evidence(saying.block())));
  }
}
