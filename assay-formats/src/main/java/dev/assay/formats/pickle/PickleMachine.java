package dev.assay.formats.pickle;

import dev.assay.formats.Limits;
import dev.assay.formats.pickle.PickleValue.Call;
import dev.assay.formats.pickle.PickleValue.Dict;
import dev.assay.formats.pickle.PickleValue.Global;
import dev.assay.formats.pickle.PickleValue.Int;
import dev.assay.formats.pickle.PickleValue.Many;
import dev.assay.formats.pickle.PickleValue.Persistent;
import dev.assay.formats.pickle.PickleValue.Plain;
import dev.assay.formats.pickle.PickleValue.Real;
import dev.assay.formats.pickle.PickleValue.Str;
import dev.assay.formats.pickle.PickleValue.Tuple;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks the opcodes of pickles one after another and describes what they would make. All six
/// protocols.
///
/// A stack that does not fit is noted and walked on: Python may be more patient than this machine,
/// and what follows could still be an attack. Bytes that are no opcode end the walk, for Python
/// too.
final class PickleMachine {
  // Values kept at all: what a state dictionary of a hundred thousand tensors takes.
  private static final int VALUES = 1_500_000;
  private static final int OPCODES = 30_000_000;
  private static final int LINE = 16 * 1024;
  private static final int SMALLEST_FRAME = 4;
  // Texts and bytes, which are put between frames when they are large.
  private static final String LARGE = "BX\u008d\u008e\u0096";
  private static final int DOUBLINGS = 20;
  private static final int STACK = 1_000_000;
  // Bytes of text that are kept at all; of texts beyond it only the beginning.
  private static final long TEXT = 16L << 20;

  /// Something that a pickle imports.
  ///
  /// @param module the module, dotted
  /// @param name the name in it
  /// @param from the first byte of the opcode
  /// @param to the byte after it
  /// @param odd how the name came about, when not as one piece; otherwise empty
  record Import(String module, String name, long from, long to, String odd) {
    String path() {
      return module + "." + name;
    }
  }

  private final Cursor in;
  private ArrayList<PickleValue> memo = new ArrayList<>();
  private ArrayList<PickleValue> stack = new ArrayList<>();
  // The stack's height at each open mark: looking for the last mark in the stack would cost a walk.
  private ArrayList<Integer> marks = new ArrayList<>();
  private final List<Import> imports = new ArrayList<>();
  private final JoblibArrays arrays;
  private final NestedPickles nested = new NestedPickles();
  private long textKept;
  private long values;
  private long opcodes;
  private final Set<String> dangers = new LinkedHashSet<>();
  // Values that hold one value at least twice, with how often that happened in a row beneath them.
  private final Map<PickleValue, Integer> doubled = new IdentityHashMap<>();
  private long frameEnd = -1;
  private long unframed;
  private @Nullable String oddity;
  private boolean over;
  private int protocol;
  private int embedded;

  PickleMachine(Cursor in) {
    this.in = in;
    this.arrays = new JoblibArrays(in);
  }

  /// Everything imported so far, in order.
  List<Import> imports() {
    return imports;
  }

  /// The arrays whose bytes stand inside the stream, as joblib writes them.
  JoblibArrays arrays() {
    return arrays;
  }

  /// Pickles that stand in it as data.
  NestedPickles nested() {
    return nested;
  }

  /// What does not fit in the pickles so far, the first such thing.
  Optional<String> oddity() {
    return Optional.ofNullable(oddity);
  }

  /// What two readers would see differently, and what grows beyond any memory.
  Set<String> dangers() {
    return dangers;
  }

  private void disagreement(String what) {
    dangers.add(
        what
            + ": Python's own two readers see different pickles in it (parser disagreement, pickle"
            + " FRAME)");
  }

  /// Notes that a value holds another one twice. Lists of lists that do so one in the other need
  /// memory or time that doubles with each.
  private void twice(PickleValue outer, PickleValue inner) {
    if (!(inner instanceof Many || inner instanceof Tuple || inner instanceof Dict)
        || outer == inner) {
      return;
    }
    int level = Math.max(doubled.getOrDefault(outer, 0), doubled.getOrDefault(inner, 0) + 1);
    if (doubled.size() < VALUES / 10) {
      doubled.put(outer, level);
    }
    if (level >= DOUBLINGS) {
      dangers.add(
          "holds values in one another that double "
              + DOUBLINGS
              + " times and more: whatever walks over them does not come to an end (pickle expansion"
              + " bomb, billion laughs)");
    }
  }

