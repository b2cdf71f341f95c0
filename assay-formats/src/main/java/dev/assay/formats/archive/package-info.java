/// Archives that were cut before their directory.
@NullMarked
package dev.assay.formats.archive;

import org.jspecify.annotations.NullMarked;
