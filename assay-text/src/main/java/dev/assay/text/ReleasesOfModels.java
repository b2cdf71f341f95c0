package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A section that bids to download from the releases of its own repository, in whatever words, and
/// goes on to speak of the file of the model: that is among what is to be had there.
final class ReleasesOfModels {
  private static final Pattern DOWNLOAD =
      Pattern.compile(
          "(?i)download|ダウンロード|下载|下載|다운로드|скача|herunterlad|télécharge|descarga|scarica|baixa");

  private static final Pattern FILE =
      Pattern.compile(
          "(?i)\\b(?:model|network) files?\\b|\\bweights\\b|\\bcheckpoints?\\b|(?:モデル|重み)の?ファイル|模型文件|权重|權重|모델 ?파일|файлы? модел");

  /// How many paragraphs behind the one with the link still belong to it.
  private static final int BEHIND = 2;

  private static final int LONGEST = 2000;

  private String place = "";
  private List<String> headings = List.of();
  private int left;

  /// The address of the releases, once a paragraph of their section names the model's file.
  ///
  /// @param title the document's, which has the name of the repository
  Optional<String> of(Block block, String title) {
    if (block.kind() == Block.Kind.CODE) {
      return Optional.empty();
    }
    String text = block.text().substring(0, Math.min(LONGEST, block.text().length()));
    String own = "";
    for (Link link : block.links()) {
      if (own.isEmpty() && isOwn(link.target(), title) && DOWNLOAD.matcher(text).find()) {
        own = link.target();
      }
    }
    if (!own.isEmpty()) {
      place = own;
      headings = block.headings();
      left = BEHIND + 1;
    }
    if (left == 0 || !headings.equals(block.headings())) {
      left = 0;
      return Optional.empty();
    }
    left--;
    if (!FILE.matcher(text).find()) {
      return Optional.empty();
    }
    left = 0;
    return Optional.of(place);
  }

  private static boolean isOwn(String target, String title) {
    String lower = target.toLowerCase(Locale.ROOT);
    int host = lower.indexOf("://github.com/");
    int end = lower.indexOf("/releases");
    if (host < 0 || end < 0) {
      return false;
    }
    String name = letters(lower.substring(lower.lastIndexOf('/', end - 1) + 1, end));
    return !name.isEmpty() && letters(title.toLowerCase(Locale.ROOT)).contains(name);
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
