"""Words as the table knows them: how a text is cut, how a form leads to its base, which words are chosen.

`bases` must do what `src/engine/meaning/base-forms.ts` does: a form is left out of the table when that
lookup finds its base.
"""

import re
import unicodedata

import numpy as np

WORD = re.compile(r"(?:[a-z]\.){2,}|[a-z]+(?:['\u2019][a-z]+)*")
TABLE_WORD = re.compile(r"(?:[a-z]\.){2,}|[a-z]{1,24}")
# Forms among GloVe's most frequent words keep their own row, whatever their base.
ALWAYS_KEPT = 8000
# Cosine (GloVe, centred) from which a form is folded into its base: baked/bake 0.62, united/unite 0.32.
SAME_MEANING = 0.5
# The frequency rank given to words that GloVe does not have.
NEW_WORD = 20000
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def fold(text):
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(LETTERS)


def cut(text):
    """The words of a text as the engine's tokenizer writes them."""
    return [re.sub(r"['\u2019]", "", re.sub(r"['\u2019]s?$", "", word)) for word in WORD.findall(fold(text))]


def bases(word):
    """What a form may be a form of, the likeliest first."""
    found = []
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        if word.endswith("ies"):
            found.append(word[:-3] + "y")
        if word.endswith("es"):
            found.append(word[:-1])
            found.append(word[:-2])
        else:
            found.append(word[:-1])
    for ending in ("ed", "ing", "er", "est"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2:
            found.append(stem + "e")
            if stem.endswith("i"):
                found.append(stem[:-1] + "y")
            found.append(stem)
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
    if len(word) > 4 and word.endswith("ly"):
        found.append(word[:-2])
        if word.endswith("ily"):
            found.append(word[:-3] + "y")
    return found


def choose(glove_words, glove_vectors, lemmas, extra, size):
    """The table's words, most frequent first, with the row of each in GloVe (-1: not there).

    A lemma of WordNet counts as three times as frequent as it is, since a word with a gloss is worth more
    than one more surname. A form whose base is near enough in meaning hands its frequency to the base.
    """
    row_of = {}
    for i, word in enumerate(glove_words):
        folded = fold(word)
        if TABLE_WORD.fullmatch(folded):
            row_of.setdefault(folded, i)
    centred = glove_vectors - glove_vectors[:50000].mean(0)
    centred /= np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)
    rank = {word: row / 3 if word in lemmas else row for word, row in row_of.items()}
    # Shortest first, so that a base is settled before its forms. Agents and adverbs are words of their own.
    for word in sorted(row_of, key=len):
        base = next((base for base in bases(word) if base in rank), None)
        if base is None or row_of[word] < ALWAYS_KEPT or word.endswith(("er", "ly")):
            continue
        if centred[row_of[word]] @ centred[row_of[base]] >= SAME_MEANING:
            rank[base] = min(rank[base], rank.pop(word))
    for word in extra:
        rank[word] = min(rank.get(word, NEW_WORD), NEW_WORD)
    for word in lemmas:
        if "." in word and TABLE_WORD.fullmatch(word):
            rank.setdefault(word, NEW_WORD)
    chosen = sorted(rank, key=lambda word: (rank[word], word))[:size]
    chosen.sort(key=lambda word: (row_of.get(word, NEW_WORD), word))
    return chosen, np.array([row_of.get(word, -1) for word in chosen])
