package dev.assay.code.judge;

import dev.assay.io.TextFile;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a document names fine-tuning as something that is done here. Linear in its length, but for
/// the few lines around each mention.
final class TuningSentences {
  private TuningSentences() {}

  /// Words for the act, and training that is named by what it begins with: "start training from the
  /// pre-trained model".
  private static final List<Pattern> TUNING =
      List.of(
          Pattern.compile("fine-tun"),
          Pattern.compile("finetun"),
          Pattern.compile("fine tun"),
          Pattern.compile("transfer learning"),
          Pattern.compile("微调"),
          Pattern.compile(
              "train(?:ing)? (?:(?:from|using) a pre-?trained|(?:from|with|using) "
                  + "(?:the|our|these) pre-?trained (?:model|weights|checkpoint|network))"),
          // With what a model begins, and not one of its parts.
          Pattern.compile(
              "\\buse (?:[^.\n]|\\.(?! )){1,160}\\bto initiali[sz]e (?:the|our) (?:model|network)\\b"),
          Pattern.compile(
              "\\bstarting from the weights of (?:the|a) (?:model|network) trained\\b"));

  /// "Finetuned" speaks of weights; the act is what is looked for, and not that of settings, nor
  /// what it might do.
  private static boolean past(String text, int at) {
    String after = text.substring(at, Math.min(text.length(), at + 60));
    return after.startsWith("ed")
        || after.contains("hyperparameter")
        || after.contains("hyper-p")
        || MIGHT.matcher(after).find();
  }

  private static final Pattern MIGHT =
      Pattern.compile("^(?:e|ing)?[*_]{0,2} (?:could|might|would)\\b");

  /// What a sentence says that speaks of what is not there yet.
  private static final List<String> WISHES =
      List.of(
          "if we ",
          "if i ",
          "plan to ",
          "hope to ",
          "we would love to ",
          "we would like to ",
          "todo",
          "[ ]",
          "in the future",
          "interest in ",
          "considering ",
          "considerar ",
          "explorar ");

  /// What stands right before an act that does not take place, or that only something else is
  /// recommended for.
  private static final Pattern WITHOUT =
      Pattern.compile(
          "(without|no need for|instead of|recommended for|why not|(?:[—–;,.(-] |^[*_]{0,3})no) "
              + "(training ?[/,&] ?)?(\\w+ ){0,2}$");

  /// What stands right before an act that only says how something that is given out was made.
  private static final Pattern MADE_AFTER =
      Pattern.compile(
          "\\b(?:detections|predictions|results|outputs|features|embeddings) (?:that (?:are|were) )?(?:produced|obtained|generated|made|given|computed) (?:by|with|from) [^.]{1,80} after $");

  /// Headings above what is wished for, and above what other people wrote and their tools do.
  private static final List<String> WISH_LISTS =
      List.of(
          "todo",
          "to do",
          "roadmap",
          "future",
          "wish",
          "why not",
          "related",
          "acknowledg",
          "references",
          "bibliography");

  /// So many characters around a mention are looked at.
  private static final int AROUND = 300;

  private static final int LONGEST_HEADING = 200;

  /// What stands before a mention on its line, as far as it is looked at.
  private static String before(String text, int at) {
    String before = text.substring(Math.max(0, at - AROUND), at);
    return before.substring(before.lastIndexOf('\n') + 1);
  }

  /// Where a paragraph, an item, a row or a heading begins.
  private static final Pattern BEGINS = Pattern.compile("\n\\s*(\n|[-*+#|>]|\\d{1,3}[.)] )");

  /// What stands before a mention in its paragraph or item, as far as it is looked at, on one line:
  /// where a sentence is broken into lines says nothing.
  private static String beforeInParagraph(String text, int at) {
    String before = text.substring(Math.max(0, at - AROUND), at);
    int from = 0;
    for (Matcher m = BEGINS.matcher(before); m.find(from); ) {
      from = m.end();
    }
    return before.substring(from).replaceAll("\\s+", " ");
  }

  /// Whether a mention stands in a sentence, or below a heading, of what is wished for or is
  /// somebody else's.
  ///
  /// @param above the heading, or nothing
  private static boolean wish(String text, int at, String above) {
    String before = beforeInParagraph(text, at);
    String sentence = before.substring(Math.max(0, before.lastIndexOf(". ")));
    return WISHES.stream().anyMatch(sentence::contains)
        || WITHOUT.matcher(sentence).find()
        || MADE_AFTER.matcher(sentence).find()
        || WISH_LISTS.stream().anyMatch(above::contains);
  }

