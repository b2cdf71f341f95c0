package dev.assay.text;

import dev.assay.model.DataSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A row of a table that tells for what each data set is: below a head for stages or uses a cell
/// says training, and below one for data the name stands.
final class StagedRows {
  private static final int NAME = 80;

  private static final Pattern USES =
      Pattern.compile(
          "(?i)\\W{0,4}(?:training |data )?(?:stages?|phases?|splits?|steps?|uses?|usage|used for|purpose|role|phase|verwendung|étape"
              + "|usage|etapa|fase|uso|этап|阶段|階段|用途|段階|단계|용도)\\W{0,4}");

  private static final Pattern SETS =
      Pattern.compile(
          "(?i)\\W{0,4}(?:training |source |used )?(?:data ?sets?|data|corpus|corpora|sources?|datensatz|datensätze|jeux? de données|conjuntos? de d[aá]t?dos|датасет"
              + "|数据集?|语料|データセット|データ|コーパス|데이터셋?|말뭉치)(?:\\W{0,2}names?)?\\W{0,4}");

  private static final Pattern TRAINING =
      Pattern.compile(
          "(?i)(?:pre-?|post-?|mid-?)?train(?:ing|ed)?\\b|fine-?tun|\\bsft\\b|\\brlhf\\b|\\bdpo\\b|\\balignment\\b|训练|微调|学習|학습|обучени|entra[iî]n|entrena|treina");

  private static final Pattern OTHERWISE =
      Pattern.compile("(?i)eval|test|valid|benchmark|held|zero-shot|评|测|評価|テスト|평가|оцен");

  private StagedRows() {}

  static Optional<Passage> in(DocumentTraits document, Setting setting, Block row) {
    List<String> head = row.header();
    List<String> cells = row.cells();
    if (head.size() != cells.size() || setting.aside() || setting.reader()) {
      return Optional.empty();
    }
    int uses = column(head, USES);
    int sets = column(head, SETS);
    if (uses < 0 || sets < 0 || uses == sets) {
      return Optional.empty();
    }
    String use = cells.get(uses);
    String name = cells.get(sets).strip();
    if (!TRAINING.matcher(use).find()
        || OTHERWISE.matcher(use).find()
        || name.length() < 2
        || name.length() > NAME
        || name.equals(head.get(sets))) {
      return Optional.empty();
    }
    Signals said = Signals.of(use);
    DataSet.Stage stage =
        said.has(Topic.PRETRAINING)
            ? DataSet.Stage.PRE_TRAINING
            : said.has(Topic.POST_TRAINING) ? DataSet.Stage.POST_TRAINING : DataSet.Stage.TRAINING;
    String link =
        row.links().stream()
            .filter(l -> !l.image() && !l.text().isEmpty() && name.contains(l.text()))
            .filter(l ->
                DataLinks.isData(l.target()) || DataLinks.mayHoldData(Address.kind(l.target())))
            .map(Link::target)
            .findFirst()
            .orElse("");
    List<Passage.Source> sources = List.of(new Passage.Source(name, link));
    return Optional.of(
        new Passage(
            stage,
            Passage.form(sources),
            Set.of(),
            Passage.OWN + 1,
            sources,
            Quantity.inRow(row.text(), head),
            row.text(),
            document.evidence(row)));
  }

  private static int column(List<String> head, Pattern called) {
    for (int i = 0; i < head.size(); i++) {
      if (called.matcher(head.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }
}
