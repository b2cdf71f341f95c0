package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds sections on evaluation that tell in words, or show in a picture, how good a model is. A
/// section that only says how to measure it tells nothing of that.
final class ResultSections {
  private static final int MOST = 5;

  /// Headings of sections that tell how to do it, or measure something else than a model.
  private static final Pattern HOW =
      Pattern.compile(
          "(?i)\\b(?:re-?produc|replicat|instructions?\\b|how (?:to|can|do)\\b|tips\\b|R CMD"
              + "|hardware|speed|latency|memory|throughput|settings?\\b|toolkit|framework|training"
              + " and|data ?sets?\\b|data\\b|install|prepar|scripts?\\b|code\\b|guide|visuali[sz]|examples?\\b|parameters?\\b)");

  /// Words that say how good something is, as what was found.
  private static final Pattern FOUND =
      Pattern.compile(
          "(?i)\\b(?:outperform|achiev|surpass|exceed|excel|state[- ]of[- ]the[- ]art|sota\\b|competitive"
              + "|comparable|superior|better (?:than|performance|results)|worse\\b|on par\\b|improve[sd]\\b"
              + "|improvement|ranks?\\b|ranked|robust(?:ness)?\\b|degrad|performs?\\b|accura(?:cy|te)\\b"
              + "|error rates?\\b|has been evaluated|(?:have|was|were|we) (?:been )?(?:also )?evaluate"
              + "|(?:our|the|main|following|below) (?:\\w+ ){0,2}(?:results|performance)\\b"
              + "|results (?:are|show|of|in|on)\\b)"
              + "|优于|超过|达到|領先|领先|结果|結果|성능|결과|性能");

  private ResultSections() {}

  /// The signs with one more for each such section, by the heading or the label that opens it.
  static List<Sign> add(TextFile file, List<Block> blocks, Heard heard, List<Sign> signs) {
    List<Sign> all = new ArrayList<>(signs);
    Settings settings = new Settings();
    Block opened = null;
    int found = 0;
    for (Block block : blocks) {
      if (found == MOST) {
        break;
      }
      Setting setting = settings.of(block.headings());
      if (block.kind() == Block.Kind.HEADING) {
        boolean below =
            opened != null
                && block.headings().size() > opened.headings().size()
                && block.headings().subList(0, opened.headings().size()).equals(opened.headings());
        opened = below ? opened : opens(block, setting) ? block : null;
      } else if (block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.ITEM) {
        boolean labelled = opened == null && !setting.aside() && isLabelled(block.text());
        if ((opened != null || labelled) && tells(block, heard)) {
          Block by = opened == null ? block : opened;
          all.add(
              new Sign(
                  Component.EVALUATION_RESULTS,
                  State.DESCRIBED,
                  Set.of(),
                  null,
                  null,
                  file.evidence(by.first(), by.last())));
          found++;
          opened = null;
        }
      }
    }
    return all;
  }

  private static boolean opens(Block heading, Setting setting) {
    Set<Topic> sections = EnumSet.noneOf(Topic.class);
    CardSigns.sections(heading.text(), sections);
    return sections.contains(Topic.CARD_EVALUATION)
        && !isAside(heading, setting)
        && !setting.citation()
        && !HOW.matcher(heading.text()).find();
  }

  /// Whether a heading stands below thanks or others' work; limits are told beside performance.
  private static boolean isAside(Block heading, Setting setting) {
    List<String> above = heading.headings();
    return setting.aside()
        && (!Signals.of(heading.text()).has(Topic.CARD_LIMITS)
            || Setting.of(above.subList(0, Math.max(0, above.size() - 1))).aside());
  }

  private static boolean isLabelled(String text) {
    Set<Topic> sections = EnumSet.noneOf(Topic.class);
    CardSigns.labels(text, sections);
    return sections.contains(Topic.CARD_EVALUATION) && !HOW.matcher(text).find();
  }

  private static boolean tells(Block block, Heard heard) {
    if (AnyOf.is(
        block.links(),
        l -> l.image() && !l.target().contains("badge") && !l.target().contains("shields.io"))) {
      return true;
    }
    for (Sentences.Sentence sentence : heard.in(block)) {
      String text = sentence.text();
      if (FOUND.matcher(text).find() && !sentence.signals().has(Topic.READER) && !bids(text)) {
        return true;
      }
    }
    return false;
  }

  /// How a sentence begins that bids or asks.
  private static final List<String> BIDDING =
      List.of(
          "to ",
          "run ",
          "use ",
          "please ",
          "see ",
          "check ",
          "download ",
          "you ",
          "first",
          "then",
          "for ",
          "if ",
          "q:",
          "can ",
          "how ",
          "what ",
          "set ",
          "when ",
          "in order ",
          "here we use");

  private static boolean bids(String sentence) {
    String lower = sentence.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith("?") || lower.endsWith(":") || AnyOf.is(BIDDING, lower::startsWith);
  }
}
