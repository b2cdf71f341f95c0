package dev.assay.code.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The code cells of a Jupyter notebook (nbformat 3 and 4), read as a stream; outputs, attachments
/// and prose are passed over.
public final class NotebookCells {
  private static final JsonFactory JSON = new JsonFactory();

  /// What stands before a line for a shell, which itself begins with an exclamation mark.
  static final String COMMAND = "#!";

  /// What stands before a line of a cell that is a script.
  static final String SCRIPT = "#$";

  /// First lines of cells that are a script, as {@link #magic} writes them.
  private static final Set<String> SHELLS =
      Set.of("#%%bash", "#%%sh", "#%%shell", "#%%script bash", "#%%script sh");

  private NotebookCells() {}

  /// A line of a notebook's code as it stands in the notebook.
  public static String raw(String line) {
    return line.startsWith(SCRIPT)
        ? line.substring(SCRIPT.length())
        : line.startsWith(COMMAND) ? line.substring(1) : line;
  }

  /// What a notebook's code shows, with the commands that it gives to a shell.
  public static Outline outline(Excerpt code) {
    return PythonScanner.scan(code.text()).starting(NotebookCommands.of(code.text()));
  }

  /// The code of a notebook's cells, in order. A notebook that breaks off gives what stands before
  /// that.
  public static Excerpt read(String json) {
    var code = new Excerpt.Builder();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      // A cell's keys may stand in any order, so its lines wait until it ends.
      List<String> lines = new ArrayList<>();
      List<Integer> places = new ArrayList<>();
      boolean isCode = false;
      int cellDepth = -1;
      int depth = 0;
      String key = "";
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        switch (t) {
          case START_OBJECT, START_ARRAY -> depth++;
          case END_OBJECT, END_ARRAY -> {
            if (t == JsonToken.END_OBJECT && depth == cellDepth) {
              if (isCode) {
                boolean shell = !lines.isEmpty() && SHELLS.contains(lines.getFirst().strip());
                for (int i = 0; i < lines.size(); i++) {
                  code.line(shell ? SCRIPT + lines.get(i) : lines.get(i), places.get(i));
                }
              }
              lines.clear();
              places.clear();
              isCode = false;
              cellDepth = -1;
            }
            depth--;
          }
          case PROPERTY_NAME -> {
            key = parser.currentName();
            if (key.equals("cell_type") && cellDepth < 0) {
              cellDepth = depth;
            }
            if (key.equals("outputs") || key.equals("attachments") || key.equals("metadata")) {
              parser.nextToken();
              parser.skipChildren();
            }
          }
          case VALUE_STRING -> {
            if (key.equals("cell_type")) {
              isCode = parser.getString().equals("code");
            } else if (key.equals("source") || key.equals("input")) {
              int at = parser.currentTokenLocation().getLineNr();
              for (String line : parser.getString().split("\n", -1)) {
                // An array of lines gives each with its own end: the empty rest says nothing.
                if (!line.isEmpty()) {
                  lines.add(magic(line));
                  places.add(at);
                }
              }
            }
          }
          default -> {}
        }
      }
    } catch (JacksonException e) {
      // Broken or too deeply nested JSON: the cells before that place are kept.
      return code.build(Language.PYTHON);
    }
    return code.build(Language.PYTHON);
  }

  /// `!command` and `%magic` are no Python; they stay as comments so that lines keep their places.
  private static String magic(String line) {
    String bare = line.stripLeading();
    return bare.startsWith("!") || bare.startsWith("%") ? "#" + bare : line;
  }
}
