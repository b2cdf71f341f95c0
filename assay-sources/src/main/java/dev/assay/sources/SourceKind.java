package dev.assay.sources;

import java.util.List;
import java.util.Optional;

/// A kind of place where releases live. A new kind is one class of this, named in {@link Sources}.
public interface SourceKind {

  /// How references of this kind are written, for help and messages.
  List<String> forms();

  /// Whether `reference` is one of this kind. Nothing is opened for it but what lies on this
  /// machine.
  Optional<Recognised> recognise(String reference, SourceOptions options);

  /// The reference that opens the same again, where this kind has revisions and knows the
  /// reference.
  ///
  /// @param revision what it was pinned to
  default Optional<String> pinned(String reference, String revision) {
    return Optional.empty();
  }

  /// A reference that was recognised.
  ///
  /// @param because what it is and how that was told, one sentence for the user
  /// @param name a short name for the source
  /// @param opener opens it
  record Recognised(String because, String name, Opener opener) {}

  /// Opens what was recognised.
  interface Opener {
    /// Opens it under the identifier `id`.
    Reached open(String id, Session session);
  }
}
