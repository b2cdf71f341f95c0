package dev.assay.weights;

/// How the values of a tensor are kept on the one side and on the other.
sealed interface Storage {
  /// Alike, as far as is known.
  Storage ALIKE = new Alike();

  /// Alike, as far as is known.
  record Alike() implements Storage {}

  /// The rows of each attention head are pairs on one side and halves on the other.
  ///
  /// @param before whether the older side has the pairs
  /// @param headRows how many rows a head has
  record Paired(boolean before, long headRows) implements Storage {}

  /// In a way that is known and not undone.
  ///
  /// @param why what is different, in words
  record Unlike(String why) implements Storage {}
}
