"""Learns the vectors of grams: `models/tandem-titles/grams.bin`.

A small model of a hundred languages knows few words of trades. A table of vectors for stretches of four and five
letters and for whole words is learned beside it: of the labels that one occupation or skill has in several languages,
embedding and grams added up shall lie together (InfoNCE as in title_map.py, whose map is left as it is).

Learned on the development half of ESCO's occupations (see title_map.py), on ESCO's skills, on the ISCO-08 groups, and
on Tandem's own vocabulary. A third of the occupations in a batch come from few groups, so that neighbours are told
apart, not only strangers. Which grams, how many rows, how wide, how much is dropped was chosen on a fifth of the
development half (README.md).

  python title_grams.py <folder with the tables of ESCO and ISCO-08> [--validate]
"""

import argparse
import hashlib
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from scipy import sparse

from model_folder import MODELS, write_json
from title_map import LANGUAGES, is_development, read_table

MODEL = "tandem-e5-small"
ROWS = 1 << 16
WIDTH = 128
TEMPERATURE = 0.05
RATE = 0.02
STEPS = 500
BATCH = 1024
# Half of the pairs are skills, which have the rarer words.
SKILLS_SHARE = 0.5
NEIGHBOURS_SHARE = 0.3
# Two labels of one language are drawn again, four times in ten, from two.
ACROSS_SHARE = 0.4
# Share of a title's grams that is left out in each step, so that no single one carries a concept.
DROPPED = 0.5
SEED = 20261122


def is_validation(uri: str) -> bool:
    """A fifth of the development half: --validate leaves it out of the learning, to choose by."""
    return hashlib.sha256(uri.encode()).digest()[0] % 5 == 0


def labels_of(row: dict[str, str], pref: str, alt: str | None) -> list[list[str]]:
    labels = [
        list(dict.fromkeys(filter(None, [row[pref + language], *row.get(f"{alt}{language}", "").split(" | ")])))
        for language in LANGUAGES
    ]
    return [of_language for of_language in labels if of_language]


def read_pools(folder: Path, validate: bool):
    """Labels by language, with the group of the concept: of occupations and groups, and of skills."""
    occupations = [
        (labels_of(row, "pref_", "alt_"), row["isco08"] or "")
        for row in read_table(folder / "esco_occupations_en_fr_sv.tsv")
        if is_development(row["uri"]) and not (validate and is_validation(row["uri"]))
    ]
    groups = read_table(folder / "isco08_groups_en_fr_sv.tsv")
    occupations += [(labels_of(row, "label_", None), None) for row in groups]
    skills = [(labels_of(row, "pref_", "alt_"), None) for row in read_table(folder / "esco_skills_en_fr_sv.tsv")]
    own = MODELS.parent / "vocabulary"
    own_labels = lambda row: [row[language].split(" | ") for language in LANGUAGES if row[language]]  # noqa: E731
    occupations += [(own_labels(row), row["isco"]) for row in read_table(own / "occupations.tsv")]
    skills += [(own_labels(row), None) for row in read_table(own / "skills.tsv")]
    return [pool for pool in occupations if pool[0]], [pool for pool in skills if pool[0]]


def prepare(titles: list[str]) -> tuple[np.ndarray, sparse.csr_matrix]:
    """Embeddings of titles, and their rows of the table, each title's of length 1 together."""
    script = Path(__file__).with_name("title-inputs.mjs")
    node = Path(__file__).resolve().parents[2] / "node_modules/.bin/node"
    with tempfile.TemporaryDirectory() as folder:
        given, vectors, rows = (Path(folder) / name for name in ("titles.json", "vectors.f32", "rows.json"))
        given.write_text(json.dumps(titles), encoding="utf-8")
        subprocess.run([node, script, MODEL, str(ROWS), given, vectors, rows], check=True)
        embedded = np.fromfile(vectors, dtype=np.float32).reshape(len(titles), -1)
        features = json.loads(rows.read_text())
    lengths = np.array([len(own) for own in features])
    values = np.repeat(1 / np.sqrt(np.maximum(lengths, 1)), lengths).astype(np.float32)
    columns = np.concatenate([np.array(own, dtype=np.int32) for own in features])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    return embedded, sparse.csr_matrix((values, columns, starts), shape=(len(titles), ROWS))


