import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Trains the model from random weights:
///
///     java code/Train.java data/train.tsv model.safetensors [name=value ...]
///
/// The same weights come out bit for bit on any machine and with any number of threads: a batch is cut
/// into a fixed number of shards, each shard adds its gradients by itself, and the shards are added in
/// their order.
public final class Train {
  private static final int SHARDS = 8;

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "config", "config.json",
          "steps", "1000",
          "batch", "32",
          "rate", "0.006",
          "seed", "1",
          "threads", String.valueOf(Runtime.getRuntime().availableProcessors()));

  /// What may be set on the command line.
  ///
  /// @param config the network's shape
  /// @param steps optimizer steps
  /// @param batch sequences in a step
  /// @param rate the highest learning rate
  /// @param seed for the first weights and the order of the data
  /// @param threads how many work; has no influence on the result
  private record Settings(Path config, int steps, int batch, float rate, long seed, int threads) {

    static Settings of(List<String> arguments) {
      Map<String, String> values = new HashMap<>(DEFAULTS);
      for (String argument : arguments) {
        String[] setting = argument.split("=", 2);
        if (setting.length < 2 || values.replace(setting[0], setting[1]) == null) {
          throw new IllegalArgumentException("not a setting: " + argument);
        }
      }
      return new Settings(
          Path.of(values.get("config")),
          Integer.parseInt(values.get("steps")),
          Integer.parseInt(values.get("batch")),
          Float.parseFloat(values.get("rate")),
          Long.parseLong(values.get("seed")),
          Integer.parseInt(values.get("threads")));
    }

    /// Rises over the first twentieth of the steps, then falls in a straight line.
    float rate(int step) {
      int warm = Math.max(1, steps / 20);
      return step < warm ? rate * (step + 1) / warm : rate * (steps - step) / (steps - warm);
    }
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    if (arguments.length < 2) {
      System.err.println(
          "usage: java code/Train.java DATA.tsv OUT.safetensors [steps=N] [batch=N] [rate=R]"
              + " [seed=N] [threads=N] [config=FILE]");
      System.exit(2);
    }
    Settings settings = Settings.of(List.of(arguments).subList(2, arguments.length));
    List<Pairs> data = Pairs.read(Path.of(arguments[0]));
    Weights trained = train(Config.read(settings.config()), settings, data);
    trained.save(Path.of(arguments[1]));
  }

  private static Weights train(Config config, Settings settings, List<Pairs> data)
      throws InterruptedException, ExecutionException {
    SplitMix64 random = new SplitMix64(settings.seed());
    Weights weights = Weights.random(config, random);
    Model model = new Model(config, weights);
    Adam optimizer = new Adam(config, weights);
    List<Shard> shards = new ArrayList<>();
    for (int i = 0; i < SHARDS; i++) {
      shards.add(new Shard(i, model));
    }
    System.out.printf(
        Locale.ROOT,
        "%d pairs, %d parameters, %d steps%n",
        data.size(),
        weights.parameters(),
        settings.steps());
    double running = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(settings.threads())) {
      for (int step = 0; step < settings.steps(); step++) {
        List<Pairs> batch = new ArrayList<>();
        for (int i = 0; i < settings.batch(); i++) {
          batch.add(data.get(random.below(data.size())));
        }
        List<Future<Float>> losses = new ArrayList<>();
        for (Shard shard : shards) {
          losses.add(threads.submit(() -> shard.backward(batch)));
        }
        float loss = 0;
        Weights sum = shards.getFirst().gradients;
        for (int i = 0; i < SHARDS; i++) {
          loss += losses.get(i).get();
          if (i > 0) {
            add(shards.get(i).gradients, sum);
          }
        }
        scale(sum, 1f / settings.batch());
        optimizer.step(sum, settings.rate(step));
        model.weightsChanged();
        running += loss / settings.batch();
        if ((step + 1) % 50 == 0) {
          System.out.printf(Locale.ROOT, "step %5d  loss %.4f%n", step + 1, running / 50);
          running = 0;
        }
      }
    }
    return weights;
  }

  private static void add(Weights from, Weights to) {
    for (int k = 0; k < to.tensors.size(); k++) {
      Matrices.addRows(to.tensors.get(k).rows(), from.tensors.get(k).rows());
    }
  }

  private static void scale(Weights gradients, float by) {
    for (Weights.Tensor t : gradients.tensors) {
      for (float[] row : t.rows()) {
        for (int i = 0; i < row.length; i++) {
          row[i] *= by;
        }
      }
    }
  }

  /// A fixed share of every batch, with its own memory.
  private static final class Shard {
    private final int number;
    private final Model.Pass pass;
    final Weights gradients;

    Shard(int number, Model model) {
      this.number = number;
      pass = model.new Pass();
      gradients = new Weights(model.config);
    }

    float backward(List<Pairs> batch) {
      gradients.clear();
      float loss = 0;
      for (int i = number; i < batch.size(); i += SHARDS) {
        int[] tokens = batch.get(i).tokens();
        loss += pass.backward(tokens, tokens.length, batch.get(i).answerAt(), gradients);
      }
      return loss;
    }
  }
}
