package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The data that a comment before a command says it trains on: "# Start training on Harbour-100".
final class CommentedCommands {
  private static final int MOST = 8;

  private static final Pattern COMMENT =
      Pattern.compile(
          "(?m)^\\s{0,8}#{1,3} ?(?:[\\w-]+ ){0,3}(?:pre-?|fine-?)?(?:train(?:ing)?|tun(?:e|ing)) (?:[\\w-]+ ){0,4}?on (?:the )?"
              + "(\\p{Lu}[\\w+-]{1,40}(?: \\p{Lu}?[\\w+-]{0,30}[\\p{Lu}\\d][\\w+-]{0,30}| \\p{Lu}[\\w+-]{1,30}){0,3})(?= |,|\\.|:|$)([^\\n]{0,60})");

  private static final Pattern MACHINE =
      Pattern.compile(
          "(?i)\\b(?:[\\w-]{0,8}[gct]pus?|nodes?|machines?|slurm|cluster|aws|colab|azure|kaggle)\\b");

  private CommentedCommands() {}

  static List<Passage.Source> in(String commands) {
    List<Passage.Source> sources = new ArrayList<>();
    Matcher comment = COMMENT.matcher(commands);
    while (sources.size() < MOST && comment.find()) {
      String name = String.valueOf(comment.group(1));
      boolean set = String.valueOf(comment.group(2)).matches("(?i) (?:data ?set|corpus|data)\\b.*");
      boolean named = set || SetNamesBeside.isCoined(name);
      if (named
          && !MACHINE.matcher(name).find()
          && !Signals.of(name).hasAny(Topic.HARDWARE)
          && !DataKinds.is(name)) {
        sources.add(new Passage.Source(name, ""));
      }
    }
    return sources;
  }
}
