package dev.assay.code.roles;

import dev.assay.code.outline.Outline;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Options for the weights to begin with. A program whose option may be left out, and that asks
/// whether it was given before it loads anything, trains from fresh weights without it and trains
/// on with it: it does both, and whoever starts it decides. Linear in the length of the source.
public final class GivenOptions {
  /// A value that stands for nothing, as the default of an option.
  private static final Pattern NOTHING =
      Pattern.compile("default\\s*=\\s*(None\\b|\"\"|'')|^[^,]*,\\s*(None\\b|\"\"|'')\\s*[,)]");

  /// The names of such options without their dashes, as settings have them.
  public static final Set<String> NAMES =
      Words.GIVEN_OPTIONS.stream()
          .filter(option -> option.startsWith("--"))
          .map(option -> option.substring(2))
          .collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST = 1_000;

  /// How long what holds an option's value is at most: `self.args.`.
  private static final int NAME = 60;

  private GivenOptions() {}

  /// Whether an option has nothing for its default and the source asks for it: `if
  /// args.pretrained_model is not None`.
  ///
  /// @param call the call that declares it
  /// @param text the source
  public static boolean mayBeLeftOut(Outline.Call call, String text) {
    int end = Math.min(Math.min(call.end(), call.offset() + LONGEST), text.length());
    String declared = text.substring(Math.min(call.offset(), end), end);
    boolean nothing =
        NOTHING.matcher(declared).find()
            || !declared.contains("default") && !declared.contains("required=True");
    String name = call.text().replaceFirst("^-+", "").replace('-', '_');
    return nothing && asked(name, text);
  }

  /// Whether a model is made by its name out of a checkpoint: `registry[name](checkpoint=path)`.
  public static boolean registered(String text) {
    int at = text.indexOf("registry[");
    return at >= 0 && REGISTERED.matcher(text.substring(at)).find();
  }

  private static final Pattern REGISTERED =
      Pattern.compile("registry\\[[^\\]\n]{1,80}\\]\\(\\s*checkpoint\\s*=\\s*(?!None\\b)\\w");

  private static boolean asked(String name, String text) {
    if (name.isEmpty()) {
      return false;
    }
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int from = at;
      while (from > 0
          && at - from <= NAME
          && (Character.isJavaIdentifierPart(text.charAt(from - 1))
              || text.charAt(from - 1) == '.')) {
        from--;
      }
      int to = at + name.length();
      boolean whole = to == text.length() || !Character.isJavaIdentifierPart(text.charAt(to));
      boolean own = at == from || text.charAt(at - 1) == '.';
      String before = text.substring(Math.max(0, from - 8), from);
      if (whole && own && ASKS.matcher(before).find()) {
        return true;
      }
    }
    return false;
  }

  private static final Pattern ASKS = Pattern.compile("\\b(if|elif)\\s+(not\\s+)?\\(?$");
}
