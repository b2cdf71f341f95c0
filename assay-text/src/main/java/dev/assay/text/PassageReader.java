package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.DataSet;
import dev.assay.model.Qualifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the passages that speak of data, and weighs whether it is the data of this release's own
/// training.
///
/// The weights are small whole numbers, each for one reason that a person would give: "it says
/// trained on ... data" speaks for it, "your own data" against it. They are the same for all
/// releases; no name of a model, company or data set takes part.
final class PassageReader {
  private static final int MOST = 2_000;

  private final TextFile file;
  private final List<Passage> passages = new ArrayList<>();
  private final Settings settings = new Settings();
  private final boolean aboutEvaluation;
  private final boolean root;
  private final boolean dataFolder;
  private final String title;
  private Setting setting = Setting.NONE;

  /// The data sets that the last sentence of the block with some named.
  private List<Passage.Source> last = List.of();

  /// Who publishes the models that the document links, at hubs.
  private final Set<String> publishers = new HashSet<>();

  /// The headings above the last entry of a citation that was printed.
  private List<String> cited = List.of();

  /// Data that commands of the document train on, by the name that they give it, lower case.
  private final Set<String> commanded = new HashSet<>();

  /// Whether a sentence before, in the same block, speaks of this release's training data.
  private boolean carried;

  /// Whether the block is an item of a list of what its lead bids to fetch, where data is spoken
  /// of.
  private boolean listedToFetch;

  private PassageReader(TextFile file, String title, boolean aboutEvaluation) {
    this.title = title.toLowerCase(Locale.ROOT);
    this.file = file;
    this.aboutEvaluation = aboutEvaluation;
    Place place = Place.of(file.path());
    this.dataFolder = place.inFolder(Place.DATA) && !place.any(Place.EVALUATION);
    this.root =
        file.path().indexOf('/') < 0 || file.path().toLowerCase(Locale.ROOT).contains("card");
  }

  /// The passages of a document, in order.
  static List<Passage> read(TextFile file, String title, List<Block> blocks, Heard heard) {
    PassageReader reader = new PassageReader(file, title, isAboutEvaluation(blocks));
    reader.commanded.addAll(TrainingCommands.data(blocks));
    reader.publishers.addAll(reader.root ? OwnData.publishers(blocks) : Set.of());
    for (Block block : blocks) {
      if (reader.passages.size() >= MOST) {
        break;
      }
      reader.block(block, heard);
    }
    return List.copyOf(reader.passages);
  }

