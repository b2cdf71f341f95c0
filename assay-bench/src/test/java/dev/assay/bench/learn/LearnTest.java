package dev.assay.bench.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.code.reading.Question;
import dev.assay.code.reading.WordWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is learned from releases that differ in one word.
class LearnTest {
  private static final String HEAD =
      "id,repos,pretrain_code,finetune_code,data_proc_code,architecture,inference_code,eval_code,"
          + "uncertain,evidence";

  @TempDir Path folder;

  /// Of forty publishers the second half has a program with a word of its own; of each kind every
  /// other one has been seen by the rules.
  private Path releases() throws IOException {
    List<String> labels = new ArrayList<>(List.of(HEAD));
    List<String> first =
        new ArrayList<>(
            List.of(
                "id,pretrain_code,finetune_code,data_proc_code,architecture,inference_code,eval_code"));
    for (int i = 0; i < 40; i++) {
      boolean measures = i >= 20;
      Path tree = Files.createDirectories(folder.resolve("trees/owner" + i + "+r"));
      Files.writeString(tree.resolve("util.py"), "def helper(x):\n    return x\n");
      Files.writeString(
          tree.resolve("job.py"),
          "import sys\n\n\ndef work(rows):\n    return "
              + (measures ? "appraise" : "shuffle")
              + "(rows)\n");
      String yes = measures ? "present-open" : "absent";
      labels.add(
          "r"
              + i
              + ",owner"
              + i
              + "/r,absent,absent,absent,absent,"
              + yes
              + ","
              + yes
              + ",,"
              + (measures ? "EV:job.py;IN:job.py" : ""));
      boolean seen = measures && i % 2 == 0;
      first.add("r" + i + ",false,false,false,false," + seen + "," + seen);
    }
    Files.write(folder.resolve("labels.csv"), labels);
    Files.write(folder.resolve("first.csv"), first);
    return folder;
  }

  @Test
  void theWordThatMakesTheDifferenceGetsAWeight() throws IOException {
    releases();
    Path table = folder.resolve("table.tsv");
    Learn.main(
        new String[] {
          "--first",
          folder.resolve("first.csv").toString(),
          "--write",
          table.toString(),
          folder.resolve("trees").toString(),
          folder.resolve("labels.csv").toString()
        });
    WordWeights learned = WordWeights.of(Files.readAllLines(table));
    double with = learned.read("job.py", "appraise(rows)").score(Question.MEASURING);
    double without = learned.read("job.py", "shuffle(rows)").score(Question.MEASURING);
    assertThat(with).isGreaterThan(without + 1).isGreaterThan(learned.from(Question.MEASURING));
    assertThat(without).isLessThan(learned.from(Question.MEASURING));
    assertThat(Files.readString(table)).startsWith("# Made by bench/learn from 40");
  }

  @Test
  void withoutFirstAnswersItSaysWhatItWants() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Learn.main(new String[] {"trees", "labels.csv"}))
        .withMessageContaining("--first");
  }
}
