/// Compares sets of weights tensor by tensor, and whole releases part by part. Bytes are mapped or
/// read in pieces; memory does not grow with the files.
@NullMarked
package dev.assay.weights;

import org.jspecify.annotations.NullMarked;
