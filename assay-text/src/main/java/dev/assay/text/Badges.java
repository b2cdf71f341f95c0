package dev.assay.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a picture says that stands for a link: the words that replace it, or, where it has none,
/// those in its own address, as makers of badges write them: `.../badge/Paper-PDF-red`.
final class Badges {
  private static final int LONGEST = 200;

  private Badges() {}

  /// The words of a picture; empty where neither it nor its address says any.
  static String words(Link picture) {
    return picture.text().isEmpty() ? inAddress(picture.target()) : picture.text();
  }

  /// The words of the pictures that carry a link, or that link's own.
  static String of(Block block, Link link) {
    if (!link.text().isEmpty()) {
      return link.text();
    }
    var words = new StringBuilder();
    for (Link picture : block.links()) {
      if (picture.image() && picture.at() == link.at()) {
        words.append(words(picture)).append(' ');
      }
    }
    return words.toString().strip();
  }

  /// A badge whose words stand in its query: `static/v1?label=Paper&message=PDF`.
  private static final Pattern QUERY = Pattern.compile("[?&](?:label|message)=([^&#]{1,100})");

  private static String inAddress(String target) {
    if (target.length() <= LONGEST && target.contains("label=")) {
      return QUERY
          .matcher(target)
          .results()
          .map(m -> decoded(String.valueOf(m.group(1))))
          .collect(Collectors.joining(" "));
    }
    int badge = target.indexOf("/badge/");
    if (badge < 0 || target.length() - badge > LONGEST) {
      return "";
    }
    String last = target.substring(badge + "/badge/".length());
    int query = last.indexOf('?');
    String plain = query < 0 ? last : last.substring(0, query);
    return decoded(plain).replace('-', ' ').replace('_', ' ').replace('/', ' ').strip();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
