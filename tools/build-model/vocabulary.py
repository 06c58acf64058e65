"""Chooses which pieces of the teacher's vocabulary a model keeps.

Kept are: the four special tokens; every piece without letters (digits,
punctuation, symbols); every single letter outside Han and Hangul, so that no
European or neighbouring script collapses to one unknown token; and every
Latin-script piece that the teacher itself uses to write the frequent words of
European languages.
"""

from dataclasses import dataclass

import numpy as np
import regex

from corpus import words
from teacher import UNK, Teacher
from tokenizer_files import build_tokenizer


@dataclass(frozen=True)
class Tier:
    """Languages whose `count` most frequent words must keep their pieces."""

    languages: tuple[str, ...]
    count: int
    capitals: bool = False


FIRST = ("en", "sv", "fr")
SECOND = ("es", "pt", "de", "it", "nl", "nb", "da", "fi", "pl")
THIRD = ("ca", "cs", "sk", "sl", "sh", "hu", "ro", "is", "lt", "lv", "tr")

TRANSFORMER_TIERS = (Tier(FIRST, 60_000, capitals=True), Tier(SECOND, 15_000), Tier(THIRD, 2_000))
STATIC_TIERS = (Tier(FIRST, 20_000), Tier(SECOND, 1_000))

_LATIN = regex.compile(r"\p{Script=Latin}")
_OTHER_SCRIPT = regex.compile(r"[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]")
_LETTER = regex.compile(r"\p{L}")
_BIG_SCRIPT = regex.compile(r"[\p{Script=Han}\p{Script=Hangul}]")


def _is_latin(piece: str) -> bool:
    return bool(_LATIN.search(piece)) and not _OTHER_SCRIPT.search(piece)


def _always_kept(piece: str) -> bool:
    bare = piece.replace("▁", "")
    if not _LETTER.search(bare):
        return True
    return len(bare) == 1 and not _BIG_SCRIPT.search(bare)


def _casings(word: str, capitals: bool) -> list[str]:
    """A word as it stands in running text: lower case, title, perhaps capitals."""
    forms = [word, word[:1].upper() + word[1:]]
    return [*forms, word.upper()] if capitals else forms


def used_pieces(teacher: Teacher, tiers: tuple[Tier, ...]) -> np.ndarray:
    """For every piece of the teacher, whether the tiers' words need it."""
    tokenizer = build_tokenizer(teacher.pieces, teacher.scores)
    used = np.zeros(len(teacher.pieces), bool)
    for tier in tiers:
        for language in tier.languages:
            forms = [form for word in words(language, tier.count) for form in _casings(word, tier.capitals)]
            for start in range(0, len(forms), 50_000):
                for encoding in tokenizer.encode_batch(forms[start:start + 50_000], add_special_tokens=False):
                    used[encoding.ids] = True
    return used


def choose_pieces(teacher: Teacher, tiers: tuple[Tier, ...]) -> np.ndarray:
    """Ids of the kept pieces, in the teacher's order (special tokens first)."""
    used = used_pieces(teacher, tiers)
    last = len(teacher.pieces) - 1  # <mask>, never needed
    kept = [i for i in range(UNK + 1, last)
            if _always_kept(teacher.pieces[i]) or (used[i] and _is_latin(teacher.pieces[i]))]
    return np.array([*range(UNK + 1), *kept])
