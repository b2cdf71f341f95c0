package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DataSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Data sets that a program which learns has a library fetch, by the ways of many libraries.
class DataLibrariesTest {
  private static final String LEARNS = "\nfor x in data:\n    net(x).backward()\n";

  private static List<String> trainedOn(String path, String program) {
    return Docs.readme("# Net\n").trains().with(path, program).judge().data().stream()
        .filter(d -> d.stage() == DataSet.Stage.TRAINING)
        .filter(d -> d.form() == DataSet.Form.SCRIPT)
        .map(DataSet::name)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from keras.datasets import mnist ; (x, y), _ = mnist.load_data() | mnist",
        "from tensorflow.keras.datasets import cifar10 ; d = cifar10.load_data() | cifar10",
        "import tensorflow_datasets as tfds ; d = tfds.load('oxford_pets', split='train') | oxford_pets",
        "import tensorflow_datasets as tfds ; d = tfds.load(name='oxford_pets') | oxford_pets",
        "task.add('pairs', tfds_name='c4/multilingual:3.0.1') | c4/multilingual:3.0.1",
        "import mne ; p = mne.datasets.sample.data_path() | sample",
        "from mne.datasets import eegbci ; f = eegbci.load_data(1, [6]) | eegbci",
        "from moabb.datasets import BNCI2014001 | BNCI2014001",
        "from torch_geometric.datasets import Planetoid ; d = Planetoid(root, 'Cora') | Planetoid",
        "from dgl import data ; d = dgl.data.CoraGraphDataset() | CoraGraphDataset",
        "from ogb.nodeproppred import PygNodePropPredDataset as P ; d = PygNodePropPredDataset(name='ogbn-arxiv') | ogbn-arxiv",
        "import deepchem as dc ; t, d, f = dc.molnet.load_tox21(featurizer='GraphConv') | tox21",
        "from medmnist import INFO | MedMNIST",
        "from wilds import get_dataset ; d = get_dataset(dataset='iwildcam', download=True) | iwildcam",
        "import gensim.downloader as api ; d = api.load('text8') | text8",
        "from gluonts.dataset.repository.datasets import get_dataset ; d = get_dataset('electricity') | electricity",
        "import paddle ; d = paddle.vision.datasets.MNIST(mode='train') | MNIST",
        "import chainer ; train, test = chainer.datasets.get_cifar10() | cifar10",
        "from fastai.vision.all import * ; path = untar_data(URLs.PETS) | PETS",
        "from flair.datasets import UD_ENGLISH | UD_ENGLISH",
        "import d4rl ; d = d4rl.qlearning_dataset(env) | D4RL",
        "from tensorflow.examples.tutorials.mnist import input_data ; m = input_data.read_data_sets('d') | MNIST",
        "from torchtext.datasets import ( IMDB, AG_NEWS, ) | IMDB",
      })
  void aLibraryFetchesIt(String program, String name) {
    assertThat(trainedOn("net.py", program.replace(" ; ", "\n") + LEARNS)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from torchvision.datasets import ImageFolder\nd = ImageFolder(root, download=True)",
        "from torch.utils.data import Dataset, DataLoader",
        "import torchvision\nd = torchvision.datasets.Harbour(root)",
        "from torch_geometric.data import InMemoryDataset",
        "import tensorflow_datasets as tfds\nd = tfds.load(name)",
        "import tensorflow_datasets as tfds\nd = tfds.load('train')",
        "from tensorflow import keras\nd = dataset_builder()",
        "from mxnet import gluon\nd = gluon.data.vision.ImageFolderDataset(root)",
        "from mxnet import gluon\nd = gluon.data.vision.ImageRecordDataset(root)",
        "import muspy\nm = muspy.Music()\nd = make(download_and_extract=True)",
        "from lhotse import CutSet\npath = download_file(where)",
      })
  void whatHoldsAnythingOrIsNotNamedIsNone(String program) {
    assertThat(trainedOn("net.py", program + LEARNS)).isEmpty();
  }

  @Test
  void namesStandInSeveralLines() {
    assertThat(
            trainedOn(
                "net.py",
                "from torchtext.datasets import (\n    IMDB,\n    AG_NEWS as News,\n)\n" + LEARNS))
        .containsExactlyInAnyOrder("IMDB", "AG_NEWS");
  }

  @Test
  void aNotebookThatLearnsHasALibraryFetchIt() {
    assertThat(
            trainedOn(
                "harbour.ipynb",
                "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"import tensorflow_datasets as tfds\\n\", \"d = tfds.load(\\\"oxford_pets\\\")\\n\", \"net.fit(d)\\n\"]}]}"))
        .containsExactly("oxford_pets");
  }

  @Test
  void aProgramOfAnotherLanguageHasALibraryFetchIt() {
    assertThat(
            trainedOn(
                "Train.java",
                "import org.deeplearning4j.datasets.iterator.impl.MnistDataSetIterator;\nDataSetIterator it = new MnistDataSetIterator(64, true, 1);\nmodel.fit(it);\n"))
        .containsExactly("MNIST");
    assertThat(
            trainedOn(
                "train.R",
                "library(keras)\nmnist <- dataset_mnist()\nmodel %>% fit(mnist$train$x, mnist$train$y)\n"))
        .containsExactly("mnist");
  }
}
