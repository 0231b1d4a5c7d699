"""Reads a question and a sentence together: every piece of the question looks for what it means in the sentence.

Decomposable attention (Parikh and others, 2016) over what the sentence encoder makes of the pieces. Each piece of the
question gathers from the sentence's pieces what is near to it, or from nothing; how well the two go together is added
up, each piece by a share of its own. Two heads judge that: which sentence answers, and whether any does.
`src/engine/meaning/comparer.ts` runs it.
"""

import math

import numpy as np
import torch
from torch import nn

WIDTH = 32
DROPPED = 0.1


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.share = nn.Linear(WIDTH, 1, bias=False)
        self.out = nn.Linear(WIDTH, 1, bias=False)
        nn.init.zeros_(self.out.weight)

    def forward(self, questions, question_mask, compared):
        weights = torch.softmax(self.share(questions)[..., 0].masked_fill(~question_mask, -1e9), 1)
        return self.out((compared * weights[:, None, :, None]).sum(2))[..., 0]


class Comparer(nn.Module):
    def __init__(self, wide):
        super().__init__()
        self.norm = nn.LayerNorm(wide, eps=1e-6)
        self.narrow = nn.Linear(wide, WIDTH)
        self.nothing = nn.Parameter(torch.zeros(WIDTH))
        self.sharpness = nn.Parameter(torch.tensor(1.0))
        # What the cosine counts in the odds whether a sentence answers, where it counts 1 in which one does.
        self.cosine_in_whether = nn.Parameter(torch.tensor(1.0))
        self.together = nn.Linear(3 * WIDTH, WIDTH)
        self.which = Head()
        self.whether = Head()
        self.drop = nn.Dropout(DROPPED)

    def narrowed(self, tokens):
        """What is kept of each piece."""
        return self.narrow(self.drop(self.norm(tokens)))

    def forward(self, near, questions, question_mask, sentences, sentence_mask):
        """Log-odds which sentence answers, and whether it does: of each a row a question, a column a sentence.

        `near` is what the cosines count; the rest is what `narrowed` gives.
        """
        nothing = self.nothing.expand(len(sentences), 1, WIDTH)
        sentences = torch.cat([sentences, nothing], 1)
        mask = torch.cat([sentence_mask, torch.ones(len(sentences), 1, dtype=torch.bool)], 1)
        alike = torch.einsum("qid,sjd->qsij", questions, sentences) * (self.sharpness / math.sqrt(WIDTH))
        shares = torch.softmax(alike.masked_fill(~mask[None, :, None, :], -1e9), -1)
        gathered = torch.einsum("qsij,sjd->qsid", shares, sentences)
        own = questions[:, None].expand_as(gathered)
        compared = torch.relu(self.together(self.drop(torch.cat([own, gathered, own * gathered], -1))))
        which = near + self.which(questions, question_mask, compared)
        return which, self.cosine_in_whether * near + self.whether(questions, question_mask, compared)

    def numbers(self):
        """In the order in which `encoder.bin` and the file for fitting hold them."""
        heads = [part for head in (self.which, self.whether) for part in (head.share.weight, head.out.weight)]
        parts = [
            self.nothing,
            self.sharpness,
            self.cosine_in_whether,
            self.together.weight,
            self.together.bias,
            *heads,
        ]
        return np.concatenate([part.detach().numpy().ravel() for part in parts]).astype("<f4")
