/// Pickles and what is built on them: PyTorch, joblib. Opcodes are walked and never obeyed: no
/// object is made, no module is imported, nothing is called.
@NullMarked
package dev.assay.formats.pickle;

import org.jspecify.annotations.NullMarked;
