package dev.assay.code.frameworks;

/// A signal at its place.
///
/// @param signal what it shows
/// @param framework the framework's name
/// @param what the name that showed it
/// @param offset where it begins, in the text that was scanned
public record Sighting(Signal signal, String framework, String what, int offset) {}
