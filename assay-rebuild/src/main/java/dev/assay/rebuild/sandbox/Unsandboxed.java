package dev.assay.rebuild.sandbox;

import java.nio.file.Path;
import java.util.List;

/// No sandbox at all: only when asked for in so many words, and said in the report.
final class Unsandboxed implements Sandbox {
  @Override
  public String id() {
    return "none";
  }

  @Override
  public String keepsApart() {
    return "no sandbox: the command could read, write and send whatever the user can";
  }

  @Override
  public String shows(Path inputs, Folder folder) {
    return inputs.toString();
  }

  @Override
  public List<String> wrap(Job job) {
    return job.command();
  }
}
