"""How well a table ranks the sentences of an article for a question: cross-validated by article.

Input is `probe.json` as `sentences.ts` prints it. Three signals are compared: (a) words in common, weighted
by rarity, (b) cosine of the weighted sums of word vectors, (c) for each word of the question the nearest word
of the sentence. They are summed with weights fitted (listwise logistic regression) on four fifths of the
articles and measured on the rest.
"""

import json
import math

import numpy as np
import torch

from words import bases, cut

STOP = set(
    "a an and are as at be been but by can could did do does for from had has have he her his how i if in is it"
    " its me my not of on or our she so than that the their them there they this to us was we were what when"
    " where which who whom whose why will with would you your whats hows im dont".split()
)
FOLDS = 5


def stem(word):
    """A crude stem for signal (a): the shortest of the word's bases, without a final e."""
    shortest = min([word] + [base for base in bases(word) if len(base) > 2], key=len)
    return shortest[:-1] if shortest.endswith("e") and len(shortest) > 3 else shortest


class Table:
    """Rows of unit length and a weight for each word."""

    def __init__(self, words, vectors, weights):
        self.index = {word: i for i, word in enumerate(words)}
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        self.vectors = (vectors / np.maximum(norms, 1e-9)).astype(np.float32)
        self.weights = weights

    def find(self, word):
        if word in self.index:
            return self.index[word]
        return next((self.index[base] for base in bases(word) if base in self.index), -1)

    def sentence(self, words):
        found = [i for i in map(self.find, words) if i >= 0]
        total = (self.vectors[found] * self.weights[found, None]).sum(0) if found else np.zeros(self.vectors.shape[1])
        return total / max(np.linalg.norm(total), 1e-9)


def load(path):
    data = json.loads(open(path).read())
    for article in data["articles"].values():
        article["words"] = [cut(s["text"]) for s in article["sentences"]]
        article["stems"] = [{stem(w) for w in words} for words in article["words"]]
        count = {}
        for stems in article["stems"]:
            for s in stems:
                count[s] = count.get(s, 0) + 1
        total = len(article["words"])
        article["idf"] = {s: math.log(1 + (total - n + 0.5) / (n + 0.5)) for s, n in count.items()}
        article["unseen"] = math.log(1 + (total + 0.5) / 0.5)
    data["questions"] = [q for q in data["questions"] if q["right"]]
    return data


def signals(data, table):
    """For each question a matrix, sentences by signals: a, b, c1, c2, c4 (c at three sharpnesses), b of the paragraph."""
    prepared = {}
    for name, article in data["articles"].items():
        met = {w for words in article["words"] for w in words if w not in STOP}
        vocabulary = sorted(w for w in met if table.find(w) >= 0)
        place = {w: i for i, w in enumerate(vocabulary)}
        members = [[place[w] for w in words if w in place] for words in article["words"]]
        matrix = table.vectors[[table.find(w) for w in vocabulary]]
        own = np.stack([table.sentence(words) for words in article["words"]])
        paragraphs = {}
        for k, s in enumerate(article["sentences"]):
            paragraphs.setdefault(s["p"], []).extend(article["words"][k])
        around = {p: table.sentence(words) for p, words in paragraphs.items()}
        around = np.stack([around[s["p"]] for s in article["sentences"]])
        prepared[name] = (members, matrix, own, around)
    result = []
    for q in data["questions"]:
        article = data["articles"][q["article"]]
        members, matrix, own, around = prepared[q["article"]]
        words = cut(q["question"])
        content = [w for w in dict.fromkeys(words) if w not in STOP] or words
        rarity = np.array([article["idf"].get(stem(w), article["unseen"]) for w in content])
        exact = np.array([[stem(w) in stems for w in content] for stems in article["stems"]], np.float32)
        soft = exact.copy()
        weight = rarity.copy()
        for j, w in enumerate(content):
            at = table.find(w)
            if at < 0:
                continue
            weight[j] *= table.weights[at] / table.weights.mean()
            near = np.maximum(matrix @ table.vectors[at], 0)
            soft[:, j] = np.maximum(soft[:, j], [near[m].max() if m else 0 for m in members])
        vector = table.sentence(words)
        total = max(weight.sum(), 1e-9)
        result.append(
            np.stack(
                [exact @ rarity / max(rarity.sum(), 1e-9), own @ vector]
                + [soft**power @ weight / total for power in (1, 2, 4)]
                + [around @ vector],
                1,
            )
        )
    return result


VARIANTS = {
    "a": [0],
    "b": [1],
    "c": [2, 3, 4],
    "ab": [0, 1],
    "ac": [0, 2, 3, 4],
    "abc": [0, 1, 2, 3, 4],
    "all": [0, 1, 2, 3, 4, 5],
}


def fit(rows, rights, columns):
    """Weights of a listwise logistic regression: the right sentences' share of the softmax is maximised."""
    lengths = [len(r) for r in rows]
    width = max(lengths)
    x = torch.zeros(len(rows), width, len(columns))
    mask = torch.full((len(rows), width), -1e9)
    good = torch.full((len(rows), width), -1e9)
    for i, row in enumerate(rows):
        x[i, : lengths[i]] = torch.tensor(row[:, columns])
        mask[i, : lengths[i]] = 0
        good[i, rights[i]] = 0
    w = torch.ones(len(columns), requires_grad=True)
    optimiser = torch.optim.LBFGS([w], max_iter=60, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        scores = (x * w).sum(2) + mask
        loss = (torch.logsumexp(scores, 1) - torch.logsumexp(scores + good, 1)).mean() + 1e-3 * (w * w).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return w.detach().numpy()


def measure(data, table, variants=VARIANTS, rows=None):
    """{set: {variant: (right sentence %, mean reciprocal rank %, by style)}}"""
    rows = rows or signals(data, table)
    report = {}
    for kind in ("members", "tune"):
        chosen = [i for i, q in enumerate(data["questions"]) if q["set"] == kind]
        if not chosen:
            continue
        articles = sorted({data["questions"][i]["article"] for i in chosen})
        fold_of = {a: k % FOLDS for k, a in enumerate(articles)}
        report[kind] = {}
        for name, columns in variants.items():
            right, ranks, styles = 0, 0.0, {}
            for fold in range(FOLDS):
                train = [i for i in chosen if fold_of[data["questions"][i]["article"]] != fold]
                test = [i for i in chosen if fold_of[data["questions"][i]["article"]] == fold]
                w = fit([rows[i] for i in train], [data["questions"][i]["right"] for i in train], columns)
                for i in test:
                    q = data["questions"][i]
                    scores = rows[i][:, columns] @ w
                    best = max(scores[k] for k in q["right"])
                    # Sentences that score the same share the places between them.
                    rank = 1 + sum(s > best for s in scores) + (sum(s == best for s in scores) - 1) / 2
                    hit = int(np.argmax(scores)) in q["right"]
                    right += hit
                    ranks += 1 / rank
                    tally = styles.setdefault(q.get("style", "plain"), [0, 0])
                    tally[0] += hit
                    tally[1] += 1
            n = len(chosen)
            shares = {style: round(100 * hits / asked) for style, (hits, asked) in styles.items()}
            report[kind][name] = (100 * right / n, 100 * ranks / n, shares)
    return report


def show(label, report):
    for kind, found in report.items():
        cells = "  ".join(f"{name} {hit:.1f}/{rank:.1f}" for name, (hit, rank, _) in found.items())
        print(f"{label:28s} {kind:8s} {cells}", flush=True)
