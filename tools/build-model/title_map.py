"""Learns the map for titles: `models/<name>/title-map.f32`.

A general model puts a Swedish title nearer to other Swedish titles than to its translation. From the labels that one
occupation or skill has in several languages a mean and one square matrix are learned which bring them together
(InfoNCE over pairs of labels, all other pairs of the batch as contrast; van den Oord et al. 2018, arXiv:1807.03748).

Learned on the development half of the concepts only: those whose identifier has a SHA-1 with an even first byte. The
other half is for measuring. Temperature and decay were chosen on a sixth of the development half.

  python title_map.py <folder with esco_occupations_en_fr_sv.tsv and esco_skills_en_fr_sv.tsv> [--model tandem-e5-small]
"""

import argparse
import csv
import hashlib
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from model_folder import MODELS, write_json

LANGUAGES = ("en", "fr", "sv")
TEMPERATURE = 0.05
DECAY = 1e-2
RATE = 1e-3
STEPS = 1500
BATCH = 1024
SEED = 20261122
# A quarter of the pairs are skills: they have one label a language, so that more would drown the occupations.
SKILLS_SHARE = 0.25
# Four pairs in five cross languages; the others keep synonyms of one language together.
ACROSS_SHARE = 0.8


def is_development(uri: str) -> bool:
    return hashlib.sha1(uri.encode()).digest()[0] % 2 == 0


def read_concepts(folder: Path) -> list[list[list[str]]]:
    """Labels by language of the occupations of the development half."""
    concepts = []
    for row in read_table(folder / "esco_occupations_en_fr_sv.tsv"):
        if is_development(row["uri"]):
            labels = [
                list(dict.fromkeys(filter(None, [row[f"pref_{language}"], *row[f"alt_{language}"].split(" | ")])))
                for language in LANGUAGES
            ]
            if sum(map(bool, labels)) > 1:
                concepts.append([of_language for of_language in labels if of_language])
    return concepts


def read_skills(folder: Path) -> list[list[list[str]]]:
    rows = read_table(folder / "esco_skills_en_fr_sv.tsv")
    labels = ([[row[f"pref_{language}"]] for language in LANGUAGES] for row in rows if is_development(row["uri"]))
    return [skill for skill in labels if all(label for (label,) in skill)]


def read_table(path: Path):
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def embed(texts: list[str], model: str) -> np.ndarray:
    """Vectors by the program's own embedder (`npm run build` first), as queries."""
    script = Path(__file__).with_name("embed-queries.mjs")
    node = Path(__file__).resolve().parents[2] / "node_modules/.bin/node"
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "texts.json", Path(folder) / "vectors.f32"
        given.write_text(json.dumps(texts), encoding="utf-8")
        subprocess.run([node, script, model, given, made], check=True)
        return np.fromfile(made, dtype=np.float32).reshape(len(texts), -1)


def sample(concepts, number: dict[str, int], count: int, rng) -> tuple[np.ndarray, np.ndarray]:
    pairs = np.empty((count, 2), dtype=np.int64)
    occupations, skills = concepts
    for place in range(count):
        pool = skills if rng.random() < SKILLS_SHARE else occupations
        labels = pool[rng.integers(len(pool))]
        if pool is skills or rng.random() < ACROSS_SHARE:
            languages = rng.choice(len(labels), 2, replace=False)
        else:
            languages = [rng.integers(len(labels))] * 2
        for side, language in enumerate(languages):
            choices = labels[language]
            pairs[place, side] = number[choices[rng.integers(len(choices))]]
    return pairs[:, 0], pairs[:, 1]


def unit(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / lengths, lengths


def learn(vectors: np.ndarray, concepts, number: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(SEED)
    mean = vectors.mean(axis=0)
    centred = vectors - mean
    identity = np.eye(vectors.shape[1], dtype=np.float32)
    matrix, first, second = identity.copy(), np.zeros_like(identity), np.zeros_like(identity)
    for step in range(1, STEPS + 1):
        left, right = (centred[rows] for rows in sample(concepts, number, BATCH, rng))
        (a, a_length), (b, b_length) = unit(left @ matrix), unit(right @ matrix)
        similarity = a @ b.T / TEMPERATURE
        rows = np.exp(similarity - similarity.max(axis=1, keepdims=True))
        columns = np.exp(similarity - similarity.max(axis=0, keepdims=True))
        rows /= rows.sum(axis=1, keepdims=True)
        columns /= columns.sum(axis=0, keepdims=True)
        error = ((rows + columns) / 2 - np.eye(BATCH, dtype=np.float32)) / (BATCH * TEMPERATURE)
        to_a, to_b = error @ b, error.T @ a
        # Through the scaling to length 1: only what is at right angles to the vector counts.
        to_a = (to_a - (to_a * a).sum(axis=1, keepdims=True) * a) / a_length
        to_b = (to_b - (to_b * b).sum(axis=1, keepdims=True) * b) / b_length
        gradient = left.T @ to_a + right.T @ to_b + DECAY * (matrix - identity)
        # Adam, its rate rising over a hundred steps and falling along a cosine.
        rate = RATE * min(1, step / 100) * (1 + np.cos(np.pi * step / STEPS)) / 2
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        matrix -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        if step % 100 == 0:
            print(f"step {step} of {STEPS}: loss {-np.log(np.diag(rows) + 1e-9).mean():.3f}", flush=True)
    return mean, matrix


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="tandem-e5-small")
    chosen = parser.parse_args()
    folder = MODELS / chosen.model
    # The program refuses a model whose provenance was edited since its hashes were taken.
    renew_card(folder, ["PROVENANCE.md"])
    concepts = read_concepts(chosen.folder), read_skills(chosen.folder)
    texts = list(dict.fromkeys(text for pool in concepts for labels in pool for group in labels for text in group))
    number = {text: place for place, text in enumerate(texts)}
    mean, matrix = learn(embed(texts, chosen.model), concepts, number)
    np.concatenate([mean[None, :], matrix]).astype("<f4").tofile(folder / "title-map.f32")
    renew_card(folder, ["title-map.f32"], titleMap="title-map.f32")


def renew_card(folder: Path, names: list[str], **facts) -> None:
    """Takes the hashes of these files anew into `model.json`, with further facts."""
    path = folder / "model.json"
    card = json.loads(path.read_text(encoding="utf-8")) | facts
    for name in names:
        card["files"][name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    write_json(path, card)



if __name__ == "__main__":
    main()
