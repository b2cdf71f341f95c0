package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Layers that a class makes by methods of its own: `self.conv(x, 64)` where `conv` hands on to a
/// library's. Each call is a layer, though the library is called in one place. Linear in the length
/// of the source.
final class OwnLayers {
  private static final Pattern METHOD =
      Pattern.compile("(?m)^[ \\t]{1,12}def (\\w{2,40})\\(self\\b");

  private static final Pattern CALLED = Pattern.compile("(?<![\\w.])self\\.(\\w{2,40})\\(");

  private OwnLayers() {}

  /// How many layers are made so in a Python source.
  static int in(CodeFile f) {
    if (f.language() != Language.PYTHON || !f.has(Signal.LAYER)) {
      return 0;
    }
    String code = f.code();
    Set<String> makers = new HashSet<>();
    Matcher method = METHOD.matcher(code);
    String name = "";
    int from = 0;
    while (method.find()) {
      note(f, makers, name, from, method.start());
      name = String.valueOf(method.group(1));
      from = method.end();
    }
    note(f, makers, name, from, code.length());
    int layers = 0;
    Matcher called = CALLED.matcher(makers.isEmpty() ? "" : code);
    while (called.find()) {
      layers += makers.contains(called.group(1)) ? 1 : 0;
    }
    return layers;
  }

  private static void note(CodeFile f, Set<String> makers, String name, int from, int to) {
    for (Sighting s :
        name.isEmpty() || name.startsWith("__") ? java.util.List.<Sighting>of() : f.sightings()) {
      if (s.signal() == Signal.LAYER && s.offset() >= from && s.offset() < to) {
        makers.add(name);
        return;
      }
    }
  }
}
