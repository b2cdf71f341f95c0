package dev.assay.sources;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.SourceFact;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.util.List;
import java.util.stream.Stream;

/// A tree with other words about it: what a lock says of its time, what else is known of it.
///
/// @param tree the files
/// @param info what it is called and pinned to
/// @param more issues beside the tree's own
/// @param said facts beside the tree's own
record Retold(FileTree tree, SourceInfo info, List<Issue> more, List<SourceFact> said)
    implements FileTree {

  @Override
  public List<FileEntry> files() {
    return tree.files();
  }

  @Override
  public List<Issue> issues() {
    return Stream.concat(tree.issues().stream(), more.stream()).toList();
  }

  @Override
  public List<SourceFact> facts() {
    return Stream.concat(tree.facts().stream(), said.stream()).toList();
  }

  @Override
  public ByteSource open(FileEntry file) {
    return tree.open(file);
  }

  @Override
  public void close() {
    tree.close();
  }
}
