package dev.assay.rebuild.compare;

import dev.assay.formats.JsonValue;
import dev.assay.io.ByteSource;
import dev.assay.rebuild.compare.FieldDiff.Nature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// JSON: values apart from formatting and the order of keys. Numbers are gathered and compared as
/// numbers.
final class JsonForm {
  private final Comparer comparer;
  private final List<double[]> numbers = new ArrayList<>();
  private boolean numbersDiffer;
  private int others;

  JsonForm(Comparer comparer) {
    this.comparer = comparer;
  }

  void compare(String name, byte[] a, byte[] b) {
    JsonValue va = JsonValue.read(ByteSource.of(a));
    JsonValue vb = JsonValue.read(ByteSource.of(b));
    comparer.used("JSON: values apart from formatting and order of keys");
    walk(name, "", va, vb);
    if (numbersDiffer) {
      double[] old = numbers.stream().mapToDouble(n -> n[0]).toArray();
      double[] now = numbers.stream().mapToDouble(n -> n[1]).toArray();
      comparer.numbers(
          name, new Numbers("numbers", old).compare(name, new Numbers("numbers", now)));
    }
    if (!numbersDiffer && others == 0) {
      comparer.differs(name + "#format", Nature.METADATA, "equal values are written otherwise");
    }
  }

  private void walk(String name, String path, JsonValue a, JsonValue b) {
    switch (a) {
      case JsonValue.Obj o when b instanceof JsonValue.Obj p -> {
        for (Map.Entry<String, JsonValue> e : o.members().entrySet()) {
          JsonValue is = p.members().get(e.getKey());
          if (is == null) {
            differs(name, path + "/" + e.getKey(), "is gone");
          } else {
            walk(name, path + "/" + e.getKey(), e.getValue(), is);
          }
        }
        p.members().keySet().stream()
            .filter(k -> !o.members().containsKey(k))
            .forEach(k -> differs(name, path + "/" + k, "is new"));
      }
      case JsonValue.Arr x when b instanceof JsonValue.Arr y -> {
        if (x.items().size() != y.items().size()) {
          differs(name, path, x.items().size() + " and " + y.items().size() + " items");
        } else {
          for (int i = 0; i < x.items().size(); i++) {
            walk(name, path + "/" + i, x.items().get(i), y.items().get(i));
          }
        }
      }
      case JsonValue.Num x when b instanceof JsonValue.Num y -> {
        double p = Double.parseDouble(x.written());
        double q = Double.parseDouble(y.written());
        numbers.add(new double[] {p, q});
        numbersDiffer |= p != q;
      }
      default -> {
        if (a.getClass() != b.getClass() || !a.plain().equals(b.plain())) {
          differs(name, path, "\"" + a.plain() + "\" -> \"" + b.plain() + "\"");
        }
      }
    }
  }

  private void differs(String name, String path, String detail) {
    others++;
    // A value that is no number may be a name as well as a parameter written as text: content.
    comparer.differs(name + "#" + path, Nature.CONTENT, detail);
  }
}
