package dev.assay.engine;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Mention;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses of weights that a script of a shell puts together: it keeps where its files lie under
/// a name, `URL=https://...`, and gives a command that name with the path of a file of weights
/// behind it, `fetch ${URL}/model/model.ckpt-0.index`. Nothing is run; a name that is given several
/// values stands for the last before its use. Linear in the length of the file.
final class ShellAddresses {
  private static final int MOST = 5;

  private static final Pattern KEPT =
      Pattern.compile(
          "(?m)^[ \\t]{0,40}(?:(?:export|readonly|local) )?(\\w{1,60})=[\"']?((?:https?|gs|s3)://[\\w.~:/@+=%-]{4,300})[\"']?(?=[\\s;]|$)"
              + "|\\$\\{?(\\w{1,60})\\}?(/[\\w./+-]{1,200})");

  /// The parts in which a checkpoint of a graph is kept.
  private static final Pattern CHECKPOINT =
      Pattern.compile("\\.ckpt(?:-\\d{1,12})?\\.(?:index|meta|data-\\d{5}-of-\\d{5})$");

  /// A model that is cloned from a hub, with a name that may be put together.
  private static final Pattern CLONED =
      Pattern.compile(
          "(?m)^[ \\t]{0,40}git clone (?:-\\S{1,40} ){0,3}[\"']?(https://(?:huggingface\\.co|(?:www\\.)?modelscope\\.cn)/(?!datasets/|spaces/)[\\w.-]{2,60}/[\\w.-]{1,90})");

  private ShellAddresses() {}

  /// The links in a script, each with its line.
  static List<Mention> in(TextFile file) {
    String name = file.name();
    String text = file.text();
    var found = new ArrayList<Mention>();
    if (!name.endsWith(".sh") && !name.endsWith(".bash") || !text.contains("://")) {
      return found;
    }
    Matcher cloned = CLONED.matcher(text);
    while (found.size() < MOST && cloned.find()) {
      found.add(
          new Mention(
              Component.WEIGHTS,
              State.LINKED,
              Set.of(),
              cloned.group(1),
              null,
              file.evidenceAt(cloned.start(1), cloned.end(1))));
    }
    Map<String, String> kept = new HashMap<>();
    Matcher m = KEPT.matcher(text);
    while (found.size() < MOST && m.find()) {
      if (m.group(1) != null) {
        kept.put(m.group(1), String.valueOf(m.group(2)));
      } else if (kept.containsKey(m.group(3))) {
        String base = kept.get(m.group(3));
        String path = String.valueOf(m.group(4));
        String url = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
        if (CHECKPOINT.matcher(path).find() || WeightLinks.isFile(url)) {
          found.add(
              new Mention(
                  Component.WEIGHTS,
                  State.LINKED,
                  Set.of(),
                  url,
                  null,
                  file.evidenceAt(m.start(), m.end())));
        }
      }
    }
    return found;
  }
}