  /// Whether a document says at its beginning that it is about evaluation, and not about training.
  private static boolean isAboutEvaluation(List<Block> blocks) {
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.PARAGRAPH && block.text().length() > 20) {
        Signals s = Signals.of(block.text());
        return s.has(Topic.EVALUATION) && !s.hasAny(Topic.TRAINING, Topic.TRAINED, Topic.WEIGHTS);
      }
    }
    return false;
  }

  private void block(Block block, Heard heard) {
    setting = settings.of(block.headings());
    if (block.kind() == Block.Kind.HEADING && dataFolder) {
      heading(block);
    }
    if (block.kind() == Block.Kind.HEADING || setting.citation() && !cited(block)) {
      return;
    }
    Signals lead = block.lead().isEmpty() ? Signals.NONE : Signals.of(block.lead());
    if (block.kind() == Block.Kind.CODE) {
      code(block, lead);
      return;
    }
    if (block.kind() == Block.Kind.ROW) {
      cells(block, lead);
      sentence(block, new Sentences.Sentence(0, 0, Integer.MAX_VALUE, block.text()), lead);
      return;
    }
    if (root && !setting.evaluation() && !setting.aside()) {
      badges(block);
      ownData(block);
    }
    carried = false;
    last = List.of();
    listedToFetch =
        block.kind() == Block.Kind.ITEM
            && (setting.training() || root && (setting.dataSection() || lead.has(Topic.DATA)))
            && LinkWords.introduces(block.lead())
            && FetchedData.introduces(block.lead(), lead);
    for (Sentences.Sentence sentence : heard.in(block)) {
      sentence(block, sentence, lead);
    }
    carried = false;
  }

  /// Whether the entry of a citation has been printed above a block, under the same heading: what
  /// follows it is about something else.
  private boolean cited(Block block) {
    if (block.kind() == Block.Kind.CODE) {
      cited = block.headings();
      return false;
    }
    return cited.equals(block.headings());
  }

  /// In a document of a data folder a heading names the data, and its link leads there.
  private void heading(Block block) {
    for (Link link : block.links()) {
      Address.Kind kind = Address.kind(link.target());
      boolean names = Signals.of(block.text()).has(Topic.DATA);
      boolean leads =
          DataLinks.isData(kind)
              || kind == Address.Kind.OTHER && !DataLinks.isSource(link.target());
      if (!link.image() && names && leads && DataLinks.isProper(link.text())) {
        passages.add(
            new Passage(
                DataSet.Stage.TRAINING,
                DataSet.Form.LINK,
                Set.of(),
                Passage.OWN + 1,
                List.of(new Passage.Source(link.text(), link.target())),
                List.of(),
                "",
                file.evidence(block.first(), block.last())));
      }
    }
  }

  /// A table with a column of training data: each cell below its head names some.
  private void cells(Block block, Signals lead) {
    if (block.header().size() != block.cells().size() || setting.evaluation()) {
      return;
    }
    for (int i = 0; i < block.cells().size(); i++) {
      Signals head = Signals.of(block.header().get(i));
      boolean about =
          head.has(Topic.TRAINING_DATA)
              || head.has(Topic.TRAINED) && head.has(Topic.ON)
              || head.has(Topic.DATA) && (OwnWords.leads(lead) || setting.trainingData())
              || setting.weights() && OwnWords.isData(block.header().get(i));
      String cell = block.cells().get(i);
      boolean says = cell.chars().filter(Character::isLetter).count() >= 3;
      if (!about || !says || cell.equals(block.header().get(i)) || head.has(Topic.EVALUATION)) {
        continue;
      }
      List<Passage.Source> sources = new ArrayList<>();
      for (Link link : block.links()) {
        if (!link.text().isEmpty()
            && cell.contains(link.text())
            && DataLinks.isData(link.target())) {
          sources.add(new Passage.Source(DataLinks.name(link), link.target()));
        }
      }
      boolean linked = !sources.isEmpty();
      if (!linked && cell.length() <= 80) {
        sources.add(new Passage.Source(cell, ""));
      }
      passages.add(
          new Passage(
              head.has(Topic.PRETRAINING) ? DataSet.Stage.PRE_TRAINING : DataSet.Stage.TRAINING,
              linked
                  ? DataSet.Form.LINK
                  : sources.isEmpty() ? DataSet.Form.PROSE : DataSet.Form.NAMED,
              Set.of(),
              Passage.OWN + 1,
              sources,
              Quantity.in(cell),
              cell,
              file.evidence(block.first(), block.last())));
    }
  }

  private void sentence(Block block, Sentences.Sentence sentence, Signals lead) {
    Signals s = sentence.signals();
    List<Quantity> quantities = Quantity.in(sentence.text());
    List<Link> links = LinkWords.linksIn(block, sentence);
    boolean dataLink =
        any(
            links,
            l ->
                DataLinks.isData(l.target())
                    && !isForEvaluation(l, l.at() - sentence.at(), s)
                    && !LinkWords.isModel(sentence.text(), l, l.at() - sentence.at(), s));
    boolean listed =
        block.lead().length() <= 40 && OwnWords.leads(lead) && block.kind() != Block.Kind.PARAGRAPH;
    if (!dataLink
        && !listed
        && !s.hasAny(Topic.DATA, Topic.TRAINING_DATA, Topic.TRAINED)
        && quantities.isEmpty()
        && links.isEmpty()) {
      return;
    }
    boolean amount = any(quantities, q -> TrainedOn.isAmountOfData(q, s));
    boolean trainedOn =
        TrainedOn.says(sentence.text(), s, quantities, links, sentence.at())
            && (block.kind() != Block.Kind.ROW
                || amount
                || dataLink
                || OwnWords.leads(lead)
                || setting.dataSection());
    boolean trainedByCommand = root && namesCommanded(sentence.text(), s);
    List<Passage.Source> sources =
        sources(
            sentence,
            s,
            links,
            trainedOn,
            trainedByCommand
                || setting.dataSection()
                || OwnWords.leads(lead)
                || carried
                || s.has(Topic.TRAINING_DATA) && s.has(Topic.OFFERED),
            block.kind() == Block.Kind.ITEM
                && OwnWords.leads(lead)
                && LinkWords.introduces(block.lead()));
    if (sources.isEmpty() && OwnWords.speaksOfTheLast(sentence.text())) {
      sources = last;
    }
    last = sources.isEmpty() ? last : sources;
    boolean linked = any(sources, x -> !x.link().isEmpty());
    int weight =
        weight(
            block,
            sentence.text(),
            s,
            lead,
            quantities,
            trainedOn,
            dataLink,
            linked,
            listed || !sources.isEmpty());
    weight += trainedByCommand && !s.hasAny(Topic.EVALUATION, Topic.OTHER_MODEL) ? 3 : 0;
    weight -= ofAnother(sentence.text(), s) ? 4 : 0;
    // How to install a trainer tells where to fetch its data, below whatever heading.
    boolean fetched = linked && weight < Passage.OWN && any(links, l -> isFetched(sentence, l, s));
    weight = fetched ? Passage.OWN + (setting.training() ? Passage.FOR_ANYTHING : 0) : weight;
    boolean saysData = s.hasAny(Topic.DATA, Topic.TRAINING_DATA);
    boolean refused =
        s.said(Topic.REFUSED, Topic.DATA, 70) || s.said(Topic.REFUSED, Topic.TRAINING_DATA, 70);
    boolean promised =
        !refused
            && saysData
            && s.said(Topic.PROMISED, Topic.DATA, 60)
            && !s.hasAny(Topic.EVALUATION);
    refused = refused && !s.has(Topic.EVALUATION) && !setting.evaluation();
    if (weight < 1 && !refused && !promised && !dataLink) {
      return;
    }
    boolean training =
        root || s.hasAny(Topic.TRAINING, Topic.TRAINING_DATA) || setting.trainingData();
    if (training && !setting.aside() && (refused || promised && !setting.reader())) {
      weight = Math.max(weight, Passage.OWN);
    }
    DataSet.Form form =
        refused
            ? DataSet.Form.REFUSED
            : promised
                ? DataSet.Form.PROMISED
                : linked
                    ? DataSet.Form.LINK
                    : sources.isEmpty() ? DataSet.Form.PROSE : DataSet.Form.NAMED;
    Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
    if (s.follows(Topic.BASE, Topic.TRAINED, 40) && !s.has(Topic.POST_TRAINING)) {
      qualifiers.add(Qualifier.OF_BASE);
    }
    if (s.has(Topic.GATE)) {
      qualifiers.add(Qualifier.GATED);
    }
    if (s.has(Topic.PARTIAL)) {
      qualifiers.add(Qualifier.PARTIAL);
    }
    if (refused) {
      qualifiers.add(Qualifier.REFUSED);
    }
    carried |= weight >= Passage.OWN;
    passages.add(
        new Passage(
            stage(s, lead),
            form,
            qualifiers,
            weight,
            sources,
            quantities,
            sentence.text(),
            file.evidence(block.first(), block.last()),
            fetched && !setting.dataSection(),
            linked && !trainedOn && setting.reader()));
  }

  private int weight(
      Block block,
      String text,
      Signals s,
      Signals lead,
      List<Quantity> quantities,
      boolean trainedOn,
      boolean dataLink,
      boolean linked,
      boolean named) {
    boolean amount = any(quantities, q -> TrainedOn.isAmountOfData(q, s));
    int weight = 0;
    if (trainedOn) {
      weight += 4;
    }
    if (s.has(Topic.TRAINING_DATA)) {
      weight += s.has(Topic.OWN) ? 3 : 2;
    }
    if (amount && s.has(Topic.TRAINING)) {
      weight += 2;
    }
    if (s.has(Topic.HEDGE) && s.hasAny(Topic.TRAINING_DATA, Topic.TRAINED) && s.has(Topic.DATA)) {
      weight += 1;
    }
    if (setting.dataSection() && (s.has(Topic.DATA) || dataLink || amount)) {
      // "Data" above a paragraph means the training data where the whole release is described;
      // deeper
      // down it needs a word on training beside it.
      boolean training =
          root || s.hasAny(Topic.TRAINING, Topic.TRAINING_DATA) || OwnWords.leads(lead);
      weight += setting.trainingData() ? (root ? 3 : 2) : root ? 2 : training ? 1 : 0;
    }
    if (setting.trainingData() && linked && !s.has(Topic.DATA) && !dataLink && !amount) {
      weight += 3;
    }
    if (OwnWords.leads(lead)
        && block.kind() != Block.Kind.PARAGRAPH
        && (named || dataLink || amount)) {
      weight += 3;
    }
    if (root && OwnWords.offers(lead) && block.kind() != Block.Kind.PARAGRAPH && dataLink) {
      weight += 3;
    }
    if (s.has(Topic.USED) && s.has(Topic.DATA) && s.has(Topic.TRAINING)) {
      weight += 2;
    }
    if (s.has(Topic.USED) && s.has(Topic.TRAINING_DATA) && !s.has(Topic.DATA)) {
      weight += 2;
    }
    // "We had 1.2 TB of data collected by ...": so much of its own is for training.
    if (root && amount && s.has(Topic.USED) && s.has(Topic.DATA) && s.has(Topic.OWN)) {
      weight += s.hasAny(Topic.EVALUATION, Topic.TRAINING) ? 0 : 3;
    }
    if (carried && !s.has(Topic.READER) && (s.has(Topic.DATA) || linked || amount)) {
      weight += 2;
    }
    if (linked && !dataLink && s.has(Topic.OFFERED)) {
      weight += 1;
    }
    if (dataLink) {
      weight += 1;
      if (s.hasAny(Topic.OFFERED, Topic.TRAINING)) {
        weight += 1;
      }
    }
    if (OwnWords.bids(text, s)) {
      weight -= 4;
    }
    // What the release says of its own training it says below whatever heading.
    boolean states =
        trainedOn
            && OwnWords.saysOfItself(s)
            && (s.has(Topic.DATA) || amount)
            && !text.contains(" can be ");
    if (setting.reader()) {
      weight -= states || trainedOn && root && block.kind() == Block.Kind.ITEM ? 1 : 3;
    }
    if (s.has(Topic.EVALUATION) && !s.hasAny(Topic.TRAINING, Topic.TRAINING_DATA)) {
      weight -= 2;
    }
    if (setting.evaluation() || aboutEvaluation) {
      weight -= states && !setting.weights() ? 1 : 3;
    }
    if (setting.calibration() || s.has(Topic.CALIBRATION)) {
      weight -= 4;
    }
    if (s.has(Topic.AUXILIARY) || setting.auxiliary() && !underTitle(block)) {
      weight -= 5;
    }
    if (s.has(Topic.RUN_INPUT)) {
      weight -= 3;
    }
    if (s.has(Topic.OTHER_MODEL)) {
      weight -= 3;
    }
    if (setting.aside()) {
      weight -=
          trainedOn
                  && (states && OwnWords.isFirstPerson(text)
                      || root && OwnWords.aboutLimits(block.heading()))
              ? 1
              : 3;
    }
    if (s.has(Topic.UNKNOWN)) {
      weight -= 3;
    }
    return weight;
  }

  /// Whether a block stands under the title of its document and no other heading: the title names
  /// what the document is about, be it a detector or a tokenizer, and nothing beside it. A folder
  /// of such a name holds something beside the model.
  private boolean underTitle(Block block) {
    List<String> above = block.headings();
    if (title.isEmpty() || above.isEmpty() || !above.getLast().equalsIgnoreCase(title)) {
      return false;
    }
    String folder = above.getFirst();
    return above.size() == 1
        || above.size() == 2
            && folder.startsWith(Place.FOLDER)
            && !Signals.of(folder).has(Topic.AUXILIARY);
  }

  /// A block of commands: only what fetches data, in a place that speaks of the release's training.
  private void code(Block block, Signals lead) {
    if (setting.evaluation() && !setting.training() || setting.aside()) {
      return;
    }
    List<Passage.Source> fetched =
        root && (setting.training() || TrainingCommands.trains(block.text()))
            ? FetchedData.byCommands(block)
            : List.of();
    if (!fetched.isEmpty()) {
      passages.add(
          new Passage(
              setting.postTraining() ? DataSet.Stage.POST_TRAINING : DataSet.Stage.TRAINING,
              DataSet.Form.LINK,
              Set.of(),
              Passage.OWN,
              fetched,
              List.of(),
              "",
              file.evidence(block.first(), block.last())));
      return;
    }
    if (setting.evaluation()) {
      return;
    }
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
    List<Passage.Source> sources = new ArrayList<>();
    for (Link link : block.links()) {
      if (DataLinks.isData(link.target())) {
        sources.add(new Passage.Source("", link.target()));
      }
    }
    if (sources.isEmpty() || weight < 1) {
      return;
    }
    passages.add(
        new Passage(
            stage(Signals.NONE, lead),
            DataSet.Form.LINK,
            Set.of(),
            weight + 1,
            sources,
            List.of(),
            "",
            file.evidence(block.first(), block.last())));
  }

  private DataSet.Stage stage(Signals s, Signals lead) {
    if (setting.calibration() || s.has(Topic.CALIBRATION)) {
      return DataSet.Stage.CALIBRATION;
    }
    boolean training =
        s.hasAny(Topic.TRAINED, Topic.TRAINING, Topic.TRAINING_DATA) || OwnWords.leads(lead);
    if (!training && (setting.evaluation() || aboutEvaluation || s.has(Topic.EVALUATION))) {
      return DataSet.Stage.EVALUATION;
    }
    if (s.has(Topic.PRETRAINING)) {
      return DataSet.Stage.PRE_TRAINING;
    }
    if (s.has(Topic.POST_TRAINING)) {
      return DataSet.Stage.POST_TRAINING;
    }
    if (lead.has(Topic.PRETRAINING) || setting.pretraining()) {
      return DataSet.Stage.PRE_TRAINING;
    }
    if (lead.has(Topic.POST_TRAINING) || setting.postTraining()) {
      return DataSet.Stage.POST_TRAINING;
    }
    return training || setting.dataSection() ? DataSet.Stage.TRAINING : DataSet.Stage.UNSTATED;
  }

  /// A badge or button that leads to data, in the README of the whole release.
  private void badges(Block block) {
    for (Link link : block.links()) {
      Address.Kind kind = Address.kind(link.target());
      boolean shown = block.links().stream().anyMatch(l -> l.image() && l.at() == link.at());
      boolean forEvaluation =
          block.links().stream()
              .anyMatch(
                  l -> l.at() == link.at() && Signals.of(Badges.words(l)).has(Topic.EVALUATION));
      boolean badge =
          !link.image()
              && link.text().isEmpty()
              && shown
              && kind == Address.Kind.DATA_SET
              && !LinkWords.isArchived(block, link);
      boolean button =
          !link.image()
              && DataLinks.isButton(link.text())
              && (kind == Address.Kind.DATA_SET
                  || kind == Address.Kind.STORAGE
                  || kind == Address.Kind.OTHER);
      if ((badge || button) && !forEvaluation) {
        passages.add(
            new Passage(
                DataSet.Stage.UNSTATED,
                DataSet.Form.LINK,
                Set.of(),
                Passage.OWN,
                List.of(new Passage.Source(DataLinks.name(link), link.target())),
                List.of(),
                "",
                file.evidence(block.first(), block.last())));
      }
    }
  }

  /// A link that is to the release's own data by whose it is or by its words.
  private void ownData(Block block) {
    if (block.links().isEmpty()) {
      return;
    }
    Signals said = Signals.of(block.text());
    boolean tests = said.has(Topic.EVALUATION) && !said.has(Topic.TRAINING);
    for (Link link : block.links()) {
      if (!link.image()
          && !setting.calibration()
          && (!tests && OwnData.isTheirs(link, publishers) || OwnData.saysTraining(link))) {
        passages.add(
            new Passage(
                stage(Signals.of(link.text()), Signals.NONE),
                DataSet.Form.LINK,
                Set.of(),
                Passage.OWN,
                List.of(new Passage.Source(DataLinks.name(link), link.target())),
                List.of(),
                "",
                file.evidence(block.first(), block.last())));
      }
    }
  }

  /// Whether the sentence offers a data set that a command of this document trains on.
  private boolean namesCommanded(String text, Signals s) {
    if (commanded.isEmpty() || !s.hasAny(Topic.OFFERED, Topic.USED)) {
      return false;
    }
    for (String name : DataNames.in(text, s)) {
      if (commanded.contains(TrainingCommands.key(name))) {
        return true;
      }
    }
    return false;
  }

  /// Whether the sentence speaks of the training data of something with another name: "X's training
  /// data", where X is not in the document's title.
  private boolean ofAnother(String text, Signals s) {
    if (title.isEmpty()) {
      return false;
    }
    for (Phrases.Hit hit : s.of(Topic.TRAINING_DATA)) {
      int end = hit.from() - 3;
      boolean possessive =
          end > 0 && text.charAt(end + 1) == 's' && "'\u2019".indexOf(text.charAt(end)) >= 0;
      if (!possessive) {
        continue;
      }
      int start = text.lastIndexOf(' ', end - 1) + 1;
      String owner = text.substring(start, end);
      boolean named = !owner.isEmpty() && Character.isUpperCase(owner.charAt(0));
      if (named && !title.contains(owner.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /// The data sets that a sentence links or names.
  private List<Passage.Source> sources(
      Sentences.Sentence sentence,
      Signals s,
      List<Link> links,
      boolean trainedOn,
      boolean about,
      boolean listed) {
    boolean aboutData = trainedOn || about;
    List<Passage.Source> sources = new ArrayList<>();
    for (Link link : links) {
      Address.Kind kind = Address.kind(link.target());
      boolean saysData = Signals.of(link.text()).has(Topic.DATA);
      if (isForEvaluation(link, link.at() - sentence.at(), s)
          || LinkWords.isPerson(sentence, link)
          || LinkWords.isModel(sentence.text(), link, link.at() - sentence.at(), s)
          || !DataLinks.isData(link.target()) && LinkWords.saysSame(sentence.text())) {
        continue;
      }
      boolean data =
          DataLinks.isData(link.target())
              || isFetched(sentence, link, s)
              || DataLinks.mayHoldData(kind)
                  && !DataLinks.isSource(link.target())
                  && (setting.trainingData() && (root || s.has(Topic.DATA))
                      || aboutData
                          && (saysData
                              || listed
                                  && link == links.getFirst()
                                  && link.at() - sentence.at() <= 12
                                  && DataLinks.isProper(link.text())
                              || (DataLinks.isHere(link.text()) || DataLinks.isBare(link))
                                  && s.hasAny(Topic.DATA, Topic.TRAINING_DATA)
                                  && s.has(Topic.OFFERED)
                              || LinkWords.isNamedAsData(
                                  sentence.text(), link, link.at() - sentence.at(), s)));
      if (data) {
        sources.add(new Passage.Source(DataLinks.name(link), link.target()));
      }
    }
    if (sources.isEmpty() && aboutData) {
      for (String name : DataNames.in(sentence.text(), s)) {
        sources.add(new Passage.Source(name, ""));
      }
    }
    return sources;
  }

  /// Whether the link itself is called an evaluation set: "[X](...) benchmark", or a known one by
  /// name.
  private boolean isForEvaluation(Link link, int at, Signals s) {
    return s.has(Topic.EVALUATION)
        && (carried || s.hasAny(Topic.TRAINING, Topic.TRAINED, Topic.TRAINING_DATA))
        && (Signals.of(link.text()).has(Topic.EVALUATION)
            || s.near(Topic.EVALUATION, at + link.text().length(), at + link.text().length(), 10));
  }

  /// Whether a sentence bids to fetch what a link leads to and calls it data, where training may be
  /// meant: in a section on data, or in the README that speaks for the whole release.
  private boolean isFetched(Sentences.Sentence sentence, Link link, Signals s) {
    return (setting.dataSection() || root)
        && !setting.evaluation()
        && !setting.aside()
        && !setting.calibration()
        && !aboutEvaluation
        && (listedToFetch && !sentence.text().contains(" own ") && FetchedData.mayBeListed(link)
            || FetchedData.is(
                sentence.text(), link.at() - sentence.at(), link, s, setting.dataSection())
            || setting.training()
                && FetchedData.labelled(sentence.text(), link.at() - sentence.at(), link, s));
  }

  /// Whether one of them is so: asked for each sentence of a release, of lists that are mostly
  /// empty, where a stream costs more than the answer.
  static <T> boolean any(List<T> list, Predicate<T> so) {
    for (T one : list) {
      if (so.test(one)) {
        return true;
      }
    }
    return false;
  }
}
