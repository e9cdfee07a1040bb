"""The words of time: what each word means on a calendar. Tables only; the grammar is in `rules`."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}
# Short forms that are English words or names of their own: they count only with a day of the month after them.
WEEKDAY_ABBREVIATIONS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())

SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA"}
SEASONS |= {"winter": "WI", "wintertime": "WI"}

PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "sunrise": "MO",
    "daybreak": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "nightfall": "NI",
}

UNITS = {
    "seconds": "second",
    "minute": "minute",
    "minutes": "minute",
    "hour": "hour",
    "hours": "hour",
    "hr": "hour",
    "hrs": "hour",
    "day": "day",
    "days": "day",
    "night": "night",
    "nights": "night",
    "weekend": "weekend",
    "weekends": "weekend",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "week": "week",
    "weeks": "week",
    "month": "month",
    "months": "month",
    "quarter": "quarter",
    "quarters": "quarter",
    "year": "year",
    "years": "year",
    "yr": "year",
    "yrs": "year",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
    "millennium": "millennium",
    "millennia": "millennium",
}
# TIMEX3 period designators: date units after P, clock units after PT.
DESIGNATORS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "NI",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}

NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
MULTIPLES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINALS |= {"thirtieth": 30}
TENS_ORDINALS = {"twenty": 20, "thirty": 30}

# How many, said vaguely: None stands for TIMEX3's X.
VAGUE_COUNTS = ("several", "many", "some", "numerous", "few", "various", "dozens of", "hundreds of", "tens of")

DECADES = {
    w: n for n, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}

# Holidays with a fixed day, and those that move (reckoned in `calendar`).
HOLIDAYS = {
    "christmas day": "12-25",
    "christmas eve": "12-24",
    "christmas": "12-25",
    "boxing day": "12-26",
    "new year 's day": "01-01",
    "new year 's eve": "12-31",
    "valentine 's day": "02-14",
    "april fools ' day": "04-01",
    "independence day": "07-04",
    "halloween": "10-31",
    "veterans day": "11-11",
    "armistice day": "11-11",
    "bastille day": "07-14",
    "epiphany": "01-06",
    "labor day": "labor",
    "memorial day": "memorial",
    "thanksgiving day": "thanksgiving",
    "thanksgiving": "thanksgiving",
    "easter sunday": "easter",
    "easter monday": "easter+1",
    "easter": "easter",
    "good friday": "easter-2",
    "election day": "election",
    "martin luther king day": "king",
    "presidents day": "presidents",
}

# Words that only say "now", "before" or "later" (TIMEX3 reference values).
REFERENCES = {
    "PRESENT_REF": (
        "now",
        "right now",
        "currently",
        "current",
        "nowadays",
        "these days",
        "presently",
        "at present",
        "the present",
        "present day",
        "the present day",
        "modern day",
        "present - day",
        "to date",
    ),
    "PAST_REF": (
        "recently",
        "recent",
        "more recently",
        "most recently",
        "lately",
        "the past",
        "long ago",
        "the recent past",
        "not long ago",
        "not that long ago",
        "not so long ago",
    ),
    "FUTURE_REF": (
        "the future",
        "the near future",
        "the foreseeable future",
        "the near term",
        "the short term",
        "the long term",
        "some day",
        "someday",
    ),
}
