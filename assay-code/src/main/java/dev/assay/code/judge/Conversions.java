package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Programs that write weights in another form. A name that says "convert" says it of data as
/// often, so the code must speak of weights.
final class Conversions {
  private Conversions() {}

  /// Forms of weights, as names of programs have them.
  private static final Set<String> FORMS =
      Set.of(
          "ckpt",
          "checkpoint",
          "checkpoints",
          "hf",
          "huggingface",
          "torch",
          "pytorch",
          "pth",
          "tf",
          "tensorflow",
          "onnx",
          "gguf",
          "ggml",
          "megatron",
          "caffe",
          "keras",
          "jax",
          "flax",
          "mlx",
          "ncnn",
          "tflite",
          "coreml",
          "trt",
          "tensorrt",
          "safetensors",
          "fairseq",
          "diffusers",
          "paddle",
          "mindspore",
          "orbax");

  /// What is called or named by whoever reads or writes weights.
  private static final List<String> WEIGHTS =
      List.of(
          "state_dict",
          "torch.load",
          "torch.save",
          "safetensors",
          "checkpoint",
          "ckpt",
          "onnx",
          "gguf",
          "ggml",
          "load_weights",
          "save_weights",
          "get_weights",
          "load_model",
          "save_model",
          "from_pretrained",
          "save_pretrained",
          "tflite",
          "coreml",
          "tensorrt",
          "get_variable",
          "jit.trace",
          "jit.script",
          "saved_model");

  /// What may be weights where nothing says that it is data.
  private static final List<String> PERHAPS = List.of("weight", "tensor", "param", "model");

  /// Whether a program is named for changing the form of weights, and speaks of them.
  static boolean is(CodeFile f) {
    String stem = f.file().name().replaceFirst("\\.\\w+$", "");
    boolean placed = f.in(Zone.CONVERSION);
    if (!placed && !ofForms(stem)) {
      return false;
    }
    boolean data = f.in(Zone.DATA) && !Zones.words(stem).stream().anyMatch(FORMS::contains);
    String code = f.code().toLowerCase(Locale.ROOT);
    return WEIGHTS.stream().anyMatch(code::contains)
        || placed && !data && PERHAPS.stream().anyMatch(code::contains);
  }

  /// Whether a name leads from one form of weights to another, or between one and something else:
  /// `checkpoint2huggingface`, `tf_to_pytorch`.
  private static boolean ofForms(String stem) {
    String name = stem.toLowerCase(Locale.ROOT).replace("_to_", "2").replace("-to-", "2");
    int at = name.indexOf('2');
    while (at > 0 && at + 1 < name.length()) {
      List<String> from = Zones.words(name.substring(0, at));
      List<String> to = Zones.words(name.substring(at + 1));
      boolean joined =
          Character.isLetter(name.charAt(at - 1)) && Character.isLetter(name.charAt(at + 1));
      if (joined && (FORMS.contains(from.getLast()) || FORMS.contains(to.getFirst()))) {
        return true;
      }
      at = name.indexOf('2', at + 1);
    }
    return false;
  }
}
