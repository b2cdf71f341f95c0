package dev.assay.bench.learn;

import dev.assay.code.reading.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question as the labels ask it.
///
/// @param title what it is called in the figures
/// @param question as which its weights are delivered; null where they are worth too little
/// @param column the column of the labels
/// @param evidence what stands before a path in the labels' evidence
record Asked(String title, @Nullable Question question, String column, String evidence) {
  static final List<Asked> ALL =
      List.of(
          new Asked("training from scratch", null, "pretrain_code", "PT"),
          new Asked("fine-tuning", null, "finetune_code", "FT"),
          new Asked("data processing", null, "data_proc_code", "DP"),
          new Asked("architecture", null, "architecture", "AR"),
          new Asked("inference", Question.RUNNING, "inference_code", "IN"),
          new Asked("evaluation", Question.MEASURING, "eval_code", "EV"));
}
