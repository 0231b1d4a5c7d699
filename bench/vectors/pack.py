"""Writes `vectors.bin`, the table that ships. Little-endian, uncompressed, read in one piece:

    0   8 bytes   "PINCVEC1"
    8   uint32    number of words, N
    12  uint32    numbers a vector, W
    16  uint32    bytes of the last section
    20  float32   what a component of 1 is written as
    24  float32   what a weight byte of 1 is worth
    28  uint32    0
    32  N x W     int8: unit vectors, the most frequent word first
    ..  N         uint8: the words' weights
    ..            ASCII: the words, a line feed between them
"""

import struct

import numpy as np

MAGIC = b"PINCVEC1"
# So few components are longer than this (one in 100,000) that cutting them off costs nothing.
LONGEST = 0.55


def quantise(vectors, weights):
    scale = 127 / LONGEST
    unit_weight = float(weights.max()) / 255
    rows = np.clip(np.rint(vectors * scale), -127, 127).astype(np.int8)
    return rows, np.clip(np.rint(weights / unit_weight), 1, 255).astype(np.uint8), scale, unit_weight


def write(path, words, vectors, weights):
    rows, bytes_of_weight, scale, unit_weight = quantise(vectors, weights)
    text = "\n".join(words).encode("ascii")
    head = MAGIC + struct.pack("<IIIffI", len(words), rows.shape[1], len(text), scale, unit_weight, 0)
    path.write_bytes(head + rows.tobytes() + bytes_of_weight.tobytes() + text)


def read(path):
    """Words, unit vectors and weights as a reader of the file has them."""
    data = path.read_bytes()
    count, width, length, scale, unit_weight, _ = struct.unpack_from("<IIIffI", data, 8)
    if data[:8] != MAGIC or len(data) != 32 + count * (width + 1) + length:
        raise ValueError(f"{path} is no table of vectors")
    rows = np.frombuffer(data, np.int8, count * width, 32).reshape(count, width).astype(np.float32) / scale
    weights = np.frombuffer(data, np.uint8, count, 32 + count * width).astype(np.float32) * unit_weight
    return data[32 + count * (width + 1) :].decode("ascii").split("\n"), rows, weights
