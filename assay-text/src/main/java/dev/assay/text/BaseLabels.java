package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The base model behind a label: "Base model: X" in a line or an item, a row of two cells, a
/// heading with the name below it. Only what is plainly a model's name counts.
final class BaseLabels {
  private static final String LABEL =
      "(?:base(?: language)? (?:model|llm|checkpoint)s?(?: name)?|parent model|foundation model|backbone (?:llm|model)|original model"
          + "|source model|starting (?:model|checkpoint)|(?:model )?(?:fine-? ?tuned|adapted|distilled|initiali[sz]ed|quanti[sz]ed|trained|derived)"
          + " from(?: model)?|finetuned from model \\[optional]"
          + "|基座模型|基座|基础模型|底座模型|底座|基模型|基底模型|基礎模型|ベースモデル|元モデル|베이스 ?모델|기반 ?모델|기본 ?모델"
          + "|basismodell|grundmodell|basis-?modell|mod[èe]le de base|modelo base|modello (?:di )?base|базовая модель)";

  private static final Pattern LABELLED =
      Pattern.compile(
          "^[^\\p{L}]{0,6}"
              + LABEL
              + "[\\s*_`]{0,4}(?:[:：]|\\s(?=[*_`\\s]{0,4}\\[?\\S{3,80}$)|-\\s)");

  private static final Pattern ALONE =
      Pattern.compile("^[^\\p{L}]{0,6}" + LABEL + "[^\\p{L}\\p{N}]{0,4}$");

  private static final int LONGEST_VALUE = 120;

  private static final int LONGEST_LABEL = 40;

  private static final int MOST = 6;

  private static final Pattern HUB_NAME =
      Pattern.compile("[\\p{L}\\d][\\w.-]{1,38}/[\\p{L}\\d][\\w.-]{1,78}");

  private BaseLabels() {}

  static List<String> in(Block block, OwnNames own) {
    Optional<String> value = value(block);
    if (value.isEmpty() || value.get().length() > LONGEST_VALUE) {
      return List.of();
    }
    String words = value.get();
    // A bare address stands behind the words, which do without it.
    int from = words.isEmpty() ? 0 : Math.max(0, block.text().indexOf(words));
    var names = new ArrayList<String>();
    for (Link link : block.links()) {
      if (link.at() >= from && (words.isEmpty() || link.at() <= from + words.length())) {
        HubModel.of(link).filter(n -> !own.are(n)).ifPresent(n -> add(names, n));
      }
    }
    if (names.isEmpty()) {
      for (String part : value.get().split(",|、|，| and | & | \\+ |;", MOST + 1)) {
        plainly(part).filter(n -> !own.are(n)).ifPresent(n -> add(names, n));
      }
    }
    return names;
  }

  private static void add(List<String> names, String name) {
    if (names.size() < MOST && !names.contains(name)) {
      names.add(name);
    }
  }

  /// What stands behind the label.
  private static Optional<String> value(Block block) {
    List<String> cells = block.cells();
    if (block.kind() == Block.Kind.ROW) {
      return cells.size() == 2 && isLabel(cells.getFirst())
          ? Optional.of(cells.get(1).strip())
          : Optional.empty();
    }
    String text = block.text();
    if (text.length() > LONGEST_VALUE + LONGEST_LABEL) {
      return Optional.empty();
    }
    Matcher label = LABELLED.matcher(text.toLowerCase(Locale.ROOT));
    if (label.find()) {
      return Optional.of(text.substring(label.end()).strip());
    }
    boolean below =
        block.kind() != Block.Kind.HEADING
            && block.kind() != Block.Kind.CODE
            && (isLabel(block.heading()) || isLabel(block.lead()));
    return below ? Optional.of(text.strip()) : Optional.empty();
  }

  private static boolean isLabel(String words) {
    return words.length() <= LONGEST_LABEL
        && ALONE.matcher(words.strip().toLowerCase(Locale.ROOT)).matches();
  }

  /// A name that stands for itself: with a size or a number, or with its owner.
  private static Optional<String> plainly(String part) {
    String words = Titles.clean(part).replaceAll("[`*\"]+", "").strip();
    if (words.isEmpty() || !Character.isLetterOrDigit(words.codePointAt(0))) {
      return Optional.empty();
    }
    Matcher hub = HUB_NAME.matcher(words);
    if (hub.lookingAt()) {
      return Optional.of(hub.group());
    }
    return ModelName.at(words, 0)
        .filter(n -> n.from() == 0 && n.sure() != ModelName.Sure.CAPITAL)
        .map(ModelName::text);
  }
}
