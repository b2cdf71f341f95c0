package dev.assay.rebuild.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Arguments with `${name}` in them. There is no escape and no nesting.
public final class Template {
  private Template() {}

  /// The names that an argument uses.
  public static List<String> names(String argument) {
    List<String> names = new ArrayList<>();
    for (int at = argument.indexOf("${"); at >= 0; at = argument.indexOf("${", at + 2)) {
      int end = argument.indexOf('}', at);
      if (end < 0) {
        break;
      }
      names.add(argument.substring(at + 2, end));
    }
    return names;
  }

  /// An argument with its names replaced; a name that has no value stays as it is.
  public static String fill(String argument, Map<String, String> values) {
    var out = new StringBuilder();
    int from = 0;
    for (int at = argument.indexOf("${"); at >= 0; at = argument.indexOf("${", from)) {
      int end = argument.indexOf('}', at);
      if (end < 0) {
        break;
      }
      String value = values.get(argument.substring(at + 2, end));
      out.append(argument, from, at)
          .append(value == null ? argument.substring(at, end + 1) : value);
      from = end + 1;
    }
    return out.append(argument.substring(from)).toString();
  }
}
