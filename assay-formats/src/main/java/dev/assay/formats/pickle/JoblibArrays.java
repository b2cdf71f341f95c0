package dev.assay.formats.pickle;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.pickle.PickleValue.Call;
import dev.assay.formats.pickle.PickleValue.Dict;
import dev.assay.formats.pickle.PickleValue.Int;
import dev.assay.formats.pickle.PickleValue.Str;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arrays that joblib writes into the middle of a pickle: after the opcode that completes a
/// `NumpyArrayWrapper` stand the array's bytes, and the pickle goes on behind them. A walk that
/// does not know this loses its place.
final class JoblibArrays {
  /// An array's bytes in the stream.
  record Found(List<Long> shape, DType type, long from, long length) {}

  private final Cursor in;
  private final List<Found> found = new ArrayList<>();

  JoblibArrays(Cursor in) {
    this.in = in;
  }

  List<Found> found() {
    return found;
  }

  boolean isWrapper(Call call) {
    return call.global()
        .filter(g ->
            g.module().startsWith("joblib.") || g.module().startsWith("sklearn.externals.joblib"))
        .filter(g -> g.name().equals("NumpyArrayWrapper"))
        .isPresent();
  }

  /// Passes over the bytes of a wrapper's array.
  ///
  /// @return whether a pickle stands in the place of the bytes
  boolean read(Call wrapper) {
    if (!(wrapper.state instanceof Dict state)) {
      throw new Malformed(in.position(), "an array has no description");
    }
    var shape = new ArrayList<Long>();
    long elements = 1;
    for (PickleValue d : PickleValue.items(state.get("shape").orElse(PickleValue.Plain.UNKNOWN))) {
      long n = d instanceof Int i ? i.value() : -1;
      if (n < 0 || shape.size() == 64) {
        throw new Malformed(in.position(), "an array has no sound shape");
      }
      shape.add(n);
      try {
        elements = Math.multiplyExact(elements, n);
      } catch (ArithmeticException e) {
        throw new Malformed(in.position(), "an array is larger than any file");
      }
    }
    String code = code(state.get("dtype").orElse(PickleValue.Plain.UNKNOWN));
    // NumPy writes the width of a pointer behind the letter.
    if (code.equals("O") || code.equals("O8") || code.equals("O4")) {
      return true;
    }
    if (state.get("numpy_array_alignment_bytes").filter(v -> v instanceof Int).isPresent()) {
      in.skip(in.u8());
    }
    long width = width(code);
    if (width <= 0) {
      throw new Malformed(in.position(), "an array has the unknown type \"" + code + "\"");
    }
    long length;
    try {
      length = Math.multiplyExact(elements, width);
    } catch (ArithmeticException e) {
      throw new Malformed(in.position(), "an array is larger than any file");
    }
    DType type = DTypes.numpy(code);
    if (found.size() < Limits.FACTS) {
      found.add(
          new Found(
              List.copyOf(shape), type == null ? DTypes.UNKNOWN : type, in.position(), length));
    }
    in.skip(length);
    return false;
  }

  /// The code of a NumPy type that a pickle builds: `dtype('f8', False, True)`.
  static String code(PickleValue dtype) {
    return dtype instanceof Call c && c.argument(0) instanceof Str s ? s.value() : "";
  }

  private static long width(String code) {
    @Nullable DType known = DTypes.numpy(code);
    if (known != null) {
      return (long) known.bits() / 8;
    }
    // Texts and records carry their width in the code: S12, U8 (four bytes each), V56.
    if (code.length() < 2 || code.length() > 9) {
      return -1;
    }
    long n = 0;
    for (int i = 1; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      n = n * 10 + (c - '0');
    }
    return switch (code.charAt(0)) {
      case 'S', 'V', 'a', 'M', 'm', 'f', 'c' -> n;
      case 'U' -> 4 * n;
      default -> -1;
    };
  }
}
