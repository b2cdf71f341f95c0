package dev.assay.code.outline;

import dev.assay.code.outline.Outline.Call;
import dev.assay.code.outline.Outline.ClassDef;
import dev.assay.code.outline.Outline.Definition;
import dev.assay.code.outline.Outline.Import;
import dev.assay.code.outline.Outline.Launch;
import dev.assay.code.outline.Outline.Named;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The outline of Python source: imports, definitions, classes with bases, decorators, calls with
/// keyword arguments, simple assignments, and the `__main__` guard. One pass over {@link
/// PythonLexer}'s tokens; nothing is evaluated.
public final class PythonScanner {
  private static final int LONGEST_NAME = 200;

  private final String text;
  private final PythonLexer tokens;
  private final Map<String, String> aliases = new HashMap<>();

  /// Where all names of a module were brought in last, or -1.
  private int star = -1;

  /// First parts of names that were asked for by custom already.
  private final Set<String> customs = new HashSet<>();

  /// The first library of layers of which all names are brought in, with a dot behind it, or empty.
  private String starred = "";

  private final List<Import> imports = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<OpenClass> classes = new ArrayList<>();
  private final List<@Nullable Call> calls = new ArrayList<>();
  private final List<Named> names = new ArrayList<>();
  private final List<Launch> launches = new ArrayList<>();
  private final ArrayDeque<OpenClass> scope = new ArrayDeque<>();

  /// The brackets that are open in the logical line at hand.
  private final ArrayDeque<OpenCall> open = new ArrayDeque<>();

  private final List<String> decorators = new ArrayList<>();
  private int entry = -1;

  private PythonScanner(String text) {
    this.text = text;
    this.tokens = PythonLexer.of(text);
  }

  /// The outline of a text.
  public static Outline scan(String text) {
    var scanner = new PythonScanner(text);
    scanner.run();
    Outline outline = scanner.outline();
    scanner.tokens.close();
    return outline;
  }

  private Outline outline() {
    List<ClassDef> closed = new ArrayList<>();
    for (OpenClass c : classes) {
      closed.add(new ClassDef(c.name, c.bases, c.offset, c.end < 0 ? text.length() : c.end));
    }
    List<Call> made = new ArrayList<>();
    for (Call call : calls) {
      if (call != null) {
        made.add(call);
      }
    }
    return new Outline(
        imports, definitions, closed, made, names, launches, entry, tokens.vocabulary());
  }

  private void run() {
    int i = 0;
    while (i < tokens.count()) {
      int end = i;
      while (end < tokens.count() && tokens.kind(end) != PythonLexer.LINE) {
        end++;
      }
      if (end > i) {
        line(i, end);
      }
      i = end + 1;
    }
  }

  /// One logical line: the tokens from `from` to `to`.
  private void line(int from, int to) {
    int column = tokens.column(from);
    while (!scope.isEmpty() && column <= scope.peek().column) {
      scope.pop().end = tokens.start(from);
    }
    if (tokens.is(from, '@')) {
      if (decorators.size() < 16) {
        decorators.add(resolve(dotted(from + 1)));
      }
      calls(from + 1, to);
      return;
    }
    int first = tokens.which(from);
    int at = first == PythonLexer.ASYNC ? from + 1 : from;
    if (tokens.which(at) == PythonLexer.DEF && tokens.kind(at + 1) == PythonLexer.NAME) {
      if (definitions.size() < Outline.MOST) {
        String in = scope.isEmpty() ? "" : scope.peek().name;
        definitions.add(new Definition(tokens.word(at + 1), in, decorators, tokens.start(from)));
      }
      decorators.clear();
      calls(at + 2, to);
      return;
    }
    if (first == PythonLexer.CLASS && tokens.kind(from + 1) == PythonLexer.NAME) {
      klass(from, to, column);
      decorators.clear();
      return;
    }
    if (first == PythonLexer.IMPORT) {
      importLine(from + 1, to);
      return;
    }
    if (first == PythonLexer.FROM) {
      fromLine(from + 1, to);
      return;
    }
    if (first == PythonLexer.IF && tokens.which(from + 1) == PythonLexer.DUNDER_NAME && entry < 0) {
      entry = tokens.start(from);
    }
    assignment(from, to);
    calls(from, to);
  }

  private void klass(int from, int to, int column) {
    List<String> bases = new ArrayList<>();
    int i = from + 2;
    if (tokens.is(i, '(')) {
      i++;
      int depth = 0;
      boolean fresh = true;
      for (; i < to; i++) {
        if (tokens.is(i, '(') || tokens.is(i, '[')) {
          depth++;
        } else if (tokens.is(i, ')') || tokens.is(i, ']')) {
          if (depth-- == 0) {
            break;
          }
        } else if (depth == 0 && tokens.is(i, ',')) {
          fresh = true;
        } else if (fresh && tokens.kind(i) == PythonLexer.NAME) {
          fresh = false;
          if (!tokens.is(i + 1, '=') && bases.size() < 16) {
            bases.add(resolve(dotted(i)));
          }
        }
      }
    }
    var open = new OpenClass(tokens.word(from + 1), bases, tokens.start(from), column);
    if (classes.size() < Outline.MOST) {
      classes.add(open);
      scope.push(open);
    }
  }

