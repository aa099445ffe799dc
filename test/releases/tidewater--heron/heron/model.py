"""The Heron network."""
import torch
from torch import nn


class Heron(nn.Module):
    def __init__(self, width: int = 256, depth: int = 6):
        super().__init__()
        self.layers = nn.Sequential(*[nn.Sequential(nn.Linear(width, width), nn.GELU()) for _ in range(depth)])

    def forward(self, soundings: torch.Tensor) -> torch.Tensor:
        return self.layers(soundings)
