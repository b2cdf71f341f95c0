package dev.assay.licences.match;

/// One place where a text differs from a known licence.
///
/// @param fileFrom the first word added or changed in the text
/// @param fileTo after the last; equal to `fileFrom` when words are only missing
/// @param refFrom the first word missing from or changed in the licence
/// @param refTo after the last
/// @param weight how many words count: 0 for names, addresses, list numbers, optional parts,
///   spelling
record Difference(int fileFrom, int fileTo, int refFrom, int refTo, int weight) {}
