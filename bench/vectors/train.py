"""Fits the table: vectors of 128 numbers and a weight for each word.

A word's vector is a linear map of its features (GloVe and encoder, reduced) plus, once `free` is set, a part of
its own. A text is the weighted sum of its words. Pairs are pulled together against the rest of the batch;
distillation makes the likenesses between the texts of a batch follow the teacher's.
"""

import numpy as np
import torch
import torch.nn.functional as F

WIDTH = 128


def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-9)


def reduce(x, width, sample=30000):
    """Principal components of the rows, fitted to the first `sample` (the most frequent words)."""
    mean = x[:sample].mean(0)
    _, _, axes = np.linalg.svd(x[:sample] - mean, full_matrices=False)
    return ((x - mean) @ axes[:width].T).astype(np.float32)


def features(glove, known, encoded, share=0.5):
    """Unit GloVe beside unit encoder vectors, each centred. `share` is the encoder's part of the length.

    Where GloVe lacks a word, its half is read off the encoder's half by ridge regression.
    """
    mine = unit(encoded - encoded[:30000].mean(0))
    theirs = np.zeros_like(glove)
    theirs[known] = unit(glove[known] - glove[known][:30000].mean(0))
    x, y = mine[known][:30000], theirs[known][:30000]
    theirs[~known] = unit(mine[~known] @ np.linalg.solve(x.T @ x + 10 * np.eye(x.shape[1]), x.T @ y))
    return np.concatenate([np.sqrt(1 - share) * theirs, np.sqrt(share) * mine], 1).astype(np.float32)


class Packed:
    """Bags packed into one array, so that a batch is cut out without a loop over words."""

    def __init__(self, bags):
        self.lengths = np.array([len(bag) for bag in bags])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.flat = np.concatenate(bags).astype(np.int64)

    def take(self, which):
        lengths = self.lengths[which]
        owner = np.repeat(np.arange(len(which)), lengths)
        inside = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return self.flat[np.repeat(self.starts[which], lengths) + inside], owner, len(which)


class Table(torch.nn.Module):
    def __init__(self, inputs, weights, free):
        super().__init__()
        self.inputs = torch.from_numpy(inputs)
        start = torch.zeros(inputs.shape[1], WIDTH)
        start[:WIDTH] = torch.eye(WIDTH)[: inputs.shape[1]]
        self.map = torch.nn.Parameter(start)
        self.log_weight = torch.nn.Embedding(len(inputs), 1, sparse=True)
        self.log_weight.weight.data[:, 0] = torch.from_numpy(np.log(weights))
        self.own = torch.nn.Embedding(len(inputs), WIDTH, sparse=True) if free else None
        if free:
            self.own.weight.data.zero_()

    def rows(self, which):
        x = self.inputs[which] @ self.map
        return F.normalize(x if self.own is None else x + self.own(which), dim=1)

    def texts(self, *batches):
        """Unit vectors of each batch of bags; words met more than once are looked up once."""
        flat = np.concatenate([batch[0] for batch in batches])
        words, place = np.unique(flat, return_inverse=True)
        words = torch.from_numpy(words)
        weighted = self.rows(words) * self.log_weight(words).exp()
        place, at, result = torch.from_numpy(place), 0, []
        for ids, owner, count in batches:
            part = weighted[place[at : at + len(ids)]]
            total = torch.zeros(count, WIDTH).index_add(0, torch.from_numpy(owner), part)
            result.append(F.normalize(total, dim=1))
            at += len(ids)
        return result

    @torch.no_grad()
    def export(self):
        return self.rows(torch.arange(len(self.inputs))).numpy(), self.log_weight.weight.exp()[:, 0].numpy()


def contrast(a, b, temperature):
    logits = a @ b.T / temperature
    goal = torch.arange(len(a))
    return (F.cross_entropy(logits, goal) + F.cross_entropy(logits.T, goal)) / 2


def follow(student, teacher, sharp_student, sharp_teacher):
    """Divergence of the student's ranking of each text's batch mates from the teacher's."""
    hide = torch.eye(len(student)) * -1e9
    mine = F.log_softmax(student @ student.T / sharp_student + hide, 1)
    theirs = F.softmax(teacher @ teacher.T / sharp_teacher + hide, 1)
    return F.kl_div(mine, theirs, reduction="batchmean")


def train(table, kinds, mix, texts=None, steps=2000, batch=768, seed=1, **o):
    """`mix` gives each kind's share of a batch; `texts` is (bags, teacher's vectors, cluster of each)."""
    rng = np.random.default_rng(seed)
    packed = {}
    for kind in mix:
        pairs = kinds[kind]
        weight = np.array(pairs.weight)
        packed[kind] = (Packed(pairs.left), Packed(pairs.right), np.cumsum(weight / weight.sum()))
    dense = torch.optim.Adam([table.map], lr=o.get("rate", 2e-3))
    sparse = [torch.optim.SparseAdam(list(table.log_weight.parameters()), lr=o.get("weight_rate", 1e-2))]
    if table.own is not None:
        sparse.append(torch.optim.SparseAdam(list(table.own.parameters()), lr=o.get("own_rate", 1e-3)))
    rates = [(opt, opt.param_groups[0]["lr"]) for opt in [dense, *sparse]]
    if texts:
        bags, teacher, cluster = texts
        by_cluster = [np.flatnonzero(cluster == c) for c in range(cluster.max() + 1)]
        by_cluster = [members for members in by_cluster if len(members) >= 8]
        share = np.array([len(m) for m in by_cluster], float)
        share /= share.sum()
    total = sum(mix.values())
    for step in range(steps):
        for opt, rate in rates:
            opt.param_groups[0]["lr"] = rate * min(1, (step + 1) / 100) * (1 - 0.95 * step / steps)
            opt.zero_grad()
        batches = []
        for kind, part in mix.items():
            left, right, ladder = packed[kind]
            which = np.searchsorted(ladder, rng.random(int(batch * part / total)))
            which = np.minimum(which, len(ladder) - 1)
            batches += [left.take(which), right.take(which)]
        if texts:
            chosen = [
                rng.choice(by_cluster[c], min(o.get("group", 64), len(by_cluster[c])), replace=False)
                for c in rng.choice(len(by_cluster), o.get("groups", 8), replace=False, p=share)
            ]
            chosen = np.concatenate(chosen)
            batches.append(bags.take(chosen))
        vectors = table.texts(*batches)
        loss = 0.0
        if mix:
            lefts, rights = torch.cat(vectors[0 : 2 * len(mix) : 2]), torch.cat(vectors[1 : 2 * len(mix) : 2])
            loss = contrast(lefts, rights, o.get("temperature", 0.07))
        if texts:
            goal = torch.from_numpy(teacher[chosen].astype(np.float32))
            loss = loss + o.get("distil", 1.0) * follow(
                vectors[-1], goal, o.get("sharp_student", 0.1), o.get("sharp_teacher", 0.1)
            )
        if table.own is not None and o.get("decay"):
            used = torch.from_numpy(np.unique(np.concatenate([b[0] for b in batches])))
            loss = loss + o["decay"] * table.own(used).square().sum(1).mean()
        loss.backward()
        for opt, _ in rates:
            opt.step()
        if step % 500 == 499:
            print(f"  step {step + 1}: {float(loss):.3f}", flush=True)
    return table
