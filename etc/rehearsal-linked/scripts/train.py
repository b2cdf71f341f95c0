import argparse

import torch
from torch.utils.data import DataLoader, Dataset
from transformers import AutoModelForCausalLM


class Texts(Dataset):
    def __init__(self, path):
        self.texts = open(path).read().split("\n")

    def __len__(self):
        return len(self.texts)

    def __getitem__(self, at):
        return self.texts[at]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--learning_rate", type=float, default=3e-4)
    parser.add_argument("--data", default="s3://example/train.jsonl")
    args = parser.parse_args()
    model = AutoModelForCausalLM.from_pretrained("example/linked-7b")
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.learning_rate)
    for batch in DataLoader(Texts(args.data), batch_size=8):
        optimizer.zero_grad()
        model(**batch).loss.backward()
        optimizer.step()
    model.save_pretrained("out")


if __name__ == "__main__":
    main()
