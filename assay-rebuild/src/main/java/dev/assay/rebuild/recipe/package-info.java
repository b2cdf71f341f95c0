/// What a recipe says, read strictly.
@NullMarked
package dev.assay.rebuild.recipe;

import org.jspecify.annotations.NullMarked;
