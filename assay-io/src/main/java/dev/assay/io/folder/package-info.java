/// Folders and single files of this machine as trees.
@NullMarked
package dev.assay.io.folder;

import org.jspecify.annotations.NullMarked;
