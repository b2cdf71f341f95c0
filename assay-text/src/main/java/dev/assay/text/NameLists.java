package dev.assay.text;

import dev.assay.io.FileEntry;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Tells a list of names from data: a file whose lines each hold one identifier or one path, as
/// splits of a data set are kept (`train_ids.csv`, `train.txt` with an image's path a line). Such a
/// list says which pieces were trained on, and holds none of them. What is spoken in each recording
/// may stand beside its name (`speaker1-004.wav|Good morning.`): the recordings are not there.
///
/// An identifier has letters and digits and nothing but `.`, `_`, `-`, `:` beside; a path has a
/// folder or ends like a recording or a picture, and at most a class number after it. A word a line
/// is a vocabulary or a corpus, a number a line a signal, and a formula of a molecule has brackets:
/// none of them is a list of names.
public final class NameLists {
  private static final Set<String> ENDINGS = Set.of("csv", "tsv", "txt", "lst", "list", "ids");

  private static final Set<String> PIECES =
      Set.of(
          "jpg", "jpeg", "png", "bmp", "tif", "tiff", "webp", "gif", "wav", "flac", "mp3", "ogg",
          "m4a", "mp4", "avi", "mkv", "webm", "npy", "npz", "nii", "gz", "dcm", "pdb", "cif");

  /// Fewer lines may be anything.
  private static final int LINES = 12;

  /// A name is no longer than this, in characters.
  private static final int LONGEST = 160;

  private NameLists() {}

  /// Whether a file is a list of names.
  ///
  /// @param head its first bytes; what they hold is taken to go on
  public static boolean isOne(FileEntry entry, byte[] head) {
    if (!ENDINGS.contains(Place.of(entry.path()).extension())) {
      return false;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int end = entry.size() > head.length ? text.lastIndexOf('\n') : text.length();
    int lines = 0;
    int names = 0;
    for (int from = 0; from < end; ) {
      int stop = text.indexOf('\n', from);
      stop = stop < 0 || stop > end ? end : stop;
      String line = text.substring(from, stop).strip();
      from = stop + 1;
      if (!line.isEmpty()) {
        lines++;
        names += isName(line) ? 1 : 0;
      }
    }
    // A heading or two may stand above.
    return lines >= LINES && names >= lines - Math.max(2, lines / 20);
  }

  /// Whether a line is a name, alone or with its class, or one with what is said in that recording
  /// behind a bar.
  private static boolean isName(String line) {
    int bar = line.indexOf('|');
    if (bar > 0 && bar <= LONGEST) {
      return isAlone(line.substring(0, bar).strip());
    }
    return line.length() <= LONGEST && isAlone(line);
  }

  private static boolean isAlone(String line) {
    int end = 0;
    boolean letter = false;
    boolean digit = false;
    boolean folder = false;
    for (; end < line.length(); end++) {
      char c = line.charAt(end);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        letter = true;
      } else if (c == '/' || c == '\\') {
        folder = true;
      } else if (c != '.' && c != '_' && c != '-' && c != ':') {
        break;
      }
    }
    String name = line.substring(0, end);
    boolean path = folder && letter || isPiece(name);
    return (letter && digit || path) && (isEnd(line, end) || path && isClass(line, end));
  }

  /// Whether nothing follows but a comma or a quotation mark.
  private static boolean isEnd(String line, int at) {
    for (int i = at; i < line.length(); i++) {
      if (",;\"'".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether the rest is the number of a class.
  private static boolean isClass(String line, int at) {
    String rest = line.substring(at + 1).strip();
    return !rest.isEmpty()
        && rest.length() <= 6
        && rest.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
  }

  /// Whether a name ends like a recording, a picture or a file of arrays.
  private static boolean isPiece(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && PIECES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