  /// Whether there was more than is kept.
  boolean over() {
    return over;
  }

  /// The protocol of the last pickle; 0 where it names none.
  int protocol() {
    return protocol;
  }

  /// How many opcodes were walked.
  long opcodes() {
    return opcodes;
  }

  /// Walks one pickle to its end.
  ///
  /// @return what it would make
  /// @throws Malformed at bytes that are no opcode, or past the end
  PickleValue run() {
    memo = new ArrayList<>();
    stack = new ArrayList<>();
    marks = new ArrayList<>();
    protocol = 0;
    frameEnd = -1;
    unframed = 0;
    while (true) {
      if (++opcodes > OPCODES) {
        over = true;
        throw new Malformed(in.position(), "more than " + OPCODES + " opcodes");
      }
      long at = in.position();
      int op = in.u8();
      if (op == '.') {
        return pop();
      }
      boolean outside = frameEnd < 0 && op != 0x80 && LARGE.indexOf(op) < 0;
      step(op, at);
      if (outside && op != 0x95) {
        unframed += op == 'b' ? 1 : in.position() - at;
      }
      if (frameEnd >= 0 && in.position() >= frameEnd) {
        // What stands across the end of a frame is read by one of Python's readers from behind the
        // frame, and by the other as if there were none.
        if (in.position() > frameEnd && op != 0x95 && op != 'b') {
          disagreement("an opcode stands across the end of a frame");
        }
        frameEnd = -1;
      }
    }
  }

  private void step(int op, long at) {
    switch (op) {
      case '(' -> {
        if (marks.size() >= STACK) {
          throw new Malformed(at, "more than " + STACK + " open marks");
        }
        marks.add(stack.size());
      }
      case '0' -> {
        if (atMark()) {
          marks.removeLast();
        } else {
          pop();
        }
      }
      case '1' -> toMark();
      case '2' -> push(stack.isEmpty() ? Plain.UNKNOWN : stack.getLast());
      case 'N' -> push(Plain.NONE);
      case 0x88 -> push(Plain.TRUE);
      case 0x89 -> push(Plain.FALSE);
      case 'F', 'I', 'L' -> push(number(line()));
      case 'J' -> push(new Int(in.i32()));
      case 'K' -> push(new Int(in.u8()));
      case 'M' -> push(new Int(in.u16()));
      case 'G' -> {
        in.order(ByteOrder.BIG_ENDIAN);
        double d = in.f64();
        in.order(ByteOrder.LITTLE_ENDIAN);
        push(new Real(d));
      }
      case 0x8a -> longNumber(in.u8());
      case 0x8b -> longNumber(in.u32());
      case 'S', 'V' -> push(new Str(unquoted(line())));
      case 'T', 'X' -> text(in.u32());
      case 'U', 0x8c -> text(in.u8());
      case 0x8d -> text(in.i64());
      case 'B' -> bytes(in.u32());
      case 'C' -> bytes(in.u8());
      case 0x8e, 0x96 -> bytes(in.i64());
      case 0x80 -> {
        protocol = in.u8();
        if (protocol > 5) {
          throw new Malformed(at, "names pickle protocol " + protocol + "; 0 to 5 are known");
        }
      }
      case 0x95 -> {
        long length = in.i64();
        // Python's two readers differ here: one refuses the pickle, the other obeys what is there.
        if (length < 0 || length > in.remaining()) {
          odd("a frame is longer than the pickle, which some readers refuse and others run");
        } else {
          if (in.position() <= frameEnd) {
            disagreement("a frame begins inside another");
          }
          frameEnd = in.position() + length;
          // Whoever writes frames leaves less than four bytes between them, but for large data.
          if (unframed >= SMALLEST_FRAME) {
            disagreement("a frame follows opcodes that stand in none");
          }
          unframed = 0;
        }
      }
      case 0x97, 0x98 -> {
        if (op == 0x97) {
          push(Plain.UNKNOWN);
        }
      }
      case ')' -> push(new Tuple(List.of()));
      case 't' -> push(new Tuple(toMark()));
      case 0x85 -> tuple(1);
      case 0x86 -> tuple(2);
      case 0x87 -> tuple(3);
      case ']', 0x8f -> push(new Many(new ArrayList<>()));
      case 'l', 0x91 -> push(new Many(new ArrayList<>(toMark())));
      case 'a' -> {
        PickleValue item = pop();
        extend(List.of(item));
      }
      case 'e', 0x90 -> extend(toMark());
      case '}' -> push(new Dict());
      case 'd' -> {
        List<PickleValue> pairs = toMark();
        push(new Dict());
        put(pairs);
      }
      case 's' -> {
        PickleValue value = pop();
        put(List.of(pop(), value));
      }
      case 'u' -> put(toMark());
      case 'p' -> memoize(index(line(), at));
      case 'q' -> memoize(in.u8());
      case 'r' -> memoize(in.u32());
      case 0x94 -> memoize(memo.size());
      case 'g' -> push(recall(index(line(), at)));
      case 'h' -> push(recall(in.u8()));
      case 'j' -> push(recall(in.u32()));
      case 'P' -> push(new Persistent(new Str(line())));
      case 'Q' -> push(new Persistent(pop()));
      default -> call(op, at);
    }
  }

