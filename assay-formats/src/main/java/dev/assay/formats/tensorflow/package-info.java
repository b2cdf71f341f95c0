/// TensorFlow's formats: TFLite, SavedModel, checkpoints, TensorFlow.js.
@NullMarked
package dev.assay.formats.tensorflow;

import org.jspecify.annotations.NullMarked;
