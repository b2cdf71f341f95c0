/// Archives that were cut before their directory or are not opened, and files that were packed
/// alone.
@NullMarked
package dev.assay.formats.archive;

import org.jspecify.annotations.NullMarked;