  private void importLine(int from, int to) {
    int i = from;
    while (i < to) {
      if (tokens.kind(i) != PythonLexer.NAME) {
        i++;
        continue;
      }
      int offset = tokens.start(i);
      String name = dotted(i);
      i = afterDotted(i);
      String as = name;
      if (tokens.which(i) == PythonLexer.AS) {
        as = tokens.word(i + 1);
        i += 2;
      }
      bring(name, as, offset);
    }
  }

  private void fromLine(int from, int to) {
    int i = from;
    var module = new StringBuilder();
    while (i < to && tokens.which(i) != PythonLexer.IMPORT) {
      if (module.length() < LONGEST_NAME) {
        module.append(tokens.word(i));
      }
      i++;
    }
    String base = module.toString();
    String dot = base.endsWith(".") ? "" : ".";
    for (i++; i < to; i++) {
      if (tokens.kind(i) == PythonLexer.NAME) {
        String name = tokens.word(i);
        int offset = tokens.start(i);
        String as = name;
        if (tokens.which(i + 1) == PythonLexer.AS) {
          as = tokens.word(i + 2);
          i += 2;
        }
        bring(base + dot + name, as, offset);
      } else if (tokens.is(i, '*')) {
        bring(base + dot + "*", "*", tokens.start(i));
        star = tokens.start(i);
        boolean layers = base.endsWith(".layers") || base.endsWith(".nn");
        if (layers && !base.startsWith(".") && starred.isEmpty()) {
          starred = base + '.';
        }
      }
    }
  }

  /// What a name stands for by custom where all names of some module are brought in, and with them
  /// what that module itself imports.
  private static final Map<String, String> CUSTOMARY =
      Map.of(
          "tf", "tensorflow",
          "nn", "torch.nn",
          "torch", "torch",
          "optim", "torch.optim",
          "keras", "keras",
          "mx", "mxnet",
          "jax", "jax",
          "chainer", "chainer");

  /// Brings in what a name stands for by custom, at the place where all names of a module are.
  private void customary(String head) {
    String module = CUSTOMARY.get(head);
    if (module != null && names.stream().noneMatch(n -> n.name().equals(head))) {
      bring(module, head, star);
    }
  }

  private void bring(String name, String as, int offset) {
    if (imports.size() < Outline.MOST) {
      imports.add(new Import(name, as, offset));
      if (!as.equals(name)) {
        aliases.putIfAbsent(as, name);
      }
    }
  }

  private void assignment(int from, int to) {
    if (tokens.kind(from) != PythonLexer.NAME || names.size() >= Outline.MOST) {
      return;
    }
    int i = afterDotted(from);
    int word = tokens.which(from);
    if (tokens.is(i, ':') && i + 1 < to && word != PythonLexer.IF && word != PythonLexer.ELSE) {
      // An annotated name: skip the annotation up to its `=`.
      int depth = 0;
      for (i++; i < to && !(depth == 0 && tokens.is(i, '=')); i++) {
        depth += tokens.is(i, '[') ? 1 : tokens.is(i, ']') ? -1 : 0;
      }
    }
    if (i < to && tokens.is(i, '=')) {
      names.add(new Named(dotted(from), value(i + 1, to), tokens.start(from)));
    }
  }

  private String value(int i, int to) {
    if (i + 1 != to) {
      return "";
    }
    return switch (tokens.kind(i)) {
      case PythonLexer.STRING -> unquoted(i);
      case PythonLexer.NUMBER, PythonLexer.NAME -> tokens.word(i);
      default -> "";
    };
  }

  /// The calls of one logical line. {@link #open} holds each open bracket's call, or none.
  private void calls(int from, int to) {
    for (int i = from; i < to; i++) {
      char op = tokens.op(i);
      if (op == '[' && tokens.kind(i + 1) == PythonLexer.STRING && i + 3 < to) {
        commandAt(i + 1, to, !open.isEmpty() && open.peek().name.startsWith("subprocess."));
      }
      if (op == '(' || op == '[' || op == '{') {
        OpenCall call = op == '(' ? callAt(i, from) : null;
        open.push(call == null ? OpenCall.NONE : call);
      } else if (op == ')' || op == ']' || op == '}') {
        if (!open.isEmpty()) {
          close(open.pop(), tokens.end(i));
        }
      } else if (!open.isEmpty()) {
        argument(open.peek(), i);
      }
    }
    while (!open.isEmpty()) {
      close(open.pop(), tokens.end(to - 1));
    }
  }

  private static final int MOST_WORDS = 60;
  private static final Set<String> SHELLS =
      Set.of("python", "python3", "bash", "sh", "torchrun", "accelerate", "deepspeed");

