package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes a document of another line-oriented form as Markdown, line for line: what is read in the
/// one stands on the same line of the other. Only headings, items, code, pictures and links are
/// written anew; words are words in all of these forms.
abstract sealed class AsMarkdown permits AsciiDoc, OrgMode {
  private static final String FENCE = "```";

  /// The line that ends the code at hand; empty where none is.
  private String end = "";

  /// The file as Markdown; one that is in no such form as it is.
  static TextFile of(TextFile file) {
    AsMarkdown reader = reader(file);
    if (reader == null) {
      return file;
    }
    var written = new StringBuilder(file.text().length());
    for (int n = 1; n <= file.lines(); n++) {
      written.append(n == 1 ? "" : "\n").append(reader.line(file.line(n)));
    }
    return TextFile.of(file.source(), file.path(), written.toString());
  }

  private static @Nullable AsMarkdown reader(TextFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".adoc")) {
      return new AsciiDoc();
    }
    return name.endsWith(".org") ? new OrgMode() : null;
  }

  private String line(String line) {
    String text = line.strip();
    if (!end.isEmpty()) {
      if (text.equalsIgnoreCase(end)) {
        end = "";
        return FENCE;
      }
      // Within code of these forms three backquotes end nothing.
      return line.replace(FENCE, "'''");
    }
    end = endOfCode(text);
    return end.isEmpty() ? words(line, text) : FENCE;
  }

  /// The line that ends the code behind a line; empty where no code stands there.
  abstract String endOfCode(String text);

  /// A line of words.
  ///
  /// @param text the line without white space around it
  abstract String words(String line, String text);

  /// A heading of so many marks, or the empty string where there are none or too many.
  static String heading(String line, char mark) {
    int marks = 0;
    while (marks < line.length() && line.charAt(marks) == mark) {
      marks++;
    }
    boolean heads = marks > 0 && marks <= 6 && marks < line.length() && line.charAt(marks) == ' ';
    return heads ? "#".repeat(marks) + line.substring(marks) : "";
  }

  static boolean isPicture(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.endsWith(".png")
        || lower.endsWith(".jpg")
        || lower.endsWith(".jpeg")
        || lower.endsWith(".gif")
        || lower.endsWith(".svg");
  }
}
