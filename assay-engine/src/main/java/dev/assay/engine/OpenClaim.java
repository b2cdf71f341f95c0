package dev.assay.engine;

import dev.assay.model.Claim;
import dev.assay.model.Order;
import dev.assay.text.OpenWords;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The place where a release calls itself open most plainly: by its name, or in the first person. A
/// sentence that does neither speaks of something else, and is no claim that could be held against
/// it.
final class OpenClaim {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)\\]\"'>]+");

  private OpenClaim() {}

  /// The claim, if the release makes it.
  ///
  /// @param said the claims of the documents; those of openness carry their sentence as the reason,
  ///   with the addresses that references in it stand for
  /// @param names what the release is called
  static Optional<Claim> of(List<Claim> said, ReleaseNames names) {
    return said.stream()
        .filter(c -> c.kind() == Claim.Kind.OPEN_SOURCE)
        .filter(c -> plainness(c, names) > 0)
        .min(
            Order.both(
                Order.both(Order.by(c -> -plainness(c, names)), Order.by(c -> ofSource(c) ? 0 : 1)),
                Order.by(c -> depth(c.made().path()))));
  }

  private static final Pattern OPEN_ALONE = Pattern.compile("(?i)\"open(?:[- ]weights?)?\"$");

  /// Whether the words speak of source, or of everything: "open" and "open-weight" alone say less,
  /// and are not held against what open source needs.
  static boolean ofSource(Claim claim) {
    return !OPEN_ALONE.matcher(claim.statement()).find();
  }

  /// "Other: An open-source system for Name": what stands before the colon is what is open.
  private static final Pattern TITLED =
      Pattern.compile(
          "(?i)(?:^|[^\\p{L}\\d-])([\\p{L}\\d][\\p{L}\\d.-]{1,40}): (?:an?|the) [^.:;]{0,60}\\bopen");

  private static boolean isTitledOtherwise(String sentence, ReleaseNames names) {
    Matcher titled = TITLED.matcher(sentence);
    return titled.find() && !names.isIn(String.valueOf(titled.group(1)));
  }

  private static int plainness(Claim claim, ReleaseNames names) {
    String sentence = claim.reason();
    boolean first = OpenWords.ofItself(sentence);
    if (!first && isTitledOtherwise(sentence, names)) {
      return 0;
    }
    if (names.isIn(ADDRESS.matcher(sentence).replaceAll(" "))) {
      return first ? 3 : 2;
    }
    boolean own =
        OpenWords.givesItsOwn(sentence)
            || !leadsElsewhere(claim.made().quote() + " " + sentence, names);
    return first && own ? 1 : 0;
  }

  /// "We have open-sourced" and a link to another project.
  private static boolean leadsElsewhere(String said, ReleaseNames names) {
    return ADDRESS.matcher(said).results().anyMatch(m -> !names.isIn(m.group()));
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }
}
