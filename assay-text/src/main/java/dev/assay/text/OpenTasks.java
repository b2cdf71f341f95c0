package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a list of what is to be done names and has not ticked: "- [ ] Training code" below
/// "Open-source plan", "- [ ] Release the weights" anywhere. It is promised.
final class OpenTasks {
  private static final Pattern UNTICKED = Pattern.compile("^[-*+] \\[ ?] .*");

  private static final Pattern TICKED = Pattern.compile("^[-*+] \\[[xX✓✔]] .*");

  /// "Release A and B", "release A, B & C": each is a task.
  private static final Pattern JOINT = Pattern.compile(" and | & |, and |, ");

  private static final Pattern VERB =
      Pattern.compile("^(?:release|publish|upload|open-?source) (?:the |our |all )?");

  private static final Pattern WITH =
      Pattern.compile(" (?:trained|for|of|on|with|using|from|in|to) ");

  private static final int MOST = 4;

  /// Headings of lists of what the makers will give, and not of what a reader does or checks.
  private static final Pattern PLAN =
      Pattern.compile(
          "\\b(?:to ?-?dos?|plans?|roadmap|schedule|release|coming|checklist|progress|timeline|milestones?|next steps?)\\b|open[- ]?sourc|计划|待办|开源|路线图|予定|예정|로드맵");

  /// A task that begins so is one of the makers under any heading.
  private static final Pattern GIVES =
      Pattern.compile("^(?:release|publish|upload|open-?source) (?!your\\b)");

  /// What a task adds in brackets: a date, a size, which one.
  private static final Pattern ADDED = Pattern.compile(" ?[(（][^()（）]*[)）]\\s*$");

  private static final int LONGEST = 80;

  private record Kind(Component component, Pattern words) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              Component.FINE_TUNING_CODE,
              Pattern.compile(
                  "^(?:release (?:the |our )?)?(?:lora |full )?fine[- ]?tun(?:ing|e)(?: (?:codes?|scripts?|support))?$"
                      + "|微调(?:代码|脚本)")),
          new Kind(
              Component.TRAINING_CODE,
              Pattern.compile(
                  "^(?:release (?:the |our )?)?(?:pre-?)?train(?:ing)?(?: (?:codes?|scripts?))(?: release)?$"
                      + "|^(?:release (?:the |our )?)?codes? (?:for|of) (?:pre-?)?training$|训练(?:代码|脚本)")),
          new Kind(
              Component.INFERENCE_CODE,
              Pattern.compile(
                  "^(?:release (?:the |our )?)?inference (?:codes?|scripts?)(?: release)?$|推理(?:代码|脚本)")),
          new Kind(
              Component.EVALUATION_CODE,
              Pattern.compile(
                  "^(?:release (?:the |our )?)?(?:benchmark(?:ing)? and )?eval(?:uation)? (?:codes?|scripts?)(?: release)?$|评测(?:代码|脚本)")),
          new Kind(
              Component.WEIGHTS,
              Pattern.compile(
                  "^(?:release|publish|upload|open-?source) (?:of )?(?:the |our |all )?(?:[\\p{L}\\d+.-]+ ){0,3}?"
                      + "(?:weights|checkpoints?|models?)(?: (?:and|&) (?:[\\p{L}-]+ ){0,2}[\\p{L}-]+| (?:for|of|on|trained|with) [\\p{L}\\d ,.-]{2,60})?$"
                      + "|^(?:model |pre-?trained )(?:weights|checkpoints?)$|(?:发布|开源|公开)?模型权重(?:发布|开源)?$")));

  private OpenTasks() {}

  /// Data that the makers will give: "- [ ] Release the training data".
  private static final Pattern DATA =
      Pattern.compile(
          "^(?:release|publish|upload|open-?source) (?:of )?(?:the |our |all |full )?(?:(?!eval|test|bench|demo|sample|metrics|details|instruct|guide|to |how |scripts?|codes? )[\\p{L}\\d+.-]+ ){0,3}?"
              + "(?:training data|training sets?|datasets?|data|corpus|corpora)(?: (?:with|under|and|&|on) [\\p{L}\\d .-]{1,40})?$");

  private static final Pattern OF_TESTS =
      Pattern.compile("\\b(?:eval\\w*|test\\w*|bench\\w*|demo\\w*|inference)\\b");

  /// Whether an item is a task of the makers to give data that they have not ticked.
  static boolean ofData(TextFile file, Block block) {
    if (!isUnticked(file, block)) {
      return false;
    }
    String words = words(block);
    // "Evaluation code and data" are both of the evaluation.
    return DATA.matcher(words).find()
        || !OF_TESTS.matcher(words).find()
            && parts(words).stream().anyMatch(p -> DATA.matcher(p).find());
  }

  /// Whether an item is a task that was done: what it says of a time to come is over.
  static boolean isTicked(TextFile file, Block block) {
    return block.kind() == Block.Kind.ITEM
        && block.first() <= file.lines()
        && TICKED.matcher(file.line(block.first()).strip()).matches();
  }

  /// The task, and each of the things that it joins as a task of its own.
  private static List<String> parts(String words) {
    var parts = new ArrayList<String>();
    parts.add(words);
    Matcher verb = VERB.matcher(words);
    // "Checkpoints trained on A and B" joins what they were trained on.
    String[] things = JOINT.split(WITH.split(words, 2)[0], MOST + 1);
    if (verb.find() && things.length > 1 && things.length <= MOST) {
      parts.add(things[0]);
      for (int i = 1; i < things.length; i++) {
        parts.add(verb.group() + things[i]);
      }
    }
    return parts;
  }

  private static boolean isUnticked(TextFile file, Block block) {
    return block.kind() == Block.Kind.ITEM
        && block.text().length() <= LONGEST
        && block.first() <= file.lines()
        && UNTICKED.matcher(file.line(block.first()).strip()).matches();
  }

  static Set<Component> of(TextFile file, Block block) {
    boolean task =
        isUnticked(file, block)
            && (GIVES.matcher(words(block)).find()
                || PLAN.matcher(block.heading().toLowerCase(Locale.ROOT)).find()
                || PLAN.matcher(block.lead().toLowerCase(Locale.ROOT)).find());
    if (!task) {
      return Set.of();
    }
    var components = new LinkedHashSet<Component>();
    for (String words : parts(words(block))) {
      KINDS.stream()
          .filter(k -> k.words().matcher(words).find())
          .map(Kind::component)
          .findFirst()
          .ifPresent(components::add);
    }
    return components;
  }

  private static String words(Block block) {
    String text = block.text().strip().toLowerCase(Locale.ROOT);
    String words = ADDED.matcher(text).replaceFirst("").strip();
    boolean ends = !words.isEmpty() && ".!;:".indexOf(words.charAt(words.length() - 1)) >= 0;
    return ends ? words.substring(0, words.length() - 1).strip() : words;
  }
}
