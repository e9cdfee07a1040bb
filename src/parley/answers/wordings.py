"""The wordings by which a question tells its kind, as a table to read and to add to.

A wording is a row of words that a folded question must have in this order. `a|b` is one word or the other, `word-` any
word that begins so, `*` any stretch of words or none, `#` a date; `^` and `$` stand for the beginning and the end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

Kind = Literal[
    "met", "last_met", "first_met", "count", "attended", "mediated", "agreed", "outcome", "carried_out", "said",
    "position", "conflicts", "news", "known", "signed", "began", "led", "reason", "unknown",
]  # fmt: skip

_CONTACT = "met|meet|meets|meeting|meetings|talk|talks|talked|talking|speak|spoke|spoken|summit|call|called|phoned"
_POSITION = "position|positions|stance|mind|view|views|attitude|tune|line|opinion|policy"
_CHANGE = "chang-|shift-|mov-|turn-|soften-|harden-|revers-|evolv-|develop-"
_CONFLICT = "conflict|conflicting|conflicts|contradict-|disagree-|dispute|disputed|disputes|differ-|inconsisten-"
_ACCOUNT = "account|accounts|report|reports|source|sources|article|articles|version|versions|outlets|stories"

_TALKS = "talks|negotiations|negotiation|round|rounds|summit|meeting|conference|dialogue|discussions"
_BEGIN = "begin|began|begun|start|started|open|opened|resume|resumed|end|ended|conclude|concluded"
_MATTER = (
    f"{_TALKS}|agreement|agreements|accord|deal|ceasefire|truce|meet|met|sign|signed|agree|agreed|postpon-|cancel-"
    "|delayed|called|fail|failed|collapse|collapsed|suspended|refuse|refused|say|said|withdraw|withdrew"
)

# In this order: the first row that a question fits decides.
KINDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        "reason",
        (
            f"^ why * {_MATTER}",
            f"how come * {_MATTER}",
            f"for what reason|reasons * {_MATTER}",
            f"what is|was|were the reason|reasons|cause * {_MATTER}",
        ),
    ),
    ("led", ("who|whom|which * led|lead|headed|head|heads|leads * delegation|delegations|team|teams|side|sides",)),
    ("signed", ("who|whom|which|whose * sign|signed|signs|initialled|initialed|signatories|signatory",)),
    (
        "began",
        (
            f"when|where * {_TALKS} * {_BEGIN} $",
            f"when|where did|do|were|was * {_BEGIN} * {_TALKS}",
        ),
    ),
    (
        "position",
        (
            f"{_POSITION} * {_CHANGE}",
            f"{_CHANGE} * {_POSITION}",
            "come|came round|around",
            "turn|turned against",
            "u turn",
            f"when|how|has|did * {_CHANGE} * on",
        ),
    ),
    (
        "news",
        (
            "new|news|changed|happened|happen|learn-|known|reported|develop-|update|updates * since|after #",
            "^ since # * new|news|changed|happened|known|reported",
            "latest|newest news|developments * since|after #",
        ),
    ),
    (
        "known",
        (
            "known|know|knew|reported|published|public * on|by|at|before|until|of #",
            "^ as of # *",
            "^ by|on # * known|know|reported|published",
            "known|know|knew * back|then * #",
            "state|record * as of #",
        ),
    ),
    (
        "conflicts",
        (
            f"{_ACCOUNT} * {_CONFLICT}",
            f"{_CONFLICT} * {_ACCOUNT}",
            "at odds",
            "discrepan-",
            "what|which|anything|where * disputed|contested|contradict-|disagree-",
            "is|are|do|does|did|where * conflict|disagree|differ|contradict-|dispute|disputed",
        ),
    ),
    (
        "count",
        (
            "how many times",
            "how often",
            "how many meetings|calls|summits|talks|rounds|conversations|encounters",
            "number of",
        ),
    ),
    (
        "carried_out",
        (
            "carried out",
            "carry out",
            "implement-",
            "fulfil-",
            "honour-",
            "honor-",
            "complied",
            "put into effect|practice",
            "which|what|were|was * kept|enacted|observed|respected|executed|done",
            "lived up to",
        ),
    ),
    (
        "outcome",
        (
            "came|come|comes|become|became|happened|happen out|of|after|to|from|with|since",
            "outcome|outcomes|result|results|consequence|consequences|aftermath|upshot|effect|effects",
            "led|lead to",
            "what followed|follows",
            "did * hold|survive|work|succeed|collapse|fail $",
            "how did * end|turn",
        ),
    ),
    (
        "mediated",
        (
            "mediat-",
            "broker-",
            "facilitat-",
            "chaired",
            "go between",
            "host|hosted|hosts",
            "intermediar-",
            "arranged",
            "helped * to meet|talk|agree",
        ),
    ),
    (
        "agreed",
        (
            "agree|agreed|agreeing",
            "signed|sign",
            "decided|decide|settled",
            "terms|provisions|content|contents * of",
            "provide|provides|provided|contain|contains|contained|stipulat-",
            "concluded",
            "commit|committed|undertake|undertook",
            "promise|promised|promises",
            "say|said|says * agreement|accord|protocol|memorandum $",
            "what is|was|were|are * in * agreement|agreements|accord|accords|protocol|deal|memorandum|package",
            "measures * in|of * agreement|agreements|accord|accords|protocol|deal|memorandum|package",
        ),
    ),
    (
        "attended",
        (
            "who|whom * attend-|present|participat-",
            "who took|take|takes part",
            "who * at the table",
            "who was|were at|there|in|present",
            "who sat",
            "who|which represented",
        ),
    ),
    (
        "first_met",
        (f"first * {_CONTACT}|time", f"{_CONTACT} * first $"),
    ),
    (
        "last_met",
        (
            f"last|latest|recent|recently * {_CONTACT}|time",
            f"{_CONTACT} * last|recently $",
            f"when|where did * {_CONTACT}",
            f"when|where was * {_CONTACT}",
        ),
    ),
    (
        "said",
        (
            "say|said|says|saying|tell|told|state|stated|comment-|claim|claimed|quote|quoted|quotes|declare|declared",
            "announce|announced|think|thinks|words|remark|remarks|statement|statements|stated|views|argued",
            "call|calls|called for",
        ),
    ),
    (
        "met",
        (
            f"{_CONTACT}|summits|encounter-|conversation|conversations|phone|contact|contacts",
            "face to face",
            "sit|sat down",
            "see|saw each",
            "get|got together",
            "in touch",
        ),
    ),
)

REMOTE = ("phone|telephone|call|calls|called|phoned|video|remotely|spoke|spoken|speak",)
IN_PERSON = ("in person", "face to face", "personally", "sat|sit down", "same room", "shook hands")
ANY = (
    "met|meet|meeting|meetings * or|and * spoke|speak|spoken|talk|talked|call|calls|called|phone|phoned",
    "spoke|speak|spoken|talk|talked|call|calls|called|phone|phoned * or|and * met|meet|meeting|meetings",
    "contact|contacts",
    "in touch",
)
_A_DATE = (
    r"(?:\w+ ){0,3}?(?:\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)


def kind_of(folded: str) -> Kind:
    """The kind of a folded question, `unknown` when no row fits."""
    return next((kind for kind, wordings in KINDS if has_any(folded, wordings)), "unknown")


def has_any(folded: str, wordings: tuple[str, ...]) -> bool:
    """Whether a folded text has one of the wordings."""
    padded = f"{folded} "  # every word ends in a blank, so that words and gaps join without counting blanks
    return any(_compiled(wording).search(padded) for wording in wordings)


@cache
def _compiled(wording: str) -> re.Pattern[str]:
    pattern = ""
    for word in wording.split():
        if word == "*":
            pattern += r"(?:\w+ )*?"
        elif word == "^":
            pattern += r"^"
        elif word == "$":
            pattern += "$"
        elif word == "#":
            pattern += _A_DATE
        else:
            choices = "|".join(c[:-1] + r"\w*" if c.endswith("-") else c for c in word.split("|"))
            pattern += rf"\b(?:{choices})\b "
    return re.compile(pattern)