class Batches:
    """Pairs of labels of one concept, no concept twice in a batch."""

    def __init__(self, occupations, skills, number: dict[str, int], rng):
        self.occupations, self.skills, self.number, self.rng = occupations, skills, number, rng
        self.near: dict[str, list[int]] = {}
        for place, (_, group) in enumerate(occupations):
            if group is not None:
                self.near.setdefault(group[:3], []).append(place)

    def next(self) -> tuple[np.ndarray, np.ndarray]:
        rng = self.rng
        skills = int(BATCH * SKILLS_SHARE)
        wanted = BATCH - skills
        chosen: dict[int, None] = {}
        groups = sorted(self.near)
        for group in rng.permutation(len(groups)):
            chosen.update(dict.fromkeys(self.near[groups[group]]))
            if len(chosen) > wanted * NEIGHBOURS_SHARE:
                break
        for place in rng.permutation(len(self.occupations)):
            if len(chosen) >= wanted:
                break
            chosen.setdefault(int(place))
        pools = [self.occupations[place][0] for place in chosen]
        pools += [self.skills[place][0] for place in rng.choice(len(self.skills), skills, replace=False)]
        pairs = np.array([self.pair(pool) for pool in pools])
        return pairs[:, 0], pairs[:, 1]

    def pair(self, labels: list[list[str]]) -> tuple[int, int]:
        rng = self.rng
        one, other = rng.integers(len(labels), size=2)
        if len(labels) > 1 and one == other and rng.random() < ACROSS_SHARE:
            other = (one + 1) % len(labels)
        first = labels[one][rng.integers(len(labels[one]))]
        second = labels[other][rng.integers(len(labels[other]))]
        if first == second and len(labels[one]) > 1:
            second = labels[one][(labels[one].index(first) + 1) % len(labels[one])]
        return self.number[first], self.number[second]


def learn(embedded: np.ndarray, features: sparse.csr_matrix, batches: Batches) -> np.ndarray:
    table = np.zeros((ROWS, WIDTH), dtype=np.float32)
    squares = np.zeros(ROWS, dtype=np.float32)

    def forward(rows: np.ndarray):
        own = features[rows]
        own.data *= (batches.rng.random(len(own.data)) >= DROPPED) / (1 - DROPPED)
        vectors = embedded[rows].copy()
        vectors[:, :WIDTH] += own @ table
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-8
        return own, vectors / lengths, lengths

    for step in range(1, STEPS + 1):
        left, right = batches.next()
        (own_a, a, a_length), (own_b, b, b_length) = forward(left), forward(right)
        similarity = a @ b.T / TEMPERATURE
        # One text as both names of two concepts is no contrast.
        alike = left[:, None] == right[None, :]
        np.fill_diagonal(alike, False)
        similarity[alike] = -1e4
        rows = np.exp(similarity - similarity.max(axis=1, keepdims=True))
        columns = np.exp(similarity - similarity.max(axis=0, keepdims=True))
        rows /= rows.sum(axis=1, keepdims=True)
        columns /= columns.sum(axis=0, keepdims=True)
        count = len(left)
        error = ((rows + columns) / 2 - np.eye(count, dtype=np.float32)) / (count * TEMPERATURE)
        to_a, to_b = error @ b, error.T @ a
        # Through the scaling to length 1: only what is at right angles to the vector counts.
        to_a = (to_a - (to_a * a).sum(axis=1, keepdims=True) * a) / a_length
        to_b = (to_b - (to_b * b).sum(axis=1, keepdims=True) * b) / b_length
        both = sparse.vstack([own_a, own_b]).tocsc()
        touched = np.unique(sparse.vstack([own_a, own_b]).indices)
        gradient = (both[:, touched].T @ np.vstack([to_a, to_b])[:, :WIDTH]) * 100
        # Adagrad, a rate a row: most rows are met in few steps.
        squares[touched] += (gradient**2).mean(axis=1)
        rate = RATE * min(1, step / 100) * (1 - step / (STEPS + 1))
        table[touched] -= rate * gradient / (np.sqrt(squares[touched])[:, None] + 1e-3)
        if step % 50 == 0:
            print(f"step {step} of {STEPS}: loss {-np.log(np.diag(rows) + 1e-9).mean():.3f}", flush=True)
    return table


def packed(table: np.ndarray) -> bytes:
    """A scale a row in 32 bits, then 4 bits a component, the lower half of a byte first, each 8 more than it is."""
    scales = np.abs(table).max(axis=1) / 7
    steps = np.round(table / np.where(scales == 0, 1, scales)[:, None]).clip(-8, 7).astype(np.int8) + 8
    return scales.astype("<f4").tobytes() + (steps[:, 0::2] | (steps[:, 1::2] << 4)).astype(np.uint8).tobytes()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--validate", action="store_true")
    chosen = parser.parse_args()
    occupations, skills = read_pools(chosen.folder, chosen.validate)
    pools = [pool for pool, _ in occupations + skills]
    titles = list(dict.fromkeys(label for pool in pools for labels in pool for label in labels))
    number = {title: place for place, title in enumerate(titles)}
    embedded, features = prepare(titles)
    batches = Batches(occupations, skills, number, np.random.default_rng(SEED))
    made = packed(learn(embedded, features, batches))
    folder = MODELS / "tandem-titles"
    folder.mkdir(exist_ok=True)
    (folder / "grams.bin").write_bytes(made)
    provenance = (folder / "PROVENANCE.md").read_bytes()
    card = {
        "name": "tandem-titles",
        "embedder": MODEL,
        "dimensions": embedded.shape[1],
        "rows": ROWS,
        "width": WIDTH,
        "licence": "CC-BY-4.0",
        "files": {
            "PROVENANCE.md": hashlib.sha256(provenance).hexdigest(),
            "grams.bin": hashlib.sha256(made).hexdigest(),
        },
    }
    write_json(folder / "model.json", card)


if __name__ == "__main__":
    main()
