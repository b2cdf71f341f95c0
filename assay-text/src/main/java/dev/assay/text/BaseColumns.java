package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The base model in a row of a table of the release's models, by the head of its column: "Base
/// model", "Backbone", "基座模型". Tables of what others made have the same columns: a row counts that
/// offers a model, or that begins with a name of the release.
final class BaseColumns {
  private static final Set<String> HEADS =
      Set.of(
          "base model",
          "base models",
          "base llm",
          "base model trained with",
          "foundation model",
          "language model",
          "language decoder",
          "llm",
          "llm backbone",
          "base language model",
          "parent model",
          "initialized from",
          "initialised from",
          "fine-tuned from",
          "finetuned from",
          "基座模型",
          "基座",
          "基础模型",
          "底座模型",
          "底座",
          "ベースモデル",
          "베이스 모델");

  /// Heads that stand over designs of networks as often as over models.
  private static final Set<String> DESIGNS = Set.of("backbone", "base", "基底");

  private static final Pattern BILLIONS =
      Pattern.compile("(?i)(?<![\\p{L}\\d])\\d{1,3}(?:\\.\\d)?b(?![\\p{L}\\d])");

  private static final int LONGEST = 60;

  private BaseColumns() {}

  /// @param top whether the table stands in the release's own README: further in, tables compare
  ///   others
  static List<String> in(Block row, OwnNames own, boolean top) {
    var names = new ArrayList<String>();
    if (row.kind() != Block.Kind.ROW || row.header().size() < 2 || !offers(row, own, top)) {
      return names;
    }
    int columns = Math.min(row.header().size(), row.cells().size());
    for (int i = 1; i < columns; i++) {
      String head = row.header().get(i).strip().toLowerCase(Locale.ROOT);
      boolean design = DESIGNS.contains(head);
      if (!HEADS.contains(head)
          && !(design && BILLIONS.matcher(row.text().replace('-', ' ')).find())) {
        continue;
      }
      for (String cell : row.cells().get(i).split("[,/&+] | / ", 4)) {
        String name = Titles.clean(cell);
        boolean model =
            !name.isEmpty()
                && name.length() <= LONGEST
                && ModelName.of(name, 0, name.length()).sure() != ModelName.Sure.CAPITAL;
        if (model && !own.are(name) && !names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /// Whether a row is one of the release's own models.
  private static boolean offers(Block row, OwnNames own, boolean top) {
    String first = row.cells().isEmpty() ? "" : row.cells().getFirst();
    return own.are(first)
        || top
            && !beginsWithAProject(row, first)
            && row.links().stream()
                .anyMatch(l -> !l.image() && Address.kind(l.target()) == Address.Kind.MODEL);
  }

  /// Whether the row is headed by a link to a project: a list of what others made.
  private static boolean beginsWithAProject(Block row, String first) {
    return row.links().stream()
        .anyMatch(l ->
            !l.image() && l.at() < first.length() && Address.kind(l.target()) == Address.Kind.CODE);
  }
}
