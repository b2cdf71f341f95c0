/// The file that the build makes and the engine reads: sections, and tables that are looked up
/// where they lie.
@NullMarked
package dev.assay.licences.data;

import org.jspecify.annotations.NullMarked;
