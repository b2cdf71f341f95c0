package dev.assay.profiles;

import dev.assay.model.Component;

/// One thing to do for a definition, at its place in the order that raises a release most.
///
/// @param component what it is about
/// @param now what was found
/// @param add what to add
/// @param where where to put it
/// @param example what it could look like
/// @param reaches the definition's verdict with this and all before it done
public record Gap(
    Component component, String now, String add, String where, String example, String reaches) {}
