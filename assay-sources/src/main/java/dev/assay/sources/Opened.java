package dev.assay.sources;

import dev.assay.io.FileTree;
import dev.assay.model.Issue;
import java.util.List;

/// What became of the references of one run.
///
/// @param trees those that could be opened, in the order given; closed with this
/// @param issues one for each that could not, of severity ERROR, and notes
/// @param wrongUse whether some reference was none, or names nothing: exit status 2 rather than 3
/// @param session what the trees share; closed with this
public record Opened(List<FileTree> trees, List<Issue> issues, boolean wrongUse, Session session)
    implements AutoCloseable {
  public Opened {
    trees = List.copyOf(trees);
    issues = List.copyOf(issues);
  }

  @Override
  public void close() {
    trees.forEach(FileTree::close);
    session.close();
  }
}
