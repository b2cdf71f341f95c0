package dev.assay.text;

import dev.assay.io.AnyWord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which sentences say that the weights are given to those who ask. Forms are asked for other
/// things too: a commercial licence, a key to a service, a data set, an opinion; the weights may be
/// had without them.
final class Gates {
  private Gates() {}

  /// Words of what a form is for when it is not the weights.
  private static final List<String> FOR_OTHERS =
      List.of(
          "commercial",
          "商用",
          "商业",
          "商業",
          "dataset",
          "data set",
          "数据集",
          "corpus",
          " api",
          "api ",
          "survey",
          "online",
          "体验",
          "验证集");

  /// Words of one who is about to have something.
  private static final List<String> HAVING =
      List.of("access", "obtain", "download", "granted", "receive", "下载", "获取", "申请模型");

  /// Folders of documents on the use of many things.
  private static final List<String> ASIDE =
      List.of("docs/", "doc/", "examples/", "tutorials/", "research/");

  /// Whether a program has its user sign in at its publisher's and accept terms, as it fetches the
  /// weights: "on first use, log in and accept the license terms". What a hub asks for is told of
  /// the model that stands there.
  private static boolean signsIn(String sentence) {
    boolean signs =
        sentence.contains("log in") || sentence.contains("sign in") || sentence.contains("login");
    return signs
        && sentence.contains("accept")
        && sentence.contains("licen")
        && !sentence.contains("hugging face")
        && !sentence.contains("huggingface");
  }

  /// Who takes a licence agrees to its words by using what it covers: that asks nothing before.
  private static boolean isLicence(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT).contains("licen");
  }

  /// "A key is needed to download the weights": what one must have before.
  private static final Pattern KEYED =
      Pattern.compile(
          "(?i)\\b(?:keys?|tokens?|passwords?|accounts?|registration|licen[sc]e files?|credentials|log-?ins?|sign-?ups?)\\b(?: \\([^()]{0,40}\\))?"
              + " (?:is|are|will be|must be) (?:required|needed|necessary|mandatory)(?: in order)? (?:to|for) (?:[\\w-]{1,20} ){0,4}?"
              + "(?:download|access|obtain|get|fetch|retriev|use)\\w{0,4} (?:and \\w{1,12} )?(?:[\\w-]{1,20} ){0,4}(?:weights|checkpoints?|models?|parameters)\\b");

  private static final AnyWord NEEDED = AnyWord.of("required", "needed", "necessary", "mandatory");

  /// @param path that of the document
  /// @param sentence the sentence, with its phrases `s`
  /// @param lead the phrases of the words that lead to the list in which it stands
  static boolean asks(
      String path, Block block, String sentence, Signals s, Signals lead, Setting setting) {
    boolean onRequest =
        !setting.aside()
            && !setting.citation()
            && SaidOfWeights.onRequest(sentence)
            && !sentence.toLowerCase(Locale.ROOT).contains("commercial");
    boolean keyed =
        !setting.aside()
            && !setting.citation()
            && NEEDED.in(sentence)
            && KEYED.matcher(sentence).find();
    if (onRequest || keyed) {
      return true;
    }
    if (!s.has(Topic.GATE)
        || isLicence(path)
        || setting.aside()
        || setting.citation()
        || s.has(Topic.BASE)) {
      return false;
    }
    String lower = sentence.toLowerCase(Locale.ROOT);
    if (FOR_OTHERS.stream().anyMatch(lower::contains)
        || ASIDE.stream().anyMatch(path.toLowerCase(Locale.ROOT)::startsWith)) {
      return false;
    }
    if (signsIn(lower)) {
      return true;
    }
    boolean weights =
        s.hasAny(Topic.WEIGHTS, Topic.CHECKPOINTS) || setting.weights() || lead.has(Topic.WEIGHTS);
    boolean having =
        HAVING.stream().anyMatch(lower::contains)
            || lead.has(Topic.OFFERED)
            || block.kind() == Block.Kind.ROW;
    return weights && having;
  }

  private static final Pattern USES =
      Pattern.compile(
          "(?i)\\b(?:we (?:use|employ|adopt|utili[sz]e)|uses|utili[sz]es|employs|adopts|relies on|is built (?:up)?on|are built (?:up)?on|(?:model|encoder|extractor|backbone) called)\\b");

  /// Whether what one has to ask for is another model that the release uses: the words of the block
  /// say so, and what is linked there shares no word with the release's name.
  static boolean ofAModelInUse(Block block, String title) {
    if (!USES.matcher(block.text()).find()) {
      return false;
    }
    String own = title.toLowerCase(Locale.ROOT);
    List<String> models =
        block.links().stream().map(HubModel::of).flatMap(Optional::stream).toList();
    return !models.isEmpty()
        && models.stream()
            .flatMap(m -> Stream.of(m.substring(m.lastIndexOf('/') + 1).split("[^\\p{L}\\d]+", 12)))
            .noneMatch(word -> word.length() > 2 && own.contains(word.toLowerCase(Locale.ROOT)));
  }
}
