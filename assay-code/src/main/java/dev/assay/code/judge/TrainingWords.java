package dev.assay.code.judge;

import java.util.List;
import java.util.Locale;

/// What headings say of training.
final class TrainingWords {
  private static final List<String> TUNING =
      List.of("fine-tun", "finetun", "fine tun", "post-train", "post train", "微调");

  private static final List<String> PRE_TRAINING =
      List.of("pre-train", "pretrain", "from scratch", "预训练");

  private TrainingWords() {}

  /// Whether a heading names fine-tuning.
  static boolean tunes(String heading) {
    return names(heading, TUNING);
  }

  /// Whether a heading names training, and not fine-tuning alone.
  static boolean trains(String heading) {
    return Use.of(heading).contains(Use.TRAINING);
  }

  /// Whether a heading names pre-training as an act: "pre-trained" speaks of weights.
  static boolean preTrains(String heading) {
    return names(heading.toLowerCase(Locale.ROOT).replace("trained", ""), PRE_TRAINING);
  }

  /// Whether what stands below these headings is for fine-tuning alone: one of them names it, and
  /// neither it nor one below it names training beside.
  static boolean below(List<String> headings) {
    for (String heading : headings.reversed()) {
      if (preTrains(heading)) {
        return false;
      }
      if (tunes(heading)) {
        return !trains(heading);
      }
    }
    return false;
  }

  /// Whether a heading of a document in Markdown names training as an act.
  static boolean inHeadings(String document) {
    String above = "";
    String line = "";
    for (String below : document.split("\n", -1)) {
      String heading = Headings.marked(above, line, below);
      if (heading.startsWith("#") && (trains(heading) || preTrains(heading) || tunes(heading))) {
        return true;
      }
      above = line;
      line = below;
    }
    return line.startsWith("#") && (trains(line) || preTrains(line) || tunes(line));
  }

  private static boolean names(String heading, List<String> words) {
    String lower = heading.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }
}
