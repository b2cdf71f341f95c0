package dev.assay.code.frameworks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The small part of YAML that our own data files keep to: at the top, names with one word or with
/// a list of plain words or `|` blocks. It starts in a fraction of the time of a full parser; a
/// test reads every file with a full parser too, and both must agree. It is for files of ours only.
public final class SimpleYaml {
  private SimpleYaml() {}

  /// Each name with its values; one value for `name: value`.
  ///
  /// @throws IllegalArgumentException with the line, when a file uses more of YAML than this
  public static Map<String, List<String>> read(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<String> into = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.equals("  - |")) {
        var block = new StringBuilder();
        while (i + 1 < lines.length
            && (lines[i + 1].startsWith("    ") || lines[i + 1].isBlank())) {
          i++;
          block.append(lines[i].isBlank() ? "" : lines[i].substring(4)).append('\n');
        }
        into.add(block.toString().stripTrailing() + "\n");
      } else if (line.startsWith("  - ")) {
        into.add(plain(line.substring(4).strip()));
      } else if (!line.startsWith(" ") && line.indexOf(':') > 0) {
        int colon = line.indexOf(':');
        into = new ArrayList<>();
        values.put(line.substring(0, colon), into);
        String rest = line.substring(colon + 1).strip();
        if (rest.startsWith("[") && rest.endsWith("]")) {
          for (String word : rest.substring(1, rest.length() - 1).split(",")) {
            if (!word.isBlank()) {
              into.add(plain(word.strip()));
            }
          }
        } else if (!rest.isEmpty()) {
          into.add(plain(rest));
        }
      } else {
        throw new IllegalArgumentException("line " + (i + 1) + " is beyond this YAML: " + line);
      }
    }
    return values;
  }

  private static String plain(String word) {
    boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
    return quoted ? word.substring(1, word.length() - 1) : word;
  }
}
