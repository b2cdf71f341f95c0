package dev.assay.text;

/// A link as it stands in a document.
///
/// @param text the words that carry it; for an image its alternative text; empty for a bare address
/// @param target the address as written
/// @param image whether it only shows a picture
/// @param at where it starts in the plain text of its block
record Link(String text, String target, boolean image, int at) {}
