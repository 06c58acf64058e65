"""Runs the finished transformer from Python, for distillation."""

from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

TOKENS_PER_BATCH = 2_000
_PAD = 1


class Encoder:
    """Sentence vectors (mean-pooled, normalised) of a folder in transformers.js layout."""

    def __init__(self, folder: Path, graph: str, max_tokens: int):
        self._session = onnxruntime.InferenceSession(folder / "onnx" / graph, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(max_tokens)

    def __call__(self, texts: list[str]) -> np.ndarray:
        encoded = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda i: len(encoded[i]))
        vectors = [None] * len(texts)
        while order:
            longest = len(encoded[order[-1]])
            batch = [order.pop() for _ in range(min(len(order), max(1, TOKENS_PER_BATCH // longest)))]
            ids = np.full((len(batch), longest), _PAD)
            for row, i in enumerate(batch):
                ids[row, :len(encoded[i])] = encoded[i]
            mask = (ids != _PAD).astype(np.int64)
            states = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
            pooled = (states * mask[:, :, None]).sum(axis=1)
            for row, i in enumerate(batch):
                vectors[i] = pooled[row]
        matrix = np.array(vectors)
        return matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
