/// Keras: HDF5 files and the zip of Keras 3.
@NullMarked
package dev.assay.formats.keras;

import org.jspecify.annotations.NullMarked;
