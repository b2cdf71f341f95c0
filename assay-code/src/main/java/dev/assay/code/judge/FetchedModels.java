package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zones;
import java.util.List;
import java.util.Set;

/// Programs whose model comes out of a function of the release that gets published weights from a
/// hub: `model = load_flow_model(name)`, where that function makes the network and puts into it
/// what it downloads. Such a program trains those weights on. Linear in the lengths of the program
/// and of the modules that it names.
final class FetchedModels {
  /// What a function that loads the whole model loads, by a word of its name.
  private static final Set<String> WHOLE =
      Set.of("model", "models", "flow", "net", "network", "unet", "transformer", "dit");

  private static final List<String> FETCHES =
      List.of("hf_hub_download(", "snapshot_download(", "load_from_hub(");

  private static final List<String> LOADS =
      List.of("load_state_dict(", "load_weights(", ".from_pretrained(");

  /// A longer function does many things.
  private static final int LONGEST = 6_000;

  private final Modules modules;

  FetchedModels(Modules modules) {
    this.modules = modules;
  }

  /// Whether a program begins with such a model.
  boolean begins(CodeFile program) {
    if (program.language() != Language.PYTHON) {
      return false;
    }
    for (Outline.Import i : program.shape().imports()) {
      String name = i.name().substring(i.name().lastIndexOf('.') + 1);
      if (loadsModel(name) && program.code().contains("= " + i.as() + "(")) {
        CodeFile module = modules.resolve(i.name(), program.file().path());
        if (module != null && module.measure().loads() && fetches(module.code(), name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean loadsModel(String name) {
    if (!name.startsWith("load_")) {
      return false;
    }
    List<String> words = Zones.words(name);
    return words.stream().anyMatch(w -> WHOLE.contains(w.replaceAll("\\d+$", "")))
        && words.stream().noneMatch(Words.PARTS::contains);
  }

  /// Whether the function of this name gets weights and loads them.
  private static boolean fetches(String code, String name) {
    int from = code.indexOf("def " + name + "(");
    if (from < 0) {
      return false;
    }
    int end = code.indexOf("\ndef ", from);
    int last = Math.min(end < 0 ? code.length() : end, from + LONGEST);
    String body = code.substring(from, last);
    return FETCHES.stream().anyMatch(body::contains) && LOADS.stream().anyMatch(body::contains);
  }
}
