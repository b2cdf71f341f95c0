package dev.assay.formats.pickle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a pickle would make, as a description of it. Containers can hold themselves: whoever walks
/// them keeps a budget.
sealed interface PickleValue {

  /// A text, perhaps cut.
  record Str(String value) implements PickleValue {}

  /// A whole number that a long holds.
  record Int(long value) implements PickleValue {}

  /// A fractional number.
  record Real(double value) implements PickleValue {}

  /// Bytes that were passed over.
  record Bytes(long length, long from) implements PickleValue {}

  /// A value without parts that nothing here needs to tell further.
  enum Plain implements PickleValue {
    NONE,
    TRUE,
    FALSE,
    /// Anything else, or something over a limit.
    UNKNOWN
  }

  /// A class or function named by its module: what an import would fetch.
  record Global(String module, String name) implements PickleValue {
    String path() {
      return module + "." + name;
    }

    boolean is(String wantedModule, String wantedName) {
      return module.equals(wantedModule) && name.equals(wantedName);
    }
  }

  /// A tuple.
  record Tuple(List<PickleValue> items) implements PickleValue {}

  /// A list or a set: it can grow after it was made.
  record Many(ArrayList<PickleValue> items) implements PickleValue {
    // A list may hold itself, so equality is identity and the text names no items.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return "list of " + items.size();
    }
  }

  /// A dictionary.
  final class Dict implements PickleValue {
    final ArrayList<PickleValue> keys = new ArrayList<>();
    final ArrayList<PickleValue> values = new ArrayList<>();

    /// The last value with this text as its key.
    Optional<PickleValue> get(String key) {
      for (int i = keys.size() - 1; i >= 0; i--) {
        if (keys.get(i) instanceof Str s && s.value().equals(key)) {
          return Optional.of(values.get(i));
        }
      }
      return Optional.empty();
    }
  }

  /// The result of calling something: an object, with what was set and put into it afterwards.
  final class Call implements PickleValue {
    final PickleValue callee;
    final PickleValue arguments;
    PickleValue state = Plain.NONE;
    final Dict items = new Dict();
    final ArrayList<PickleValue> list = new ArrayList<>();

    Call(PickleValue callee, PickleValue arguments) {
      this.callee = callee;
      this.arguments = arguments;
    }

    /// The class or function that is called, where it is one.
    Optional<Global> global() {
      return callee instanceof Global g ? Optional.of(g) : Optional.empty();
    }

    /// The n-th argument; UNKNOWN where there is none.
    PickleValue argument(int n) {
      return arguments instanceof Tuple t && n < t.items().size()
          ? t.items().get(n)
          : Plain.UNKNOWN;
    }
  }

  /// A reference to something outside the pickle, such as a storage.
  record Persistent(PickleValue id) implements PickleValue {}

  /// The items of a tuple or list; empty for anything else.
  static List<PickleValue> items(PickleValue value) {
    return switch (value) {
      case Tuple t -> t.items();
      case Many m -> m.items();
      default -> List.of();
    };
  }

  /// A value as a short text, where it is one piece.
  static Optional<String> plain(PickleValue value) {
    return switch (value) {
      case Str s -> Optional.of(s.value());
      case Int i -> Optional.of(String.valueOf(i.value()));
      case Real r -> Optional.of(String.valueOf(r.value()));
      case Plain p ->
          switch (p) {
            case TRUE -> Optional.of("true");
            case FALSE -> Optional.of("false");
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }
}
