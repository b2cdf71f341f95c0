import json
import sys

import torch
from datasets import load_dataset
from sklearn.metrics import accuracy_score

from model import Model


@torch.no_grad()
def evaluate(model, examples):
    model.eval()
    said = [model(e["tokens"])[0].argmax(-1) for e in examples]
    return {"accuracy": accuracy_score([e["label"] for e in examples], said)}


if __name__ == "__main__":
    model = Model()
    model.load_state_dict(torch.load(sys.argv[1], map_location="cpu")["model"])
    print(json.dumps(evaluate(model, load_dataset("example/benchmark", split="test"))))