  /// A command as a list of its words: given to a process, or one that begins like a command.
  private void commandAt(int from, int to, boolean given) {
    String first = unquoted(from);
    if (!given && !SHELLS.contains(first) || launches.size() >= Outline.MOST) {
      return;
    }
    var words = new StringBuilder(first);
    int end = Math.min(to, from + 2 * MOST_WORDS);
    for (int i = from + 1; i < end && !tokens.is(i, ']'); i++) {
      if (tokens.kind(i) == PythonLexer.STRING) {
        words.append(' ').append(unquoted(i));
      }
    }
    for (Launch l : ShellScanner.scan(words.toString().replace('\n', ' ')).launches()) {
      launches.add(new Launch(l.program(), l.words(), l.options(), tokens.start(from)));
    }
  }

  private void argument(@Nullable OpenCall call, int i) {
    if (call == null || call == OpenCall.NONE) {
      return;
    }
    if (tokens.kind(i) == PythonLexer.STRING) {
      if (call.text.isEmpty()) {
        call.text = unquoted(i);
      }
    } else if (tokens.kind(i) == PythonLexer.NAME
        && tokens.is(i + 1, '=')
        && (tokens.is(i - 1, '(') || tokens.is(i - 1, ','))
        && call.keywords.size() < 64) {
      call.keywords.add(tokens.word(i));
    }
  }

  private @Nullable OpenCall callAt(int bracket, int from) {
    int last = bracket - 1;
    if (last < from || calls.size() >= Outline.MOST) {
      return null;
    }
    if (tokens.kind(last) != PythonLexer.NAME || keyword(last)) {
      return null;
    }
    int first = last;
    while (first - 2 >= from
        && tokens.is(first - 1, '.')
        && tokens.kind(first - 2) == PythonLexer.NAME
        && last - first < 16) {
      first -= 2;
    }
    boolean receiver = first - 1 >= from && tokens.is(first - 1, '.');
    String name = receiver ? "?." + dotted(first) : resolve(dotted(first));
    calls.add(null);
    return new OpenCall(calls.size() - 1, name, tokens.start(first));
  }

  private void close(OpenCall call, int end) {
    if (call != OpenCall.NONE) {
      calls.set(call.index, new Call(call.name, call.keywords, call.text, call.offset, end));
    }
  }

  /// Whether a name is one of those that stand before brackets and are not called.
  private boolean keyword(int i) {
    int word = tokens.which(i);
    return word >= PythonLexer.IF && word <= PythonLexer.IS;
  }

  private String unquoted(int i) {
    int from = tokens.start(i);
    int to = tokens.end(i);
    while (from < to && !quote(from)) {
      from++;
    }
    for (int quotes = 0; from < to && quotes < 3 && quote(from); quotes++) {
      from++;
    }
    while (to > from && quote(to - 1)) {
      to--;
    }
    return text.substring(from, Math.min(to, from + LONGEST_NAME));
  }

  private boolean quote(int at) {
    return text.charAt(at) == '"' || text.charAt(at) == '\'';
  }

  private String dotted(int first) {
    int last = first;
    while (tokens.is(last + 1, '.')
        && tokens.kind(last + 2) == PythonLexer.NAME
        && last - first < 32) {
      last += 2;
    }
    if (tokens.kind(first) != PythonLexer.NAME) {
      return "";
    }
    if (tokens.end(last) - tokens.start(first) > LONGEST_NAME) {
      return tokens.word(last).substring(0, Math.min(LONGEST_NAME, tokens.word(last).length()));
    }
    if (last == first) {
      return tokens.word(first);
    }
    var s = new StringBuilder();
    for (int i = first; i <= last; i++) {
      s.append(tokens.word(i));
    }
    return s.toString();
  }

  private int afterDotted(int first) {
    int last = first;
    while (tokens.is(last + 1, '.')
        && tokens.kind(last + 2) == PythonLexer.NAME
        && last - first < 32) {
      last += 2;
    }
    return last + 1;
  }

  private String resolve(String name) {
    int dot = name.indexOf('.');
    String head = dot < 0 ? name : name.substring(0, dot);
    String full = aliases.get(head);
    if (full == null && star >= 0 && dot > 0 && customs.add(head)) {
      customary(head);
      full = aliases.get(head);
    }
    if (full == null) {
      return dot < 0 && ofStar(name) ? starred + name : name;
    }
    return dot < 0 ? full : full + name.substring(dot);
  }

  /// Whether a name can be a class of the library of layers that is brought in whole.
  private boolean ofStar(String name) {
    return !starred.isEmpty()
        && !name.isEmpty()
        && Character.isUpperCase(name.charAt(0))
        && !name.endsWith("Error")
        && !name.endsWith("Exception")
        && classes.stream().noneMatch(c -> c.name.equals(name));
  }

  private static final class OpenClass {
    private final String name;
    private final List<String> bases;
    private final int offset;
    private final int column;
    private int end = -1;

    OpenClass(String name, List<String> bases, int offset, int column) {
      this.name = name;
      this.bases = bases;
      this.offset = offset;
      this.column = column;
    }
  }

  private static final class OpenCall {
    private static final OpenCall NONE = new OpenCall(-1, "", -1);
    private final int index;
    private final String name;
    private final int offset;
    private final List<String> keywords = new ArrayList<>(2);
    private String text = "";

    OpenCall(int index, String name, int offset) {
      this.index = index;
      this.name = name;
      this.offset = offset;
    }
  }
}
