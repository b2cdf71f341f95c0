package dev.assay.bench.forms;

import java.util.List;

/// The forms that are known, in the order of tables.
final class Rewritings {
  static final List<Rewriting> ALL =
      List.of(
          Paragraphs.broken(),
          Paragraphs.joined(),
          LinksByReference.form(),
          HeadingsUnderlined.form(),
          FencesOfTildes.form(),
          Heads.quoted(),
          Heads.block(),
          Heads.flow(),
          Heads.json(),
          Encodings.lines(),
          Encodings.mark(),
          new Encodings.Utf16(),
          PythonTabs.form(),
          Encodings.linesOfPython(),
          PythonBare.form(),
          PythonArguments.form(),
          PythonQuotes.form(),
          PythonImports.inBrackets(),
          PythonImports.oneALine(),
          Notebooks.ofScripts(),
          Notebooks.asScripts(),
          ShellLines.joined(),
          ShellLines.options(),
          ShellLines.values(),
          Json.indented(),
          Json.minified(),
          Settings.flow(),
          Settings.block(),
          Settings.yamlAsJson(),
          Settings.jsonAsYaml(),
          Renaming.readme("readme-small", "readme.md"),
          Renaming.readme("readme-markdown", "README.markdown"),
          Renaming.readmeInDocs(),
          Renaming.licence("licence-txt", "LICENSE.txt"),
          Renaming.licence("licence-copying", "COPYING"),
          Renaming.licence("licence-licence", "LICENCE"),
          LicenceWrapped.form(),
          Packing.zip(),
          Packing.tarGz(),
          Laying.wrapped(),
          Laying.reversed(),
          Laying.times());

  private Rewritings() {}
}
