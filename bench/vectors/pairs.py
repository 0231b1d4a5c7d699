"""What the table learns from: pairs of texts that mean the same or nearly so, from WordNet."""

from collections import defaultdict
from pathlib import Path

import numpy as np

from words import bases, cut, fold

# WordNet's pointer symbols (see wninput(5WN)) by the kind of pair they give.
HYPERNYMS = {"@", "@i"}
DERIVATIONS = {"+", "\\", "<"}
RELATIVES = {"&", "^", "$", "*", ">", "=", "#m", "#p", "#s", ";c"}
# How fast a pair loses weight with the rank of its rarer word: at this rank it counts 0.7.
HALFWAY = 20000


class Bags:
    """Texts as bags of row numbers, packed one behind the other."""

    def __init__(self, words):
        self.row_of = {word: i for i, word in enumerate(words)}
        self.known = {}

    def find(self, word):
        if word not in self.known:
            row = self.row_of.get(word, -1)
            if row < 0:
                row = next((self.row_of[base] for base in bases(word) if base in self.row_of), -1)
            self.known[word] = row
        return self.known[word]

    def bag(self, text):
        return [row for row in map(self.find, cut(text)) if row >= 0]


class Pairs:
    """Two bags and a weight for each pair of one kind."""

    def __init__(self):
        self.left, self.right, self.weight, self.seen = [], [], [], set()

    def add(self, left, right, weight):
        key = (tuple(left), tuple(right))
        if left and right and left != right and key not in self.seen:
            self.seen.add(key)
            self.left.append(np.array(left))
            self.right.append(np.array(right))
            self.weight.append(weight / (1 + max(max(left), 1) / HALFWAY) ** 0.5)


def read_new_words(path):
    lines = [line.split("\t") for line in Path(path).read_text().splitlines() if not line.startswith("#")]
    return [(word, meaning) for word, meaning in lines]


def collect(synsets, bags, new_words):
    """{kind: Pairs}; a lemma's rarer senses weigh less."""
    kinds = defaultdict(Pairs)
    for synset in synsets.values():
        gloss = bags.bag(synset.gloss)
        lemmas = [bags.bag(lemma) for lemma in synset.lemmas]
        # A compound of which the table knows one word only would teach that word another's meaning.
        lemmas = [bag if len(bag) == len(cut(lemma)) else [] for bag, lemma in zip(lemmas, synset.lemmas)]
        shares = [1 / sense for sense in synset.senses]
        for bag, share in zip(lemmas, shares):
            kinds["gloss"].add(bag, gloss, share)
        for i, bag in enumerate(lemmas):
            for j in range(i):
                kinds["synonym"].add(bag, lemmas[j], shares[i] * shares[j])
        for example in synset.examples:
            words = bags.bag(example)
            if len(words) > 2:
                kinds["example"].add(words, gloss, max(shares))
                for bag, share in zip(lemmas, shares):
                    kinds["example"].add(bag, [row for row in words if row not in bag], share / 2)
        for symbol, pos, offset, source, goal in synset.links:
            _link(kinds, synsets, bags, synset, lemmas, shares, symbol, (pos, offset), source, goal)
    for word, meaning in new_words:
        kinds["new"].add(bags.bag(word), bags.bag(meaning), 1)
    return kinds


def _link(kinds, synsets, bags, synset, lemmas, shares, symbol, target, source, goal):
    if symbol in HYPERNYMS:
        kind = "hypernym"
    elif symbol in DERIVATIONS:
        kind = "derivation"
    elif symbol in RELATIVES:
        kind = "relative"
    else:
        return
    other = synsets[target]
    ends = range(len(lemmas)) if source is None else [source]
    goals = range(min(2, len(other.lemmas))) if goal is None else [goal]
    for i in ends:
        for j in goals:
            bag = bags.bag(other.lemmas[j])
            if len(bag) == len(cut(other.lemmas[j])):
                kinds[kind].add(lemmas[i], bag, shares[i] / other.senses[j])
    if kind == "hypernym":
        kinds["hypernym"].add(bags.bag(synset.gloss), bags.bag(other.gloss), max(shares) / 2)
