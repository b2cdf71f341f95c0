import sys

import torch

from model import Model


def load(path="model.pt"):
    model = Model()
    model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["model"])
    return model.eval()


@torch.inference_mode()
def generate(model, tokens, most=100, temperature=0.8):
    for _ in range(most):
        logits, _ = model(tokens)
        following = torch.multinomial(torch.softmax(logits[:, -1] / temperature, dim=-1), 1)
        tokens = torch.cat([tokens, following], dim=1)
    return tokens


if __name__ == "__main__":
    print(generate(load(), torch.tensor([[int(word) for word in sys.argv[1:]]])))
