package dev.assay.engine;

import dev.assay.code.CodeFile;
import dev.assay.io.FileEntry;
import dev.assay.io.SourceFact;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Mention;
import dev.assay.model.SourceInfo;
import dev.assay.model.Weights;
import dev.assay.text.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything that was read in a release, before anything is judged. The lists are in the order of
/// the sources and, within one, of the paths, however many threads read them.
///
/// @param sources the sources, with what each is pinned to
/// @param listing every name of every source
/// @param lists those names that are of lists of names, and of no data
/// @param weights each weights file by itself
/// @param code each source file that showed something
/// @param documents each document
/// @param licences each place where a text gives or claims a licence
/// @param configurations the JSON configuration files beside weights, by source and path
/// @param links addresses of weights in source code
/// @param sourceFacts what sources say beside their files: gates, tags
/// @param statements what people state in an `assay.yml`
/// @param rebuilds what somebody states of a rebuild
/// @param issues what could not be read
record Facts(
    List<SourceInfo> sources,
    List<FileEntry> listing,
    Set<FileEntry> lists,
    List<Weights> weights,
    List<CodeFile> code,
    List<Document> documents,
    List<LicenceStatement> licences,
    Map<String, TextFile> configurations,
    List<Mention> links,
    List<SourceFact> sourceFacts,
    List<StatementJudge.Made> statements,
    List<RebuildStatement> rebuilds,
    List<Issue> issues) {
  /// The same with these sources, documents, source files and issues.
  Facts with(
      List<SourceInfo> sources, List<Document> documents, List<CodeFile> code, List<Issue> issues) {
    return new Facts(
        List.copyOf(sources),
        listing,
        lists,
        weights,
        List.copyOf(code),
        List.copyOf(documents),
        licences,
        configurations,
        links,
        sourceFacts,
        statements,
        rebuilds,
        List.copyOf(issues));
  }

  Facts withRebuilds(
      List<SourceInfo> sources, List<RebuildStatement> rebuilds, List<Issue> issues) {
    return new Facts(
        List.copyOf(sources),
        listing,
        lists,
        weights,
        code,
        documents,
        licences,
        configurations,
        links,
        sourceFacts,
        statements,
        List.copyOf(rebuilds),
        List.copyOf(issues));
  }
}