  /// The opcodes that import and call.
  private void call(int op, long at) {
    switch (op) {
      case 'c' -> push(imported(line(), line(), at, ""));
      case 'i' -> {
        Global g = imported(line(), line(), at, "");
        push(new Call(g, new Tuple(toMark())));
      }
      case 0x93 -> stackGlobal(at);
      case 0x82 -> extension(in.u8(), at);
      case 0x83 -> extension(in.u16(), at);
      case 0x84 -> extension(in.u32(), at);
      case 'o' -> {
        List<PickleValue> items = toMark();
        PickleValue callee = items.isEmpty() ? Plain.UNKNOWN : items.getFirst();
        push(new Call(callee, new Tuple(items.isEmpty() ? items : items.subList(1, items.size()))));
      }
      case 'R', 0x81 -> {
        PickleValue arguments = pop();
        push(new Call(pop(), arguments));
      }
      case 0x92 -> {
        pop();
        PickleValue arguments = pop();
        push(new Call(pop(), arguments));
      }
      case 'b' -> {
        PickleValue state = pop();
        if (!stack.isEmpty() && stack.getLast() instanceof Call c) {
          c.state = state;
          if (arrays.isWrapper(c) && arrays.read(c)) {
            embeddedPickle();
          }
        }
      }
      default -> throw new Malformed(at, "0x" + Integer.toHexString(op) + " is no pickle opcode");
    }
  }

  /// joblib puts a whole pickle where the bytes of an array of objects would be.
  private void embeddedPickle() {
    if (++embedded > Limits.DEPTH) {
      throw new Malformed(in.position(), "pickles are nested more than " + Limits.DEPTH + " deep");
    }
    ArrayList<PickleValue> outerStack = stack;
    ArrayList<PickleValue> outerMemo = memo;
    ArrayList<Integer> outerMarks = marks;
    int outerProtocol = protocol;
    long outerFrame = frameEnd;
    long outerUnframed = unframed;
    run();
    stack = outerStack;
    memo = outerMemo;
    marks = outerMarks;
    protocol = outerProtocol;
    frameEnd = outerFrame;
    unframed = outerUnframed;
    embedded--;
  }

  private Global imported(String module, String name, long at, String odd) {
    if (imports.size() < Limits.FACTS) {
      imports.add(new Import(module, name, at, in.position(), odd));
    } else {
      over = true;
    }
    return new Global(module, name);
  }

  private void stackGlobal(long at) {
    PickleValue name = pop();
    PickleValue module = pop();
    if (name instanceof Str n && module instanceof Str m) {
      push(imported(m.value(), n.value(), at, ""));
    } else {
      push(imported("?", "?", at, "its name is put together while loading"));
    }
  }

  private void extension(long code, long at) {
    push(imported("extension", String.valueOf(code), at, "extension"));
  }

  private void push(PickleValue value) {
    if (stack.size() >= STACK) {
      throw new Malformed(in.position(), "the stack is over " + STACK + " values");
    }
    stack.add(value);
  }

  private boolean atMark() {
    return !marks.isEmpty() && marks.getLast() >= stack.size();
  }

  private PickleValue pop() {
    if (stack.isEmpty() || atMark()) {
      odd("takes a value from an empty stack");
      return Plain.UNKNOWN;
    }
    return stack.removeLast();
  }

  private void odd(String what) {
    if (oddity == null) {
      oddity = what + " (at byte " + in.position() + ")";
    }
  }

