package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the passages of a document that speak of data, block by block. What each kind of block can
/// be is decided where its name says it: {@link SentencePassage}, {@link CellPassages}, {@link
/// CommandPassages}, {@link LinkPassages}; whether a sentence is about this release's own training
/// in {@link PassageWeight}.
final class PassageReader {
  private static final int MOST = 2_000;

  private final TextFile file;
  private final DocumentTraits document;
  private final Heard heard;
  private final Settings settings = new Settings();
  private final List<Passage> passages = new ArrayList<>();

  /// What counts only where nothing else does: it stands behind all others.
  private final List<Passage> untold = new ArrayList<>();

  private Setting setting = Setting.NONE;
  private Carried carried = Carried.NOTHING;
  private OpenOffer open = OpenOffer.NONE;

  /// The last block of sentences.
  private @Nullable Block before;

  /// The headings above the last entry of a citation that was printed.
  private List<String> cited = List.of();

  private PassageReader(TextFile file, DocumentTraits document, Heard heard) {
    this.file = file;
    this.document = document;
    this.heard = heard;
  }

  /// The passages of a document, in order.
  static List<Passage> read(TextFile file, String title, List<Block> blocks, Heard heard) {
    PassageReader reader = new PassageReader(file, DocumentTraits.of(file, title, blocks), heard);
    for (Block block : blocks) {
      if (reader.passages.size() >= MOST) {
        break;
      }
      reader.block(block);
    }
    reader.passages.addAll(reader.untold);
    return List.copyOf(reader.passages);
  }

  private void block(Block block) {
    setting = settings.of(block.headings());
    if (block.kind() == Block.Kind.HEADING) {
      if (document.dataFolder()) {
        passages.addAll(LinkPassages.inHeading(document, block));
      } else if (document.root()) {
        passages.addAll(LinkPassages.trainedInHeading(document, block));
        passages.addAll(LinkPassages.namedInHeading(document, setting, block));
        if (LinkPassages.bidsInHeading(block)) {
          sentences(block, Signals.NONE);
        }
      }
      return;
    }
    if (setting.citation() && !isBehindEntry(block)) {
      return;
    }
    Signals lead = heard.lead(block);
    switch (block.kind()) {
      case CODE -> commands(block, lead);
      case ROW -> row(block, lead);
      default -> sentences(block, lead);
    }
  }

  private void commands(Block block, Signals lead) {
    CommandPassages.in(document, setting, block, lead).ifPresent(passages::add);
    open.fetchedBy(document, block).ifPresent(passages::add);
  }

  /// Whether the entry of a citation has been printed above a block, under the same heading: what
  /// follows it is about something else.
  private boolean isBehindEntry(Block block) {
    if (block.kind() == Block.Kind.CODE) {
      cited = block.headings();
      return false;
    }
    return cited.equals(block.headings());
  }

  /// A row says what its cells say, and is a sentence that goes on from the row above.
  private void row(Block block, Signals lead) {
    passages.addAll(CellPassages.in(document, setting, block, lead));
    StagedRows.in(document, setting, block).ifPresent(passages::add);
    sentence(block, new Sentences.Sentence(0, 0, Integer.MAX_VALUE, block.text()), lead);
  }

  private void sentences(Block block, Signals lead) {
    if (document.root() && !setting.aside() && OpenTasks.ofData(file, block)) {
      passages.add(
          new Passage(
              DataSet.Stage.UNSTATED,
              DataSet.Form.PROMISED,
              Set.of(),
              Passage.OWN,
              List.of(),
              List.of(),
              block.text(),
              document.evidence(block)));
      return;
    }
    if (document.root() && !setting.evaluation() && !setting.aside()) {
      passages.addAll(LinkPassages.badges(document, block));
      passages.addAll(LinkPassages.addresses(document, setting, block));
      passages.addAll(LinkPassages.kept(document, setting, block));
      passages.addAll(LinkPassages.toOwnData(document, setting, block));
    }
    passages.addAll(LinkPassages.evaluatedOn(document, block, lead));
    if (!setting.evaluation() && !setting.aside()) {
      List<Passage.Source> fetched = HubCommands.in(block.text());
      if (!fetched.isEmpty()) {
        passages.add(CommandPassages.fetched(document, setting, block, lead, fetched));
      }
    }
    if (goesOnFromOffer(block)) {
      passages.addAll(LinkPassages.whereOffered(document, passages.getLast(), block));
    }
    carried = Carried.into(block, document, setting, lead);
    for (Sentences.Sentence sentence : said(block)) {
      for (Sentences.Sentence part : TwoStages.of(sentence)) {
        sentence(block, part, lead);
      }
    }
    carried = carried.ended();
    before = block;
  }

  /// The sentences of a block; where it is nothing but an address, which is no word, one of none.
  private List<Sentences.Sentence> said(Block block) {
    return block.text().isEmpty() && !block.links().isEmpty()
        ? List.of(new Sentences.Sentence(0, 0, Integer.MAX_VALUE, ""))
        : heard.in(block);
  }

  /// Whether a block is nothing but an address, and the one before it of the same kind under the
  /// same heading offers data of this release.
  private boolean goesOnFromOffer(Block block) {
    if (block.links().size() != 1 || before == null || setting.evaluation() || setting.aside()) {
      return false;
    }
    boolean follows =
        block.text().strip().length() <= block.links().getFirst().text().length() + 2
            && DataLinks.isBare(block.links().getFirst())
            && block.kind() == before.kind()
            && block.headings().equals(before.headings())
            && !passages.isEmpty()
            && passages.getLast().evidence().equals(document.evidence(before))
            && passages.getLast().weight() >= Passage.OWN;
    if (!follows) {
      return false;
    }
    Signals said = Signals.of(before.text());
    return said.has(Topic.OFFERED) && FetchedData.names(before.text(), said);
  }

  private void sentence(Block block, Sentences.Sentence sentence, Signals lead) {
    Saying saying = Saying.of(document, setting, block, lead, carried, sentence);
    SentencePassage read = SentencePassage.in(saying);
    read.passage().ifPresent(passages::add);
    boolean linked =
        read.passage()
            .filter(
                p -> p.own() && p.form() != DataSet.Form.NAMED && p.form() != DataSet.Form.PROSE)
            .isPresent();
    if (!linked) {
      DataOffer.of(saying)
          .ifPresentOrElse(passages::add, () -> LastResort.of(saying).ifPresent(untold::add));
    }
    open.placedBy(saying).ifPresent(passages::add);
    open = open.after(saying, read.passage());
    carried = read.carried();
  }
}