  /// What says of an act that it does not take place stands so near to it.
  private static final int NEAR = 60;

  /// The sentence of a mention, as far as it is near.
  ///
  /// @param end where its text ends; what stands below a heading is another sentence
  private static String around(String text, int at, int end) {
    String before = text.substring(Math.max(0, at - NEAR), at);
    String after = text.substring(at, Math.min(end, at + NEAR));
    int from = Math.max(before.lastIndexOf(". ") + 1, before.lastIndexOf("\n\n") + 1);
    return before.substring(from) + after.substring(0, Denials.end(after));
  }

  /// A comment behind the value of a setting tells what to set.
  private static final Pattern SETS =
      Pattern.compile("^\\s*\\w{1,60}(?:: ?\\w{1,40})? = [^#]{1,80}#");

  /// Whether a mention stands in the title of a paper: in the text of a link that leads elsewhere,
  /// in an entry of a bibliography, or behind the link in a row of a table.
  private static boolean title(String text, int at) {
    String before = before(text, at);
    if (before.startsWith("|") && PAPERS.stream().anyMatch(before::contains)) {
      return true;
    }
    String after = text.substring(at, Math.min(text.length(), at + AROUND));
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
    for (Pattern word : TUNING) {
      int at = act(text, word);
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    if (first < 0) {
      Matcher made = MADE_BY_IT.matcher(text);
      first = made.find() ? made.start() : -1;
    }
    if (first < 0) {
      return null;
    }
    int line = file.lineAt(Math.min(first, file.text().length()));
    return file.evidence(line, line);
  }

  /// "The model is fine-tuned from a pre-trained X": what is here was made so.
  private static final Pattern MADE_BY_IT =
      Pattern.compile(
          "\\b(?:the|our|this) (?:model|network) (?:is|was|has been) fine-?tuned (?:from|on top of|starting from) an? (?:publicly available )?pre-?trained\\b");

  /// "Encoder weights (if transfer learning is desired)": those of a part, with which the rest is
  /// trained anew.
  private static final Pattern OF_A_PART =
      Pattern.compile(
          "\\b(?:encoder|backbone|feature extractor)\\b[^.]{0,40}\\bweights\\b[^.]{0,60}$");

  private static boolean ofAPart(String before) {
    return OF_A_PART.matcher(before).find();
  }

  /// What weights lack says nothing of what is done with them: "the weights do not include the last
  /// layer".
  private static final Pattern WEIGHTS_LACK =
      Pattern.compile(
          "^\\W{0,3}(?:the |our |these |all )?(?:[\\w-]{1,20} )?(?:weights|checkpoints?)\\b[^.,;]{0,40}\\b(?:does|do)(?:\\s+not|n['’]t)\\s+(?:include|contain|have)\\b");

  private static boolean denied(String sentence) {
    return Denials.in(sentence) && !WEIGHTS_LACK.matcher(sentence).find();
  }

  /// The first place where a word names an act that takes place, or -1.
  private static int act(String text, Pattern word) {
    String above = "";
    int heading = text.indexOf("\n#");
    int headingEnd = -1;
    for (Matcher m = word.matcher(text); m.find(); ) {
      int at = m.start();
      // Each heading is passed over once, however many mentions stand in it and below it.
      while (heading >= 0 && heading <= at) {
        int end = text.indexOf('\n', heading + 1);
        headingEnd = end < 0 ? text.length() : end;
        above = text.substring(heading, Math.min(headingEnd, heading + LONGEST_HEADING));
        heading = text.indexOf("\n#", headingEnd);
      }
      if (!past(text, m.end())
          && !wish(text, at, at < headingEnd ? "" : above)
          && !title(text, at)
          && !Denials.in(around(text, at, at < headingEnd ? headingEnd : text.length()))
          && !ofAPart(before(text, at))
          && !SETS.matcher(before(text, at)).find()
          && !(above.contains(m.group()) && denied(Denials.below(text, headingEnd)))) {
        return at;
      }
    }
    return -1;
  }
}
