package dev.assay.code.judge;

import dev.assay.io.TextFile;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a document names fine-tuning as something that is done here. Linear in its length, but for
/// the few lines around each mention.
final class TuningSentences {
  private TuningSentences() {}

  private static final List<String> TUNING_WORDS =
      List.of(
          "fine-tun",
          "finetun",
          "fine tun",
          "transfer learning",
          "training using a pre-trained",
          "training using a pretrained",
          "training from a pre-trained",
          "training from a pretrained",
          "train from a pre-trained",
          "train from a pretrained",
          "微调");

  /// "Finetuned" speaks of weights; the act is what is looked for, and not that of settings.
  private static boolean past(String text, int at) {
    String after = text.substring(at, Math.min(text.length(), at + 60));
    return after.startsWith("ed") || after.contains("hyperparameter") || after.contains("hyper-p");
  }

  /// What a sentence says that speaks of what is not there yet.
  private static final List<String> WISHES =
      List.of(
          "if we ",
          "plan to ",
          "hope to ",
          "we would love to ",
          "we would like to ",
          "todo",
          "[ ]",
          "in the future",
          "interest in ",
          "considering ");

  /// What stands right before an act that does not take place, or that only something else is
  /// recommended for.
  private static final Pattern WITHOUT =
      Pattern.compile(
          "(without|no need for|instead of|recommended for) (training ?[/,&] ?)?(\\w+ ){0,2}$");

  /// Headings above what is wished for, and above what other people's tools do.
  private static final List<String> WISH_LISTS =
      List.of("todo", "to do", "roadmap", "future", "wish", "related", "acknowledg");

  /// Whether a mention stands in a sentence, or below a heading, of what is wished for or is
  /// somebody else's.
  private static boolean wish(String text, int at) {
    int line = text.lastIndexOf('\n', at) + 1;
    int from = Math.max(line, Math.max(text.lastIndexOf(". ", at), at - 300));
    String sentence = text.substring(from, at);
    int heading = text.lastIndexOf("\n#", at);
    int end = heading < 0 ? -1 : text.indexOf('\n', heading + 1);
    String above = end < 0 || end > at ? "" : text.substring(heading, Math.min(end, heading + 200));
    return WISHES.stream().anyMatch(sentence::contains)
        || WITHOUT.matcher(sentence).find()
        || WISH_LISTS.stream().anyMatch(above::contains);
  }

  /// Whether a mention stands in the title of a paper: in the text of a link that leads elsewhere,
  /// or in an entry of a bibliography.
  private static boolean title(String text, int at) {
    int line = text.lastIndexOf('\n', at) + 1;
    String before = text.substring(Math.max(line, at - 300), at);
    String after = text.substring(at, Math.min(text.length(), at + 300));
    int close = after.indexOf(']');
    boolean link =
        before.lastIndexOf('[') > before.lastIndexOf(']')
            && PAPERS.stream().anyMatch(p -> after.startsWith(p, close + 1));
    return link || ENTRY.matcher(before).find();
  }

  private static final List<String> PAPERS =
      List.of(
          "(https://arxiv.org", "(http://arxiv.org", "(https://aclanthology", "(https://doi.org");

  private static final Pattern ENTRY = Pattern.compile("^\\s*(book)?title\\s*=\\s*[{\"]");

  /// The first place where a document does so; null when there is none.
  static @Nullable Evidence in(TextFile file) {
    String text = file.text().toLowerCase(Locale.ROOT);
    int first = -1;
    for (String word : TUNING_WORDS) {
      int at = text.indexOf(word);
      while (at >= 0 && (past(text, at + word.length()) || wish(text, at) || title(text, at))) {
        at = text.indexOf(word, at + 1);
      }
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    if (first < 0) {
      return null;
    }
    int line = file.lineAt(Math.min(first, file.text().length()));
    return file.evidence(line, line);
  }
}
