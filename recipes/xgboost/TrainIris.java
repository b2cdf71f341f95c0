import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/// Trains XGBoost on a table whose last column is the class, as jpmml-xgboost's main.py does for its
/// booster "MultinomialClassificationIris", but from Java.
///
///     TrainIris TABLE ROUNDS RATE_DROP SEED MODEL
public final class TrainIris {
  private TrainIris() {}

  public static void main(String[] args) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    String[] names = lines.getFirst().split(",", -1);
    int columns = names.length - 1;
    List<String> rows = lines.subList(1, lines.size());
    // Classes are numbered in the order of their names, as scikit-learn's LabelEncoder does.
    List<String> classes =
        rows.stream().map(r -> r.substring(r.lastIndexOf(',') + 1)).distinct().sorted().toList();
    float[] values = new float[rows.size() * columns];
    float[] labels = new float[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i).split(",", -1);
      for (int k = 0; k < columns; k++) {
        values[i * columns + k] = Float.parseFloat(cells[k]);
      }
      labels[i] = classes.indexOf(cells[columns]);
    }
    DMatrix data = new DMatrix(values, rows.size(), columns, Float.NaN);
    data.setLabel(labels);
    List<String> types = new ArrayList<>();
    for (int k = 0; k < columns; k++) {
      types.add("float");
    }
    data.setFeatureNames(List.of(names).subList(0, columns).toArray(new String[0]));
    data.setFeatureTypes(types.toArray(new String[0]));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("booster", "dart");
    parameters.put("rate_drop", Double.valueOf(args[2]));
    parameters.put("objective", "multi:softprob");
    parameters.put("num_class", classes.size());
    parameters.put("seed", Integer.valueOf(args[3]));
    parameters.put("nthread", 1);
    Booster booster =
        XGBoost.train(data, parameters, Integer.parseInt(args[1]), Map.of(), null, null);
    booster.saveModel(args[4]);
  }
}
