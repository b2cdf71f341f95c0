/// Models of trees: XGBoost, LightGBM, CatBoost.
@NullMarked
package dev.assay.formats.trees;

import org.jspecify.annotations.NullMarked;
