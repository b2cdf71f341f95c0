package dev.assay.formats;

import java.util.Optional;

/// Template code inside weights and tokenizer files. A template is run by whoever chats with the
/// model; one that reaches for Python's inner names leaves the sandbox where there is none
/// (server-side template injection, as in CVE-2024-34359).
public final class ChatTemplate {
  private static final String[] SIGNS = {
    "__class__",
    "__globals__",
    "__subclasses__",
    "__builtins__",
    "__import__",
    "__mro__",
    "__base__",
    "__bases__",
    "__init__",
    "__getattribute__",
    "__dict__",
    "__code__",
    "__reduce__",
    "os.popen",
    ".popen(",
    "os.system",
    "subprocess",
    "eval(",
    "exec(",
    "importlib",
    "\\x5f\\x5f",
    "\\u005f",
    "cycler.",
    "joiner.",
    "lipsum.",
    "get_flashed_messages",
    "|attr(",
    "| attr(",
    "{% import",
    "{%- import",
    "{% include",
    "{%- include"
  };

  private ChatTemplate() {}

  /// What is wrong with a template, in a sentence without a full stop; empty where nothing is seen.
  public static Optional<String> danger(String template) {
    for (String sign : SIGNS) {
      if (template.contains(sign)) {
        return Optional.of(
            "a template holds \""
                + sign
                + "\": it would run code when the model is used outside a sandbox"
                + " (template injection, as in CVE-2024-34359)");
      }
    }
    return Optional.empty();
  }
}
