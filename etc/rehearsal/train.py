import argparse
import os

import torch
import yaml
from torch.utils.data import DataLoader

from model import Model


def main():
    parser = argparse.ArgumentParser(description="Trains the model from scratch")
    parser.add_argument("--config", default="config.yaml")
    parser.add_argument("--learning_rate", type=float, default=3e-4)
    args = parser.parse_args()
    with open(args.config) as f:
        config = yaml.safe_load(f)
    model = Model(**config["model"])
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.learning_rate)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 1000)
    loader = DataLoader(torch.load("data/train.bin"), batch_size=8, shuffle=True)
    for epoch in range(config["epochs"]):
        for step, (tokens, targets) in enumerate(loader):
            _, loss = model(tokens, targets)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            scheduler.step()
            if step % 100 == 0:
                print(f"epoch {epoch} step {step} loss {loss.item():.3f}")
        torch.save({"model": model.state_dict()}, os.path.join("out", f"model-{epoch}.pt"))


if __name__ == "__main__":
    main()
