"""Writes a Unigram `tokenizer.json` that transformers.js and `tokenizers` read alike."""

import json
from pathlib import Path

from tokenizers import Tokenizer

from teacher import BOS, EOS, PAD, UNK

SPECIAL = {"bos_token": BOS, "pad_token": PAD, "eos_token": EOS, "unk_token": UNK}
DROPPED = "[\u0001-\u0008\u000b\u000e-\u001f\u007f\u008f\u009f]"
SPACES = "[\t\n\u000c\r\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2581\u3000\ufeff\ufffd]"


def tokenizer_json(pieces: list[str], scores, lowercase: bool = False) -> dict:
    """The tokenizer of XLM-RoBERTa with the given pieces and scores.

    The original's precompiled character map is NFKC plus rules for control
    characters and spaces; it is spelled out here with plain steps, so no
    binary map is needed.
    """
    specials = [
        {"id": i, "content": pieces[i], "single_word": False, "lstrip": False,
         "rstrip": False, "normalized": False, "special": True}
        for i in (BOS, PAD, EOS, UNK)
    ]
    bos, eos = pieces[BOS], pieces[EOS]
    start, end = ({"SpecialToken": {"id": name, "type_id": 0}} for name in (bos, eos))
    first, second = ({"Sequence": {"id": name, "type_id": 0}} for name in "AB")
    template = {
        "type": "TemplateProcessing",
        "single": [start, first, end],
        "pair": [start, first, end, end, second, end],
        "special_tokens": {name: {"id": name, "ids": [i], "tokens": [name]} for name, i in ((bos, BOS), (eos, EOS))},
    }
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": specials,
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "Replace", "pattern": {"Regex": DROPPED}, "content": ""},
            {"type": "Replace", "pattern": {"Regex": SPACES}, "content": " "},
            {"type": "NFKC"},
            *([{"type": "Lowercase"}] if lowercase else []),
        ]},
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, metaspace]},
        "post_processor": template,
        "decoder": metaspace,
        "model": {"type": "Unigram", "unk_id": UNK, "byte_fallback": False,
                  "vocab": [[piece, round(float(score), 5)] for piece, score in zip(pieces, scores)]},
    }


def build_tokenizer(pieces: list[str], scores, lowercase: bool = False) -> Tokenizer:
    """The same tokenizer for use in Python."""
    return Tokenizer.from_str(json.dumps(tokenizer_json(pieces, scores, lowercase)))


def write_tokenizer(folder: Path, pieces: list[str], scores, max_tokens: int, lowercase: bool = False) -> None:
    """Writes `tokenizer.json` and `tokenizer_config.json`."""
    text = json.dumps(tokenizer_json(pieces, scores, lowercase), ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text + "\n", encoding="utf-8")
    config = {"tokenizer_class": "XLMRobertaTokenizer", "model_max_length": max_tokens,
              "clean_up_tokenization_spaces": False}
    config |= {name: pieces[i] for name, i in SPECIAL.items()} | {"cls_token": pieces[BOS], "sep_token": pieces[EOS]}
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")
