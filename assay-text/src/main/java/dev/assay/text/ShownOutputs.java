package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a link or a picture of a document shows what the model puts out: a picture below a
/// heading of examples or in a folder of outputs, a recording, a page of samples or of demos.
final class ShownOutputs {
  private static final List<String> RECORDINGS =
      List.of(".wav", ".mp3", ".flac", ".ogg", ".m4a", ".mp4", ".mov", ".webm");

  /// What a recording is called that is put in, not out.
  private static final List<String> PUT_IN =
      List.of(
          "input",
          "prompt",
          "reference",
          "ref_",
          "noisy",
          "source",
          "original",
          "test_data",
          "testdata");

  /// Words in a picture's place for what is put out.
  private static final Set<String> PUT_OUT =
      Set.of(
          "output", "outputs", "generated", "generation", "generations", "samples", "predictions");

  /// Words in a picture's name or place for what is no output: a drawing of the model, a chart, a
  /// sign.
  private static final List<String> NO_OUTPUT =
      List.of(
          "arch",
          "framework",
          "pipeline",
          "overview",
          "structure",
          "diagram",
          "network",
          "method",
          "workflow",
          "loss",
          "chart",
          "bench",
          "curve",
          "plot",
          "metric",
          "score",
          "table",
          "ablation",
          "leaderboard",
          "eval",
          "logo",
          "icon",
          "screenshot",
          "badge",
          "shields",
          "banner",
          "qrcode",
          "qr_code",
          "wechat",
          "star-history",
          "colab",
          ".svg");

  /// What stands right before the address of a page of samples: "Audio samples: https://...".
  private static final Set<String> LABELS =
      Set.of(
          "samples",
          "audio samples",
          "sound samples",
          "speech samples",
          "video samples",
          "sample page",
          "samples page",
          "demo page",
          "demos page");

  /// Where projects keep pages that run nothing on a server, as demos elsewhere do.
  private static final String PAGES = ".github.io";

  /// What says that a demo is a program to be run, not a page of outputs.
  private static final List<String> RUN = List.of("live", "online", "interactive", "notebook");

  private static final int LONGEST_LABEL = 24;

  private ShownOutputs() {}

  static boolean is(Block block, Link link, Signals sentence, Signals lead) {
    String target = link.target().toLowerCase(Locale.ROOT);
    String words = link.text().toLowerCase(Locale.ROOT);
    if (link.image()) {
      return !AnyOf.is(NO_OUTPUT, target::contains)
          && !AnyOf.is(NO_OUTPUT, words::contains)
          && (isPutOut(target)
              || sentence.has(Topic.SAMPLES)
              || lead.has(Topic.SAMPLES)
              || isBelowExamples(block));
    }
    if (AnyOf.is(RECORDINGS, target::endsWith)) {
      return !AnyOf.is(PUT_IN, target::contains)
          && !AnyOf.is(PUT_IN, words::contains)
          && !AnyOf.is(PUT_IN, before(block, link)::contains);
    }
    return isLabelled(block, link) || target.contains(PAGES) && isDemo(words);
  }

  /// Whether a folder of the address, or the picture's name, is called after outputs.
  private static boolean isPutOut(String target) {
    for (String word : target.split("[^a-z]+")) {
      if (PUT_OUT.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// The closest heading speaks of examples, or the one above it, where that is not the title.
  private static boolean isBelowExamples(Block block) {
    List<String> headings = block.headings();
    int last = headings.size() - 1;
    return last >= 0
        && (isOfExamples(headings.get(last)) || last > 1 && isOfExamples(headings.get(last - 1)));
  }

  private static boolean isOfExamples(String heading) {
    Signals s = Signals.of(heading);
    return s.has(Topic.SAMPLES) || s.has(Topic.SAMPLES_HEADING) && !s.has(Topic.EVALUATION_HEADING);
  }

  /// The words right before a link, in small letters.
  private static String before(Block block, Link link) {
    int to = Math.min(link.at(), block.text().length());
    return block.text().substring(Math.max(0, to - LONGEST_LABEL), to).toLowerCase(Locale.ROOT);
  }

  /// Whether the address stands right behind a label, with nothing else before it in its sentence:
  /// "training samples: ..." are put in.
  private static boolean isLabelled(Block block, Link link) {
    String before = before(block, link);
    int from =
        Math.max(
            before.lastIndexOf('|'), Math.max(before.lastIndexOf('.'), before.lastIndexOf(',')));
    String label = before.substring(from + 1).strip();
    return label.endsWith(":")
        && LABELS.contains(label.substring(0, label.length() - 1).strip())
        && Address.kind(link.target()) != Address.Kind.DEMO;
  }

  private static boolean isDemo(String words) {
    return words.contains("demo")
        && AnyOf.is(List.of(words.split("\\W+")), w -> w.equals("demo") || w.equals("demos"))
        && !AnyOf.is(RUN, words::contains);
  }
}
