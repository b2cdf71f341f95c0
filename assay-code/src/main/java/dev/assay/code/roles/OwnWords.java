package dev.assay.code.roles;

import java.util.List;
import java.util.Locale;

/// What a program says of itself: the first words of its source, and the description that its
/// command line shows. Only asked of a source that writes its loop out, or has none: one that hands
/// its model to a trainer of others keeps the words of the example that it was made from. Linear in
/// the length of the source.
public final class OwnWords {
  private static final List<String> TUNING = List.of("fine-tun", "finetun", "fine tun");

  /// Words beside which fine-tuning is not all that a program does. Language modelling is what
  /// fresh weights are trained by as well, and the same program does both.
  private static final List<String> BOTH =
      List.of("pretrain", "pre-train", "scratch", "language model", "train ", "training", "eval");

  private static final List<String> DESCRIBES = List.of("description=", "ArgumentParser(");

  /// So far down the first words of a source may begin, below its licence.
  private static final int HEAD = 4_000;

  private static final int LONGEST = 300;

  private OwnWords() {}

  /// Whether a Python program says that it trains on from given weights, and nothing else.
  public static boolean tune(String text) {
    if (tunes(line(text, docstring(text)))) {
      return true;
    }
    for (String word : DESCRIBES) {
      int at = text.indexOf(word);
      int quote = at < 0 ? -1 : at + word.length();
      while (quote >= 0 && quote < text.length() && Character.isWhitespace(text.charAt(quote))) {
        quote++;
      }
      if (quote >= 0 && quote < text.length() && "\"'".indexOf(text.charAt(quote)) >= 0) {
        return tunes(line(text, quote));
      }
    }
    return false;
  }

  /// Where the text before the first statement of a source begins, or -1.
  private static int docstring(String text) {
    int at = 0;
    while (at < Math.min(text.length(), HEAD)) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (Character.isWhitespace(c) || c == 'r' || c == 'R') {
        at++;
      } else {
        return text.startsWith("\"\"\"", at) || text.startsWith("'''", at) ? at : -1;
      }
    }
    return -1;
  }

  /// The first line with words from a place on.
  private static String line(String text, int at) {
    int from = at;
    while (from >= 0 && from < text.length() && " \t\r\n\"'".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    if (from < 0) {
      return "";
    }
    int end = text.indexOf('\n', from);
    int stop = Math.min(end < 0 ? text.length() : end, from + LONGEST);
    return text.substring(Math.min(from, stop), stop).toLowerCase(Locale.ROOT);
  }

  private static boolean tunes(String line) {
    String acts = line.replace("pretrained", "").replace("pre-trained", "").replace("tuned", "");
    return TUNING.stream().anyMatch(acts::contains) && BOTH.stream().noneMatch(acts::contains);
  }
}
