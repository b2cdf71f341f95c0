package dev.assay.licences.names;

/// A licence named by some words.
///
/// @param expression the SPDX identifier or expression, or `LicenseRef-...`
/// @param from the first token
/// @param to after the last token
/// @param sure whether the words can mean nothing but a licence (`Apache License 2.0`), or need a
///   licence spoken of around them (`MIT`)
public record Name(String expression, int from, int to, boolean sure) {}
