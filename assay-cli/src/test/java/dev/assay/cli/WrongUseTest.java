package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// What a command says of words that are wrong: one line, that says what and what to do, in words
/// of this program, and no work done for nothing.
class WrongUseTest {
  private static final String RECIPE =
      """
      recipe: 1
      name: none
      subjects:
        - {id: weights, path: model.bin, sha256: %s}
      materials:
        - {id: data, path: data.txt, sha256: %s, role: training data}
      environment:
        jdk: ">=25"
      run: ["{jdk}/bin/java", "--version"]
      outputs:
        - {path: model.bin, compare-to: weights}
      """
          .formatted("0".repeat(64), "0".repeat(64));

  @TempDir Path temp;

  @BeforeEach
  void someFiles() throws IOException {
    Files.writeString(temp.resolve("plain.txt"), "hello\n");
    Files.writeString(temp.resolve("other.txt"), "there\n");
    Files.writeString(temp.resolve("recipe.yaml"), RECIPE);
    Files.createDirectory(temp.resolve("folder"));
  }

  private Run run(String line) {
    return Run.of(
        (Object[]) Stream.of(line.split(" ")).map(w -> w.replace("~", temp.toString())).toArray());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "inspect ~/plain.txt --format pdf | no report is called 'pdf'; there are text, json",
        "inspect ~/plain.txt -o pdf=x | no report is called 'pdf'; there are text, json",
        "inspect ~/plain.txt -o html | option '--output' (FORMAT=FILE) should be in the form",
        "inspect ~/plain.txt -o html=~/no/x | could not write ~/no/x: there is no folder ~/no",
        "inspect ~/plain.txt -o html=~/folder | could not write ~/folder: it is a folder",
        "inspect ~/plain.txt --width 10 | --width is a number of columns from 40 to 400",
        "inspect ~/plain.txt --width x | 'x' is not a whole number; see 'assay inspect --help'",
        "inspect ~/plain.txt --lock ~/no/x | could not write ~/no/x: there is no folder ~/no",
        "inspect ~/plain.txt --profiles ~/no | ~/no is not there",
        "inspect --locked ~/plain.txt | ~/plain.txt is no lock of this version of Assay; --lock",
        "inspect --locked ~/no | ~/no is not there",
        "rights ~/plain.txt --users x | 'x' is not a whole number",
        "gaps ~/plain.txt --profile o | is the beginning of several profiles: osaid-1.0, osai-",
        "gaps ~/plain.txt --profile x | no profile is called 'x'; there are ladder, mof-1.0",
        "explain ~/plain.txt --as x | expected one of [database, game] but was 'x'",
        "check ~/plain.txt | assay: Missing required argument (specify one of these)",
        "check ~/plain.txt --policy ~/no | ~/no is not there",
        "check ~/plain.txt --policy ~/folder | ~/folder is a folder, not a file",
        "check ~/plain.txt --against ~/no | ~/no is not there",
        "licence ~/no | ~/no is not there",
        "help x | there is no command 'x'; see 'assay --help'",
        "rebuild ~/no | ~/no is not there",
        "rebuild ~/recipe.yaml --sandbox none | no sandbox is called 'none'; there are bubblewrap",
        "rebuild ~/recipe.yaml --sandbox landlock --unsandboxed | exclude each other",
        "rebuild ~/recipe.yaml --material x=y | no material or subject 'x'; it has data, weights",
        "rebuild ~/recipe.yaml --material x | option '--material' (ID=FILE) should be in the form",
        "rebuild ~/recipe.yaml --jdk ~/folder | there is no JDK in ~/folder (no bin/java)",
        "rebuild ~/recipe.yaml --by me | --by says who makes a statement, and needs --attest",
        "rebuild ~/recipe.yaml --attest ~/no/x | could not write ~/no/x: there is no folder ~/no",
        "rebuild ~/recipe.yaml --log ~ | could not write ~: it is a folder",
        "rebuild ~/recipe.yaml --edit ~/folder | ~/folder exists already; name a folder",
        "rebuild ~/recipe.yaml --repeat -1 | --repeat is a number of at least 0",
        "rebuild ~/recipe.yaml --vary x | expected one of [threads, locale, time, cpu, jdk] but",
      })
  void is_said_in_one_line_and_ends_with_2(String line, String said) {
    Run run = run(line);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("assay: ").contains(said.replace("~", temp.toString()));
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(Exit.WRONG_USE);
  }

  @Test
  void a_reference_that_is_none_is_told_where_references_are_explained() {
    Run run = run("inspect --explain-ref hf:a/b nothing-of-this-name");
    assertThat(run.out()).contains("the model a/b").contains("nothing-of-this-name is neither");
    assertThat(run.code()).isEqualTo(Exit.WRONG_USE);
    assertThat(run("inspect --explain-ref hf:a/b").code()).isEqualTo(Exit.DONE);
  }

  @Test
  void two_files_that_are_no_part_of_a_model_are_not_called_the_same() {
    Run run = run("diff ~/plain.txt ~/other.txt");
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("neither").contains("nothing was compared");
    assertThat(run.code()).isEqualTo(Exit.NOT_ASSESSED);
  }

  @Test
  void an_empty_folder_has_no_file_with_a_licence() {
    Run run = run("licence ~/folder");
    assertThat(run.out()).contains("there is no file in this folder");
    assertThat(run.code()).isEqualTo(Exit.DONE);
  }

  static Stream<CommandSpec> commands() {
    CommandLine line = Main.commandLine(Terminal.ofProcess(Map.of()));
    return Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
        .map(CommandLine::getCommandSpec)
        .filter(c -> !c.name().equals("help"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void help_has_an_example_and_is_broken_where_the_terminal_ends(CommandSpec command) {
    assertThat(command.usageMessage().footerHeading()).startsWith("%nExample");
    assertThat(command.usageMessage().footer()).allMatch(l -> l.length() <= 80);
    // What is broken by hand is broken again, somewhere else.
    assertThat(command.options()).allMatch(o -> o.description().length <= 1);
    assertThat(command.positionalParameters()).allMatch(o -> o.description().length <= 1);
  }
}
