package dev.assay.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One source of a release: where it came from and what it was pinned to.
///
/// @param id a short name, unique in the release, used by {@link Evidence#source()}
/// @param kind `folder`, `file`, `archive`, `git`, `hub`, ...
/// @param reference what the user named
/// @param revision what it is pinned to: a commit, a content digest; null where it has none
/// @param readAt when a remote source was read, ISO 8601; null for local sources, so that reports
///   are the same each time
/// @param files how many files were listed
/// @param bytes their total size in bytes, as listed
/// @param partial what could not be listed or read, in words; empty when everything was
public record SourceInfo(
    String id,
    String kind,
    String reference,
    @Nullable String revision,
    @Nullable String readAt,
    long files,
    long bytes,
    List<String> partial) {
  public SourceInfo {
    partial = List.copyOf(partial);
  }

  /// The same with something more that could not be listed or read.
  public SourceInfo withPartial(String more) {
    var all = new ArrayList<>(partial);
    all.add(more);
    return new SourceInfo(id, kind, reference, revision, readAt, files, bytes, all);
  }
}
