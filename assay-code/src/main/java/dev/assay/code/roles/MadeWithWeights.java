package dev.assay.code.roles;

import dev.assay.code.outline.Outline;
import java.util.regex.Pattern;

/// Calls that make a network and fill it with trained weights at once, as the zoos of libraries do:
/// `Net(pretrained=True)`, `create_model("net", pretrained=True)`, `net(weights="DEFAULT")`.
public final class MadeWithWeights {
  /// What such an argument is set to: what a variable holds may be nothing.
  private static final Pattern FILLED =
      Pattern.compile(
          "\\b(pretrained|weights)\\s*=\\s*(True\\b|[\"'][\\w./:-]|[A-Z]\\w{0,40}Weights\\.)");

  /// A longer call is none that only makes a network.
  private static final int LONGEST = 400;

  private MadeWithWeights() {}

  /// Whether a call is one.
  ///
  /// @param text the source that it stands in
  public static boolean is(Outline.Call call, String text) {
    if (!call.keywords().contains("pretrained") && !call.keywords().contains("weights")) {
      return false;
    }
    int end = Math.min(Math.min(call.end(), call.offset() + LONGEST), text.length());
    return FILLED.matcher(text.substring(Math.min(call.offset(), end), end)).find();
  }
}
