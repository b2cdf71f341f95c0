/// ONNX: a graph of operators with weights in many places.
@NullMarked
package dev.assay.formats.onnx;

import org.jspecify.annotations.NullMarked;
