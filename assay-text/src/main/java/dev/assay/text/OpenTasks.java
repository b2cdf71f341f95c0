package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Code that a list of what is to be done names and has not ticked: "- [ ] Training code" below
/// "Open-source plan". It is promised.
final class OpenTasks {
  private static final Pattern UNTICKED = Pattern.compile("^[-*+] \\[ ?] .*");

  /// Headings of lists of what the makers will give, and not of what a reader does or checks.
  private static final Pattern PLAN =
      Pattern.compile(
          "\\b(?:to ?-?do|plans?|roadmap|schedule|release|coming)\\b|open[- ]?sourc|计划|待办|开源|路线图");

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
                  "^(?:release (?:the |our )?)?eval(?:uation)? (?:codes?|scripts?)(?: release)?$|评测(?:代码|脚本)")));

  private OpenTasks() {}

  static Optional<Component> of(TextFile file, Block block) {
    boolean task =
        block.kind() == Block.Kind.ITEM
            && block.text().length() <= LONGEST
            && block.first() <= file.lines()
            && UNTICKED.matcher(file.line(block.first()).strip()).matches()
            && (PLAN.matcher(block.heading().toLowerCase(Locale.ROOT)).find()
                || PLAN.matcher(block.lead().toLowerCase(Locale.ROOT)).find());
    if (!task) {
      return Optional.empty();
    }
    String text = block.text().strip().toLowerCase(Locale.ROOT);
    String words = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return KINDS.stream()
        .filter(k -> k.words().matcher(words).find())
        .map(Kind::component)
        .findFirst();
  }
}
