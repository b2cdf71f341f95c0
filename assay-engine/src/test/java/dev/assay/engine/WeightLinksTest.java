package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.io.TextFile;
import dev.assay.model.Mention;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WeightLinksTest {
  private static TextFile text(String s) {
    return TextFile.of("s", "a.py", s);
  }

  private static TextFile named(String path, String s) {
    return TextFile.of("s", path, s);
  }

  @Test
  void a_url_that_ends_in_a_weights_file_is_a_link_with_its_line() {
    var links =
        WeightLinks.in(text("x = 1\nURL = {\"a\": \"https://host.example/a/b/tiny.en.pt\"}\n"));
    assertThat(links)
        .extracting(Mention::link)
        .containsExactly("https://host.example/a/b/tiny.en.pt");
    assertThat(links.getFirst().evidence().place()).isEqualTo("a.py:2");
  }

  @Test
  void a_query_behind_it_does_not_hide_it() {
    assertThat(WeightLinks.in(text("https://host.example/m.safetensors?download=true"))).hasSize(1);
  }

  @Test
  void pages_and_code_are_no_weights() {
    assertThat(
            WeightLinks.in(
                text("https://host.example/a.pt/readme https://host.example/x.py https://pt")))
        .isEmpty();
  }

  @Test
  void an_address_of_this_machine_leads_nowhere() {
    for (String host : new String[] {"localhost:8080", "127.0.0.1", "[::1]:80"}) {
      assertThat(WeightLinks.in(text("load_model(\"http://" + host + "/m.pt\")"))).isEmpty();
    }
    assertThat(WeightLinks.in(text("load_model(\"http://host.example/m.pt\")"))).hasSize(1);
  }

  @Test
  void a_file_of_nothing_but_prefixes_is_read_once() {
    assertThat(WeightLinks.in(text("https://".repeat(200_000)))).isEmpty();
  }

  @Test
  void a_program_of_many_beginnings_of_addresses_is_looked_through_once() {
    String line = "BASE_URL = 'https://host.example/models/'\n";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(WeightLinks.in(text(line.repeat(50_000)))).isEmpty());
  }

  @Test
  void addresses_on_one_line_take_time_in_proportion() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(WeightLinks.in(text("[a](https://h.example/page) ".repeat(150_000))))
                .isEmpty());
  }

  @Test
  void a_program_may_begin_with_what_is_no_address() {
    assertThat(WeightLinks.in(text("://\nURL = 'https://host.example/a/tiny.pt'"))).hasSize(1);
  }

  @Test
  void a_script_named_for_fetching_models_links_to_what_it_fetches() {
    String script = "wget https://cdn.host.example/net_stage2.zip -P out\n";
    assertThat(WeightLinks.in(named("get_models.sh", script))).hasSize(1);
    assertThat(WeightLinks.in(named("get_samples.sh", script))).isEmpty();
    assertThat(WeightLinks.in(named("download_model.py", "get('https://b.example/net-2/' + n)")))
        .hasSize(1);
  }

  @Test
  void a_packed_folder_is_weights_where_its_address_says_so() {
    assertThat(WeightLinks.in(text("u = 'https://h.example/models/small.tar.gz'"))).hasSize(1);
    assertThat(WeightLinks.in(text("u = 'https://h.example/datasets/models.zip'"))).isEmpty();
    assertThat(WeightLinks.in(text("u = 'https://h.example/models/net/a22.zip'"))).hasSize(1);
    assertThat(WeightLinks.in(text("u = 'https://h.example/models/net/a22_predictions.zip'")))
        .isEmpty();
    assertThat(WeightLinks.in(text("u = 'https://h.example/models/net/sample-outputs.tar.gz'")))
        .isEmpty();
    assertThat(WeightLinks.in(text("u = 'gs://bucket/checkpoints/large/'"))).hasSize(1);
  }

  @Test
  void a_release_download_that_is_put_together_is_a_link() {
    String code = "URL = HOST + '/releases/download/' + version";
    assertThat(WeightLinks.in(named("net/model/provider.py", code))).hasSize(1);
    assertThat(WeightLinks.in(named("net/update.py", code))).isEmpty();
    String whole = "BASE = \"https://code.example/lark/releases/download\"";
    assertThat(WeightLinks.in(named("net/checkpoint.py", whole)))
        .extracting(Mention::link)
        .containsExactly("https://code.example/lark/releases/download");
  }

  @Test
  void aPackedFolderIsWeightsWhereTheFunctionThatFetchesItSaysSo() {
    String fetch = "%s <- function(dir) {\n  url <- \"https://a.example/x/english.zip?n=1\"\n}\n";
    assertThat(WeightLinks.in(text(fetch.formatted("tagger_download_model")))).hasSize(1);
    assertThat(WeightLinks.in(text(fetch.formatted("tagger_download_texts")))).isEmpty();
  }

  @Test
  void anAddressThatOnlyBeginsIsALinkWhereItsProgramLoadsWeights() {
    String program =
        """
        ROOT_URL = "https://files.example.org/net/"
        def get_model(name):
            return load_model(hub.load_state_dict_from_url(ROOT_URL + name))
        """;
    assertThat(WeightLinks.in(TextFile.of("s", "net/pretrained.py", program))).hasSize(1);
    String open =
        """
        url = f"https://example.org/raw/main/models/{name}"
        download_file(url + ".zip")
        model = load_model(name)
        """;
    assertThat(WeightLinks.in(TextFile.of("s", "net/enhance.py", open))).hasSize(1);
  }

  @Test
  void anAddressThatOnlyBeginsIsNoneWhereNothingIsLoadedOrDataIsMeant() {
    String none = "ROOT_URL = \"https://files.example.org/net/\"\nprint(ROOT_URL + name)\n";
    assertThat(WeightLinks.in(TextFile.of("s", "net/pretrained.py", none))).isEmpty();
    String data =
        """
        BASE_URL = "https://example.org/datasets/models/"
        download_file(BASE_URL + name)
        model = load_model(name)
        """;
    assertThat(WeightLinks.in(TextFile.of("s", "net/enhance.py", data))).isEmpty();
  }

  @Test
  void packedModelsAmongTheReleasesOfARepositoryAreALink() {
    String code = "URLS = [f\"{REPOSITORY}/releases/latest/download/net_%s.zip\"]\n";
    assertThat(WeightLinks.in(TextFile.of("s", "run.py", code.formatted("models")))).hasSize(1);
    assertThat(WeightLinks.in(TextFile.of("s", "run.py", code.formatted("windows")))).isEmpty();
  }

  @Test
  void an_installer_fetches_the_files_that_it_names() {
    String installer =
        "base_url = 'https://host.example/a/net/raw/models/'\nweight_files = ['model-{}.h5']\nurlretrieve(base_url + f)\n";
    assertThat(WeightLinks.in(named("setup.py", installer))).hasSize(1);
    assertThat(WeightLinks.in(named("setup.py", installer.replace(".h5", ".txt")))).isEmpty();
  }

  @Test
  void theFilesOfAModelsRepositoryAreFetchedByNamesThatTheProgramAdds() {
    String program =
        "HOME = 'https://huggingface.co/acme/net/resolve/main/'\nx = requests.get(HOME + name)\n";
    assertThat(WeightLinks.in(text(program))).hasSize(1);
    assertThat(WeightLinks.in(text(program.replace("acme/net", "datasets/acme/net")))).isEmpty();
    assertThat(WeightLinks.in(text(program.replace("requests.get", "print")))).isEmpty();
  }

  @Test
  void whatAFunctionThatLoadsModelsIsGivenIsOne() {
    assertThat(WeightLinks.in(text("e = load_model(\"https://cdn.example/e/encoder.pkl\", d)")))
        .hasSize(1);
    assertThat(WeightLinks.in(text("e = load_words(\"https://cdn.example/e/encoder.pkl\", d)")))
        .isEmpty();
  }

  @Test
  void packedWeightsKeepTheirEndingAndABinaryIsAModelWhereItIsCalledSo() {
    assertThat(WeightLinks.in(text("u = 'https://h.example/net.pth.tar'"))).hasSize(1);
    assertThat(WeightLinks.in(text("u = 'https://h.example/net.src.tar'"))).isEmpty();
    assertThat(WeightLinks.in(text("u = 'https://h.example/a/pytorch_model.bin'"))).hasSize(1);
    assertThat(WeightLinks.in(text("u = 'https://h.example/a/firmware.bin'"))).isEmpty();
  }

  @Test
  void aBucketIsOfWeightsWhereItsNameInTheProgramSaysSo() {
    assertThat(WeightLinks.in(text("READER_CHECKPOINT: str = 's3://reader/2025_05'"))).hasSize(1);
    assertThat(WeightLinks.in(text("READER_LOGS: str = 's3://reader/2025_05'"))).isEmpty();
  }

  @Test
  void namesOfPretrainedModelsArePutBehindAPrefix() {
    String table =
        "PRETRAINED = {'base': URL_PREFIX + 'base-pytorch_model.bin'}\n"
            + "URL_PREFIX = 'https://h.example/lab/models/'\nfrom_pretrained()\n";
    assertThat(WeightLinks.in(text(table))).hasSize(1);
    assertThat(
            WeightLinks.in(
                text(table.toLowerCase(java.util.Locale.ROOT).replace("pretrained", "x"))))
        .isEmpty();
  }

  @Test
  void what_a_log_says_was_in_a_cache_is_what_a_run_began_from() {
    String log = "loading archive file https://host.example/models/base.tar.gz%s\n";
    assertThat(WeightLinks.in(named("a.ipynb", log.formatted("")))).hasSize(1);
    assertThat(WeightLinks.in(named("a.ipynb", log.formatted(" from cache at /home/x/1f"))))
        .isEmpty();
    String put =
        "Downloading: \\\"https://host.example/models/base-1f.pth\\\" to %s/base-1f.pth\\n";
    assertThat(WeightLinks.in(named("a.ipynb", put.formatted("/home/x/.cache/hub")))).isEmpty();
    assertThat(WeightLinks.in(named("a.ipynb", put.formatted("/home/x/weights")))).hasSize(1);
  }

  @Test
  void what_is_downloaded_to_where_a_model_is_kept_is_one() {
    String call = "site_download(\n    \"https://files.example/get/4270\",\n    self.args.%s)\n";
    assertThat(WeightLinks.in(text(call.formatted("model_loc")))).hasSize(1);
    assertThat(WeightLinks.in(text(call.formatted("table_loc")))).isEmpty();
    assertThat(WeightLinks.in(text(call.formatted("model_name")))).isEmpty();
  }

  @Test
  void
      an_address_among_releases_may_be_put_together_where_the_program_says_that_a_model_is_there() {
    String said =
        """
        def load(name):
            if not os.path.exists(name):
                fail("%s was not found. Get it here: ",
                     "https://github.com/lab/net/releases/download/v%%s/%%s" %% (VERSION, name))
        """;
    assertThat(WeightLinks.in(text(said.formatted("The file of the pre-trained model"))))
        .extracting(Mention::link)
        .containsExactly("https://github.com/lab/net/releases/download/v%s/%s");
    assertThat(WeightLinks.in(text(said.formatted("The picture")))).isEmpty();
    assertThat(WeightLinks.in(text(said.formatted("The dataset of the pre-trained model"))))
        .isEmpty();
  }

  @Test
  void the_folder_of_a_release_that_is_called_models_holds_them() {
    String said = "url = \"https://github.com/lab/net.jl/releases/download/%s/\"\n";
    assertThat(WeightLinks.in(named("deps/build.jl", said.formatted("Models")))).hasSize(1);
    assertThat(WeightLinks.in(named("deps/build.jl", said.formatted("Pictures")))).isEmpty();
  }

  @Test
  void where_checkpoints_are_written_to_is_no_place_to_have_them() {
    String said = "model_checkpoint:\n  %s: \"s3://songs/checkpoints/\"\n";
    assertThat(WeightLinks.in(named("configs/a.yaml", said.formatted("dirpath")))).isEmpty();
    assertThat(WeightLinks.in(named("configs/a.yaml", said.formatted("save_dir")))).isEmpty();
    assertThat(WeightLinks.in(named("configs/a.yaml", said.formatted("#resume_from")))).isEmpty();
    assertThat(WeightLinks.in(named("configs/a.yaml", said.formatted("load_from")))).hasSize(1);
  }

  @Test
  void a_script_that_fetches_a_file_of_a_models_repository_links_to_it() {
    String said = "wget https://huggingface.co/%slab/net/resolve/main/%s -O a\n";
    assertThat(WeightLinks.in(named("go.sh", said.formatted("", "g_000200")))).hasSize(1);
    assertThat(WeightLinks.in(named("go.sh", said.formatted("", "late_ckpt.pickle")))).hasSize(1);
    assertThat(WeightLinks.in(named("go.sh", said.formatted("", "vocab.txt")))).isEmpty();
    assertThat(WeightLinks.in(named("go.sh", said.formatted("", "spiece.vocab")))).isEmpty();
    assertThat(WeightLinks.in(named("go.sh", said.formatted("datasets/", "g_000200")))).isEmpty();
    assertThat(WeightLinks.in(text("x = '" + said.substring(5).formatted("", "g_2") + "'")))
        .isEmpty();
  }

  @Test
  void whatAnEncoderBeginsWithIsNotTheReleases() {
    String said = "settings = {\"url\": \"https://host.example/models/small-b0353104.pth\"}\n";
    assertThat(WeightLinks.in(named("net/encoders/small.py", said))).isEmpty();
    assertThat(WeightLinks.in(named("net/encoding/small.py", said))).hasSize(1);
  }

  @Test
  void aProgramForTrainedWeightsKeepsTheNumbersOfTheirFiles() {
    String said =
        "all = {\"sand\": [\"https://%s/31458679\", 1]}\nr = requests.get(all[n][0])\nnet.load_state_dict(r)\n";
    String store = said.formatted("figshare.example.org/ndownloader/files");
    assertThat(WeightLinks.in(named("net/pretrained.py", store))).hasSize(1);
    assertThat(WeightLinks.in(named("net/letters.py", store))).isEmpty();
    assertThat(WeightLinks.in(named("net/pretrained.py", said.formatted("h.example/page"))))
        .isEmpty();
  }

  @Test
  void an_address_that_is_kept_as_a_models_leads_to_one() {
    String program =
        "import gdown, torch\ndef load(m):\n    %s = 'https://drive.google.com/uc?id=1Xu0s'\n    gdown.download(%s, p)\n    net.load_state_dict(torch.load(p))\n";
    assertThat(WeightLinks.in(named("gull/__init__.py", program.formatted("modelurl", "modelurl"))))
        .hasSize(1);
    assertThat(WeightLinks.in(named("gull/__init__.py", program.formatted("pageurl", "pageurl"))))
        .isEmpty();
  }

  @Test
  void a_frozen_graph_is_weights() {
    assertThat(WeightLinks.in(named("demo/script.sh", "curl https://host.example/large3/graph.pb")))
        .hasSize(1);
    assertThat(WeightLinks.in(named("demo/script.sh", "curl https://host.example/large3/graph.py")))
        .isEmpty();
  }
}
