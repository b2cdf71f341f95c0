package dev.assay.text;

import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The passage that a block of commands is: only what fetches data, in a place that speaks of the
/// release's training.
final class CommandPassages {
  private CommandPassages() {}

  static Optional<Passage> in(DocumentTraits document, Setting setting, Block block, Signals lead) {
    if (setting.evaluation() && !setting.training()
        || setting.aside()
        || document.aboutEvaluation()) {
      return Optional.empty();
    }
    List<Passage.Source> named = HubCommands.in(block.text());
    if (!named.isEmpty() && !setting.calibration()) {
      return Optional.of(fetched(document, setting, block, lead, named));
    }
    boolean trains =
        document.root() && (setting.training() || TrainingCommands.trains(block.text()));
    if (trains || setting.data()) {
      List<Passage.Source> fetched = FetchedData.byCommands(block, setting.data());
      if (!fetched.isEmpty()) {
        Passage passage =
            Passage.ofLinks(
                setting.postTraining() ? DataSet.Stage.POST_TRAINING : DataSet.Stage.TRAINING,
                Passage.OWN,
                fetched,
                document.evidence(block));
        return Optional.of(trains ? passage : passage.whereTrained());
      }
    }
    // What a comment calls data is that below whatever heading.
    if (document.root() && !setting.evaluation() && !setting.calibration()) {
      List<Passage.Source> commented = FetchedData.byComments(block);
      if (!commented.isEmpty()) {
        return Optional.of(
            Passage.ofLinks(
                    setting.postTraining() ? DataSet.Stage.POST_TRAINING : DataSet.Stage.TRAINING,
                    Passage.OWN,
                    commented,
                    document.evidence(block))
                .whereTrained());
      }
    }
    if (trains && !setting.evaluation()) {
      List<Passage.Source> commanded = CommandedData.in(block.text());
      if (commanded.isEmpty()) {
        commanded = CommentedCommands.in(block.text());
      }
      if (!commanded.isEmpty()) {
        return Optional.of(commanded(document, setting, block, commanded));
      }
    }
    int weight = weight(setting, lead);
    List<Passage.Source> sources = data(block);
    if (setting.evaluation() || sources.isEmpty() || weight < 1) {
      return Optional.empty();
    }
    return Optional.of(
        Passage.ofLinks(
            DataStage.of(document, setting, Signals.NONE, lead),
            weight + 1,
            sources,
            document.evidence(block)));
  }

  /// What hubs' own programs fetch by name, which is for training where the release trains.
  static Passage fetched(
      DocumentTraits document,
      Setting setting,
      Block block,
      Signals lead,
      List<Passage.Source> sources) {
    DataSet.Stage stage = DataStage.of(document, setting, Signals.NONE, lead);
    return Passage.ofLinks(
            stage == DataSet.Stage.UNSTATED ? DataSet.Stage.TRAINING : stage,
            Passage.OWN,
            sources,
            document.evidence(block))
        .whereTrained();
  }

  /// What a command for training names counts beside code that trains; below a heading that speaks
  /// to readers it may be any.
  private static Passage commanded(
      DocumentTraits document, Setting setting, Block block, List<Passage.Source> sources) {
    return new Passage(
        setting.postTraining() ? DataSet.Stage.POST_TRAINING : DataSet.Stage.TRAINING,
        Passage.form(sources),
        Set.of(),
        Passage.OWN,
        sources,
        List.of(),
        "",
        document.evidence(block),
        true,
        setting.reader());
  }

  private static int weight(Setting setting, Signals lead) {
    int weight = 0;
    if (setting.dataSection()) {
      weight += 2;
    }
    if (OwnWords.leads(lead) || lead.hasAny(Topic.TRAINING_DATA) && lead.has(Topic.OFFERED)) {
      weight += 2;
    }
    if (setting.reader() || lead.has(Topic.READER)) {
      weight -= 2;
    }
    return weight;
  }

  private static List<Passage.Source> data(Block block) {
    List<Passage.Source> sources = new ArrayList<>();
    for (Link link : block.links()) {
      if (DataLinks.isData(link.target()) && !ScriptReader.isPlaceholder(link.target())) {
        sources.add(new Passage.Source("", link.target()));
      }
    }
    return sources;
  }
}
