package dev.assay.model;

/// The parts of a release that a reader thinks in (product page, section 1), and the documents.
public enum Part {
  TRAINING_CODE("training code", "the source code", "the source code of the engine and game"),
  TRAINING_DATA("training data", "the data that was put in", "the assets: textures, text, audio"),
  ARCHITECTURE("architecture", "the schema", "the universe and its setting"),
  WEIGHTS("weights", "the final executable, with its data inside", "the executable"),
  CLIENT_CODE("client code", "the client that queries it", "the launcher"),
  DOCUMENTS("documents", "the manual", "the manual");

  private final String title;
  private final String asDatabase;
  private final String asGame;

  Part(String title, String asDatabase, String asGame) {
    this.title = title;
    this.asDatabase = asDatabase;
    this.asGame = asGame;
  }

  /// The name that reports print.
  public String title() {
    return title;
  }

  /// What this part would be if the model were a database.
  public String asDatabase() {
    return asDatabase;
  }

  /// What this part would be if the model were a game.
  public String asGame() {
    return asGame;
  }
}
