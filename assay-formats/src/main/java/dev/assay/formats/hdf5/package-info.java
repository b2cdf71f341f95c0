/// HDF5 as far as a weights header needs it: groups, attributes, datasets with their shapes and
/// types. Nothing is followed out of the file, no dataset is decoded.
@NullMarked
package dev.assay.formats.hdf5;

import org.jspecify.annotations.NullMarked;
