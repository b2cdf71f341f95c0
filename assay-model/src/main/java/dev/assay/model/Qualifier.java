package dev.assay.model;

/// What a {@link State} alone would hide.
public enum Qualifier {
  /// Some of it is there, and something that belongs to it is not.
  PARTIAL("partial"),
  /// Access asks for something: an account, a form, an agreement.
  GATED("gated"),
  /// A launcher and configuration are here; the loop is a named framework's.
  DELEGATED("delegated to a named framework"),
  /// A pointer file stands where the content should be (for example Git LFS).
  POINTER("pointer, not content"),
  /// A Git submodule that was not inspected.
  SUBMODULE("submodule, not inspected"),
  /// The release says that it will not be given.
  REFUSED("refused"),
  /// A list that names the pieces of the data, so that they can be fetched or checked.
  MANIFEST("manifest"),
  /// A script that fetches or makes it.
  SCRIPT("script"),
  /// Belongs to the base model, not to this one.
  OF_BASE("of the base model"),
  /// Only a vendored or third-party copy was found.
  VENDORED("vendored"),
  /// The file is shorter or otherwise other than its header says.
  INCOMPLETE("incomplete"),
  /// Some of it was read, and more that may belong to it is listed and was not: whether it is whole
  /// cannot be decided.
  UNREAD("not all of it read"),
  /// Found because it reads like what people call by this name, and not because of what it does:
  /// likely, and not proved.
  BY_WORDS("likely, by its words"),
  /// It lies here or is linked, and no document says that it is what was trained on.
  UNTOLD("not said to be what was trained on"),
  /// An adapter or delta that needs another model's weights.
  ADAPTER("adapter, needs its base");

  private final String title;

  Qualifier(String title) {
    this.title = title;
  }

  /// The words that reports print.
  public String title() {
    return title;
  }
}
