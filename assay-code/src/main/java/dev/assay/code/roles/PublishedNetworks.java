package dev.assay.code.roles;

import dev.assay.code.outline.Outline;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Networks of a library that come with their published weights: `resnet34(pretrained=True)`,
/// `DenseNet121(weights="imagenet")`. A source that defines no network of its own and trains one
/// trains its weights on. Weights that are given on a condition may be left out. What is called a
/// teacher or a measure of a loss is not what is trained. Linear in the length of the source, for a
/// few calls.
public final class PublishedNetworks {
  /// So many calls are looked at.
  private static final int MOST = 40;

  /// So far a call is read.
  private static final int LONGEST = 600;

  /// So far before a call stands the name that it is put into.
  private static final int NAMED = 120;

  private static final Set<String> KEYWORDS = Set.of("pretrained", "weights", "encoder_weights");

  /// What the networks of Keras are given; left out it is `imagenet`.
  private static final String HEADLESS = "include_top";

  private static final Pattern GIVEN =
      Pattern.compile(
          "\\b(pretrained|weights|encoder_weights)\\s{0,4}=\\s{0,4}"
              + "(True\\b|not\\b|\\w{1,40}(\\.\\w{1,40}){0,4}\\.get\\(\\s?[\"']\\w{1,40}[\"'],\\s?True"
              + "|[\"'](imagenet|DEFAULT|IMAGENET1K_V[12])[\"'](?!\\s{1,4}if\\b)"
              + "|(\\w{1,40}\\.){0,4}\\w{1,60}_Weights\\.\\w)");

  private static final Pattern OTHER = Pattern.compile("\\bweights\\s{0,4}=");

  private static final List<String> MADE =
      List.of("model", "base", "net", "backbone", "classifier", "encoder", "student");

  private static final List<String> MEASURES =
      List.of(
          "vgg", "loss", "percept", "feature", "teacher", "inception", "lpips", "fid", "critic");

  private PublishedNetworks() {}

  /// Whether a Python source makes its network so.
  public static boolean in(Outline outline, String text) {
    int asked = 0;
    for (Outline.Call call : outline.calls()) {
      boolean may = false;
      for (String keyword : call.keywords()) {
        may |= KEYWORDS.contains(keyword) || keyword.equals(HEADLESS);
      }
      if (may && asked++ < MOST && given(call, text) && isModel(call, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean given(Outline.Call call, String text) {
    int end = Math.min(text.length(), Math.min(call.end(), call.offset() + LONGEST));
    String made = text.substring(Math.min(call.offset(), end), end);
    return GIVEN.matcher(made).find()
        || call.keywords().contains(HEADLESS)
            && Character.isUpperCase(call.last().charAt(0))
            && !OTHER.matcher(made).find();
  }

  private static final Pattern TARGETS = Pattern.compile("(?:^|[;\\n])\\s*([\\w. =]{1,100})=\\s*$");

  /// Whether what is made is put into something that is called a model.
  private static boolean isModel(Outline.Call call, String text) {
    int from = Math.max(0, call.offset() - NAMED);
    Matcher target = TARGETS.matcher(text.substring(from, Math.min(call.offset(), text.length())));
    if (!target.find()) {
      return false;
    }
    List<String> words = Zones.words(target.group(1));
    return words.stream().anyMatch(w -> MADE.stream().anyMatch(w::endsWith))
        && words.stream().noneMatch(w -> MEASURES.stream().anyMatch(w::startsWith));
  }
}
