/// MATLAB's files of variables.
@NullMarked
package dev.assay.formats.matlab;

import org.jspecify.annotations.NullMarked;
