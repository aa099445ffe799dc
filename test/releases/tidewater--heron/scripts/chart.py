"""Draws a chart from soundings with a trained Heron."""
import argparse

import torch

from heron.model import Heron


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("soundings")
    parser.add_argument("--weights", required=True)
    arguments = parser.parse_args()
    model = Heron()
    model.load_state_dict(torch.load(arguments.weights))
    model.eval()
    with open(arguments.soundings) as lines:
        values = torch.tensor([[float(value) for value in line.split(",")] for line in lines])
    print(model(values))


if __name__ == "__main__":
    main()
