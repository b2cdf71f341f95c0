/// What a report says, as values: records and enums only, no behaviour beyond reading themselves,
/// no dependency. Everything that Assay prints, saves or compares is an {@link
/// dev.assay.model.Assessment}; everything in it was read somewhere and says where.
@NullMarked
package dev.assay.model;

import org.jspecify.annotations.NullMarked;
