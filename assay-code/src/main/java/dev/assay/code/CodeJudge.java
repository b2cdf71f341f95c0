package dev.assay.code;

import dev.assay.code.judge.Judgement;
import dev.assay.code.reading.Question;
import dev.assay.io.FileEntry;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import java.util.List;

/// From the files' roles to the state of the components that are code: training, fine-tuning, data
/// processing, evaluation, inference, architecture, training configuration, supporting tools.
public final class CodeJudge {
  private CodeJudge() {}

  /// @param files every file that {@link CodeReader#read} recognised
  /// @param listing every name of every source
  /// @param mentions what the documents say about code that is elsewhere, to come, or refused
  /// @return one finding for each component that this judge answers for, without licences
  public static List<Finding> judge(
      List<CodeFile> files, List<FileEntry> listing, List<Mention> mentions) {
    return Judgement.of(files, listing, mentions);
  }

  /// The programs of a release that are asked what they read like: no tests, no trees of others, no
  /// documents and no settings.
  public static List<CodeFile> readable(List<CodeFile> files, List<FileEntry> listing) {
    return Judgement.readable(files, listing);
  }

  /// Whether one of them alone may show a part by its words.
  public static boolean mayShow(CodeFile f, Question question) {
    return Judgement.mayShow(f, question);
  }
}
