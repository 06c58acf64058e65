"""Distils the transformer into one vector per piece.

A text's static vector is the mean of its pieces' vectors. They are found by
ridge regression on the teacher's centred vectors of many words, phrases and
messages, starting from the teacher's vector of each piece alone. Frequent
pieces that say little get short vectors by this fit alone, so that plain mean
pooling already weighs pieces well.
"""

import numpy as np
from scipy.sparse import csr_matrix

# A sum of n vectors grows about as the root of n, while the targets do not.
LENGTH_EXPONENT = 0.5
RIDGE = 0.3
ROUNDS = 40


def count_matrix(encoded: list[list[int]], vocabulary: int) -> csr_matrix:
    """Row i counts the pieces of text i, scaled by its length (a row's scale never changes a direction)."""
    lengths = np.array([len(ids) for ids in encoded])
    columns = np.concatenate(encoded)
    values = np.repeat(lengths ** -LENGTH_EXPONENT, lengths)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    matrix = csr_matrix((values.astype(np.float32), columns, starts), shape=(len(encoded), vocabulary))
    matrix.sum_duplicates()
    return matrix


def fit(counts: csr_matrix, targets: np.ndarray, start: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Weighted ridge regression towards `start`, by conjugate gradients on all dimensions at once."""
    weighted = counts.multiply(weights[:, None]).tocsr().T.tocsr()

    def apply(change: np.ndarray) -> np.ndarray:
        return weighted @ (counts @ change) + RIDGE * change

    change = np.zeros_like(start)
    residual = weighted @ (targets - counts @ start)
    direction = residual.copy()
    energy = (residual ** 2).sum(axis=0)
    for _ in range(ROUNDS):
        image = apply(direction)
        step = energy / np.maximum((direction * image).sum(axis=0), 1e-12)
        change += step * direction
        residual -= step * image
        following = (residual ** 2).sum(axis=0)
        direction = residual + following / np.maximum(energy, 1e-12) * direction
        energy = following
    return start + change


def quantise(vectors: np.ndarray, block: int) -> tuple[np.ndarray, np.ndarray]:
    """Signed 4-bit values in blocks with half-precision scales."""
    blocks = vectors.reshape(len(vectors), -1, block)
    scales = np.maximum(np.abs(blocks).max(axis=2) / 7, 1e-6).astype(np.float16)
    values = np.clip(np.rint(blocks / scales.astype(np.float32)[:, :, None]), -8, 7).astype(np.int8)
    return values.reshape(vectors.shape), scales
