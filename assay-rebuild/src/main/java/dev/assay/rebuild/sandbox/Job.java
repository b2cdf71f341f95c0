package dev.assay.rebuild.sandbox;

import dev.assay.rebuild.recipe.Recipe;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One command to run in a sandbox.
///
/// @param command the program and its arguments, with paths as the sandbox shows them
/// @param inputs a folder of this machine that the command may read
/// @param out a folder that it may write, and where it starts
/// @param temporary a folder that it may write, for what is not kept
/// @param jdk the JDK that `java` means
/// @param environment all of its environment
/// @param limits what it may use up
public record Job(
    List<String> command,
    Path inputs,
    Path out,
    Path temporary,
    Path jdk,
    Map<String, String> environment,
    Recipe.Limits limits) {
  public Job {
    command = List.copyOf(command);
    environment = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
