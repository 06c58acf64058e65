"""Builds `models/tandem-static`: one vector per piece, distilled from `models/tandem-e5-small`.

Its tokenizer lowers all text first: a vector of its own for every spelling would
be wasted, and words in capitals would fall into letters.
"""

import numpy as np
import onnx

from build_e5 import FOLDER as TRANSFORMER
from corpus import distillation_texts
from encoder import Encoder
from graph_writer import GraphWriter
from model_folder import MODELS, describe, write_bert_config
from static_vectors import count_matrix, fit, quantise
from teacher import BLOCK, UNK, Teacher
from tokenizer_files import build_tokenizer, write_tokenizer
from vocabulary import STATIC_TIERS, choose_pieces

FOLDER = MODELS / "tandem-static"
MAX_TOKENS = 8_192  # the graph itself has no limit
TYPICAL_LENGTH, HEAVIEST = 4, 8  # longer texts count more, up to a limit


def distil(teacher: Teacher, pieces: list[str], scores: np.ndarray) -> np.ndarray:
    """The pieces' vectors."""
    encode = Encoder(TRANSFORMER, "model_quantized.onnx", teacher.positions)
    texts = distillation_texts()
    targets = encode([f"query: {text}" for text in texts])
    centre = targets.mean(axis=0)
    start = encode([f"query: {piece.replace('▁', '')}" for piece in pieces]) - centre
    start[:UNK + 1] = 0
    encoded = [encoding.ids for encoding in build_tokenizer(pieces, scores, lowercase=True).encode_batch(texts)]
    weights = np.minimum(np.array([len(ids) for ids in encoded]) / TYPICAL_LENGTH, HEAVIEST)
    return fit(count_matrix(encoded, len(pieces)), targets - centre, start, weights.astype(np.float32))


def main() -> None:
    teacher = Teacher()
    kept = np.array([i for i in choose_pieces(teacher, STATIC_TIERS)
                     if teacher.pieces[i] == teacher.pieces[i].lower()])
    pieces, scores = [teacher.pieces[i] for i in kept], teacher.scores[kept]
    values, scales = quantise(distil(teacher, pieces, scores), BLOCK)

    writer = GraphWriter()
    writer.embedding("vectors", values, scales, "input_ids", "last_hidden_state")
    (FOLDER / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(writer.model("tandem-static", ["input_ids"], teacher.hidden), FOLDER / "onnx" / "model_q4.onnx")
    write_tokenizer(FOLDER, pieces, scores, MAX_TOKENS, lowercase=True)
    write_bert_config(FOLDER, teacher, len(kept))
    describe(FOLDER, {
        "name": "tandem-static",
        "kind": "static",
        "dtype": "q4",
        "dimensions": teacher.hidden,
        "maxTokens": MAX_TOKENS,
        "prefixes": {"query": "", "passage": ""},
        "vocabularySize": len(kept),
        "languages": [language for tier in STATIC_TIERS for language in tier.languages],
    })


if __name__ == "__main__":
    main()
