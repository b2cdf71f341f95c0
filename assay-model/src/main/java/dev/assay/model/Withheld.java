package dev.assay.model;

/// One thing that is missing, for the reader a moat and for the publisher something to do.
///
/// @param component what is missing
/// @param what one sentence: what is missing or holds it back
/// @param todo what a publisher would add, and where
/// @param raisesTo the step that the release could reach with this and all before it in the list
public record Withheld(Component component, String what, String todo, Step raisesTo) {}
