"""Text to calibrate and distil with, all of it from packages.

Words come from the `wordfreq` lists, running text from the translation
catalogues of Django and Wagtail (English, Swedish, French). No job title and
no occupation taxonomy is used: those are what Tandem is evaluated on.
"""

import gettext
import importlib.util
import random
from pathlib import Path

import wordfreq

MAIN_LANGUAGES = ("en", "sv", "fr")
_PACKAGES = ("django", "wagtail")


def words(language: str, count: int) -> list[str]:
    """The `count` most frequent words of a language (fewer if the list is shorter)."""
    return wordfreq.top_n_list(language, count)


def messages() -> dict[str, list[str]]:
    """Distinct interface messages per language, in a fixed order."""
    found = {language: {} for language in MAIN_LANGUAGES}
    for package in _PACKAGES:
        root = Path(importlib.util.find_spec(package).submodule_search_locations[0])
        for language in ("sv", "fr"):
            for path in sorted(root.glob(f"**/{language}/LC_MESSAGES/*.mo")):
                with path.open("rb") as file:
                    catalogue = gettext.GNUTranslations(file)._catalog
                for source, translation in catalogue.items():
                    if isinstance(source, str) and source and translation:
                        found["en"][source] = None
                        found[language][translation] = None
    return {language: list(texts) for language, texts in found.items()}


def calibration_texts(seed: int = 7) -> list[str]:
    """Some 450 texts of 1 to 300 words with both prefixes, to measure value ranges on."""
    rng = random.Random(seed)
    texts = []
    for language, found in messages().items():
        rng.shuffle(found)
        texts += found[:120]
        texts += [". ".join(found[200 + n:200 + 2 * n]) for n in (2, 8, 30, 100)]
        common = words(language, 30_000)
        texts += [" ".join(rng.choices(common, k=n)) for n in (1, 1, 2, 3, 5, 12, 12, 40, 150, 300)]
        texts += [word.title() for word in rng.choices(common, k=30)]
        texts += [word.upper() for word in rng.choices(common, k=15)]
    return [rng.choice(("query: ", "passage: ")) + text for text in texts]


def distillation_texts(seed: int = 11) -> list[str]:
    """Words, phrases and messages for the static model to imitate the teacher on."""
    rng = random.Random(seed)
    texts = {}
    for language in MAIN_LANGUAGES:
        common = words(language, 40_000)
        phrases = (" ".join(rng.choices(common[:15_000], k=rng.randint(2, 5))) for _ in range(15_000))
        texts |= dict.fromkeys([*common, *(word.title() for word in common[:10_000]), *phrases])
    for language in ("es", "pt", "de", "it", "nl", "nb", "da", "fi", "pl"):
        texts |= dict.fromkeys(words(language, 4_000))
    for found in messages().values():
        rng.shuffle(found)
        pairs = (f"{a} {b}" for a, b in zip(found, found[1:]))
        texts |= dict.fromkeys([*found, *pairs])
    return list(texts)
