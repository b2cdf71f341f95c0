package dev.assay.formats.pickle;

import dev.assay.formats.pickle.PickleValue.Call;
import dev.assay.formats.pickle.PickleValue.Dict;
import dev.assay.formats.pickle.PickleValue.Str;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Visits everything that a described value holds, each container once, in the order of the pickle.
/// A kilobyte of pickle can describe more paths than there are atoms; it cannot describe more
/// containers than it has bytes.
final class ValueWalk {
  /// Told of each value, with the path of names that leads to it.
  interface Visitor {
    /// @return whether its parts are visited too
    boolean visit(String path, PickleValue value);
  }

  private static final int MOST = 3_000_000;
  private static final int PATH = 1024;

  private record Item(String path, PickleValue value) {}

  private ValueWalk() {}

  static void walk(PickleValue root, Visitor visitor) {
    Set<PickleValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var todo = new ArrayDeque<Item>();
    todo.push(new Item("", root));
    for (int n = 0; !todo.isEmpty() && n < MOST; n++) {
      Item item = todo.pop();
      if (!visitor.visit(item.path(), item.value())) {
        continue;
      }
      switch (item.value()) {
        case PickleValue.Tuple t -> {
          if (seen.add(t)) {
            pushAll(todo, item.path(), t.items());
          }
        }
        case PickleValue.Many m -> {
          if (seen.add(m)) {
            pushAll(todo, item.path(), m.items());
          }
        }
        case Dict d -> {
          if (seen.add(d)) {
            pushMembers(todo, item.path(), d);
          }
        }
        case Call c -> {
          if (seen.add(c)) {
            pushAll(todo, item.path(), c.list);
            pushMembers(todo, item.path(), c.items);
            todo.push(new Item(item.path(), c.state));
            todo.push(new Item(item.path(), c.arguments));
            todo.push(new Item(item.path(), c.callee));
          }
        }
        default -> {}
      }
    }
  }

  private static void pushAll(ArrayDeque<Item> todo, String path, List<PickleValue> items) {
    for (int i = items.size() - 1; i >= 0; i--) {
      PickleValue v = items.get(i);
      boolean part = v instanceof Dict || v instanceof Call || v instanceof PickleValue.Many;
      todo.push(new Item(part && items.size() > 1 ? join(path, String.valueOf(i)) : path, v));
    }
  }

  private static void pushMembers(ArrayDeque<Item> todo, String path, Dict d) {
    for (int i = d.keys.size() - 1; i >= 0; i--) {
      String key =
          d.keys.get(i) instanceof Str s ? s.value() : PickleValue.plain(d.keys.get(i)).orElse("?");
      todo.push(new Item(join(path, key), d.values.get(i)));
    }
  }

  private static String join(String path, String key) {
    if (path.isEmpty() || path.length() > PATH) {
      return key;
    }
    return path + "." + key;
  }
}
