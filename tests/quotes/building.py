"""Parsed documents built by hand, word by word: `word/POS/tag/dep/head` with heads counted from 0 in the sentence."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab


def parsed(*sentences: str, times: int = 1) -> Doc:
    """A document of annotated sentences, the whole repeated `times` times.

    A word followed by `~` has no space after it; `\\n` is a line break.
    """
    words, spaces, pos, tags, deps, heads, starts, lemmas = [], [], [], [], [], [], [], []
    for sentence in sentences * times:
        first = len(words)
        for number, item in enumerate(sentence.split()):
            word, word_pos, tag, dep, head = item.rsplit("/", 4)
            form, _, lemma = word.replace("\\n", "\n").partition("=")
            glued = form.endswith("~")
            form = form.removesuffix("~")
            words.append(form)
            lemmas.append(lemma or form)
            spaces.append(not glued and form != "\n")
            pos.append(word_pos)
            tags.append(tag)
            deps.append(dep)
            heads.append(first + int(head))
            starts.append(number == 0)
    return Doc(
        VOCAB,
        words=words,
        spaces=spaces,
        pos=pos,
        tags=tags,
        deps=deps,
        heads=heads,
        lemmas=lemmas,
        sent_starts=starts,
    )


# "Merkel said that the talks failed."
SAID_THAT = (
    "Merkel/PROPN/NNP/nsubj/1 said=say/VERB/VBD/ROOT/1 that/SCONJ/IN/mark/5 the/DET/DT/det/4 talks/NOUN/NNS/nsubj/5 "
    "failed=fail/VERB/VBD/ccomp/1 ./PUNCT/./punct/1"
)
# "The talks, Merkel said, had failed."
SAID_BETWEEN = (
    "The/DET/DT/det/1 talks~/NOUN/NNS/nsubj/7 ,/PUNCT/,/punct/4 Merkel/PROPN/NNP/nsubj/4 "
    "said~=say/VERB/VBD/parataxis/7 ,/PUNCT/,/punct/4 had/AUX/VBD/aux/7 failed=fail/VERB/VBN/ROOT/7 ./PUNCT/./punct/7"
)
# "Macron urged Kyiv to wait."
URGED = (
    "Macron/PROPN/NNP/nsubj/1 urged=urge/VERB/VBD/ROOT/1 Kyiv/PROPN/NNP/dobj/1 to/PART/TO/aux/4 "
    "wait/VERB/VB/xcomp/1 ./PUNCT/./punct/1"
)
# "Hollande rejected the plan."
REJECTED = (
    "Hollande/PROPN/NNP/nsubj/1 rejected=reject/VERB/VBD/ROOT/1 the/DET/DT/det/3 plan/NOUN/NN/dobj/1 ./PUNCT/./punct/1"
)
# "The war continued, according to the envoy."
ACCORDING = (
    "The/DET/DT/det/1 war/NOUN/NN/nsubj/2 continued~=continue/VERB/VBD/ROOT/2 ,/PUNCT/,/punct/2 "
    "according/VERB/VBG/prep/2 to/ADP/IN/prep/4 the/DET/DT/det/7 envoy~/NOUN/NN/pobj/5 ./PUNCT/./punct/2"
)