  private List<PickleValue> toMark() {
    if (marks.isEmpty()) {
      odd("looks for a mark that is not there");
      return List.of();
    }
    int from = Math.min(marks.removeLast(), stack.size());
    List<PickleValue> items = List.copyOf(stack.subList(from, stack.size()));
    stack.subList(from, stack.size()).clear();
    return items;
  }

  private void tuple(int n) {
    var items = new PickleValue[n];
    for (int i = n - 1; i >= 0; i--) {
      items[i] = pop();
    }
    var made = new Tuple(List.of(items));
    for (int i = 1; i < n; i++) {
      if (items[i] == items[i - 1]) {
        twice(made, items[i]);
      }
    }
    push(made);
  }

  private boolean room(int more) {
    values += more;
    over |= values > VALUES;
    return values <= VALUES;
  }

  private void extend(List<PickleValue> items) {
    if (stack.isEmpty() || !room(items.size())) {
      return;
    }
    PickleValue before = null;
    if (stack.getLast() instanceof Many m && !m.items().isEmpty()) {
      before = m.items().getLast();
    }
    for (PickleValue item : items) {
      if (item == before) {
        twice(stack.getLast(), item);
      } else if (doubled.containsKey(item)) {
        doubled.merge(stack.getLast(), doubled.get(item), Math::max);
      }
      before = item;
    }
    switch (stack.getLast()) {
      case Many m -> m.items().addAll(items);
      case Call c -> c.list.addAll(items);
      default -> {}
    }
  }

  private void put(List<PickleValue> pairs) {
    if (stack.isEmpty() || !room(pairs.size())) {
      return;
    }
    Dict into =
        switch (stack.getLast()) {
          case Dict d -> d;
          case Call c -> c.items;
          default -> null;
        };
    if (into == null) {
      return;
    }
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      into.keys.add(pairs.get(i));
      into.values.add(pairs.get(i + 1));
    }
  }

  private void memoize(long index) {
    if (stack.isEmpty()) {
      odd("remembers a value where there is none");
      return;
    }
    // Indexes are dense in what picklers write; a wild one would only cost memory.
    if (index < 0 || index > memo.size() + 65_536L || index > VALUES) {
      over = true;
      return;
    }
    while (memo.size() <= index) {
      memo.add(Plain.UNKNOWN);
    }
    memo.set((int) index, stack.getLast());
  }

  private PickleValue recall(long index) {
    return index >= 0 && index < memo.size() ? memo.get((int) index) : Plain.UNKNOWN;
  }

  private void longNumber(long length) {
    in.requireLeft(length);
    if (length > 8) {
      in.skip(length);
      push(Plain.UNKNOWN);
      return;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) in.u8() << 8 * i;
    }
    int unused = 64 - 8 * (int) length;
    push(new Int(length == 0 ? 0 : value << unused >> unused));
  }

  private void text(long length) {
    in.requireLeft(length);
    long at = in.position();
    int kept = (int) Math.min(length, textKept < TEXT ? Limits.FACT : 64);
    textKept += kept;
    String text = new String(in.bytes(kept), StandardCharsets.UTF_8);
    in.skip(length - kept);
    nested.look(text, at, at + length);
    push(new Str(text));
  }

  private void bytes(long length) {
    in.requireLeft(length);
    push(new PickleValue.Bytes(length, in.position()));
    nested.look(in, length);
    in.skip(length);
  }

  // Arrays stand in the oldest protocol as one line of text, so that only its beginning is kept.
  private String line() {
    var bytes = new java.io.ByteArrayOutputStream(32);
    for (int b = in.u8(); b != '\n'; b = in.u8()) {
      if (bytes.size() < LINE) {
        bytes.write(b);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String unquoted(String line) {
    boolean quoted =
        line.length() > 1
            && (line.charAt(0) == '\'' || line.charAt(0) == '"')
            && line.charAt(line.length() - 1) == line.charAt(0);
    return quoted ? line.substring(1, line.length() - 1) : line;
  }

  private static PickleValue number(String line) {
    if (line.equals("00")) {
      return Plain.FALSE;
    }
    if (line.equals("01")) {
      return Plain.TRUE;
    }
    String digits = line.endsWith("L") ? line.substring(0, line.length() - 1) : line;
    try {
      return new Int(Long.parseLong(digits.strip()));
    } catch (NumberFormatException e) {
      return Plain.UNKNOWN;
    }
  }

  private static long index(String line, long at) {
    try {
      return Long.parseLong(line.strip());
    } catch (NumberFormatException e) {
      throw new Malformed(at, "a place in memory is not a number");
    }
  }
}
