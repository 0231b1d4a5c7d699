"""Prints how near the vectors of `encoder.bin` are to those of the unrounded weights.

    node dist/bench/encoder/encode.js > OWN
    /usr/bin/python3 -B bench/encoder/compare.py PACKAGE TUNED OWN
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.append(str(Path(__file__).resolve().parent.parent / "vectors"))
from encoder import Encoder  # noqa: E402


def main(package, tuned, own):
    lines = [json.loads(line) for line in Path(own).read_text().splitlines()]
    texts = [line["text"] for line in lines]
    vectors = np.array([line["vector"] for line in lines], np.float32)
    encoder = Encoder(package)
    learnt = np.load(tuned)
    encoder.weights = {name: torch.from_numpy(learnt[name]) for name in encoder.weights}
    cosines = np.sort((vectors * encoder.encode(texts)).sum(1))
    ms = np.array([line["ms"] for line in lines])
    print(f"{len(texts)} texts, cosine: worst {cosines[0]:.5f}, worst hundredth {np.quantile(cosines, 0.01):.5f},")
    print(f"median {np.median(cosines):.5f}; ms a text: median {np.median(ms):.1f}, p99 {np.quantile(ms, 0.99):.1f}")


main(*sys.argv[1:])
