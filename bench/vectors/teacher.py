"""The teacher's vectors of WordNet's glosses and example sentences, and the groups that its batches come from."""

import hashlib

import numpy as np

from train import Packed, unit

GROUPS = 400
ROUNDS = 8


def teach(synsets, bags, encoder, cache):
    """(bags, encoder's vectors as float16, group of each); the vectors take minutes and are kept in `cache`."""
    glosses = sorted({synset.gloss for synset in synsets.values()})
    examples = sorted({example for synset in synsets.values() for example in synset.examples})
    texts = glosses + examples
    mark = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    if cache.exists() and (saved := np.load(cache))["mark"] == mark:
        vectors = saved["vectors"]
    else:
        vectors = encoder.encode(texts).astype(np.float16)
        np.savez(cache, vectors=vectors, mark=mark)
    found = [bags.bag(text) for text in texts]
    kept = [i for i, bag in enumerate(found) if len(bag) > 1]
    vectors = vectors[kept]
    return Packed([np.array(found[i]) for i in kept]), vectors, group(vectors.astype(np.float32))


def group(vectors, seed=1):
    """k-means on the sphere: texts about the same, as the sentences of an article are, share a group."""
    rng = np.random.default_rng(seed)
    vectors = unit(vectors - vectors.mean(0))
    centres = vectors[rng.choice(len(vectors), GROUPS, replace=False)]
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(1)
        centres = unit(
            np.stack([vectors[nearest == g].mean(0) if (nearest == g).any() else centres[g] for g in range(GROUPS)])
        )
    return nearest
