"""The grammar of time expressions: phrases and the rows that make them. The notation is explained in `patterns`."""

from __future__ import annotations

from typing import Any

from parley.reading.times import lexicon as lex
from parley.reading.times import make
from parley.reading.times.patterns import Grammar, Rule, rule


def _rows(make_with: Any, *patterns: str, **fixed: Any) -> tuple[Rule, ...]:
    """Rows that build their meaning in the same way."""
    return tuple(rule(pattern, make_with, **fixed) for pattern in patterns)


# -- Numbers -------------------------------------------------------------------------------------------------------
SMALL = _rows(make.total, "<tens> -? <ones>", "<tens>", "<ones>")
NUMBER = (
    *_rows(make.value, "<digits>", "<decimal>", "<mixed>", "<small>"),
    *_rows(make.total, "<small> <multiple> and? <small:rest>", "<small> <multiple>", "a <multiple>"),
    *_rows(make.half_more, "<digits:number> and a half", "<small:number> and a half"),
)
_EXTRA = "more|additional|other|further|full|consecutive|straight|successive|whole|long|trading|business|solid"
COUNT = (
    *_rows(make.counted, "<number>", f"<number> {_EXTRA}"),
    *_rows(make.counted, "a|an", f"a|an {_EXTRA}|entire|single", "another", number=1),
    *_rows(make.counted, "a? couple of?", number=2, mod="APPROX"),
    *_rows(make.counted, "a? few more?", "several|many|some|numerous|various more?", number=None),
    *_rows(make.counted, "dozens|hundreds|tens|thousands of", number=None),
    *_rows(make.counted, "half a|an", number=0.5),
    *_rows(make.counted, "a? dozen", number=12),
)
QUALIFIER = (
    *_rows(make.value, "about|around|approximately|roughly|circa|nearly|almost", "close to", mod="APPROX"),
    *_rows(make.value, "more than", "longer than", "well over", "over [<digits> a an]", mod="MORE_THAN"),
    *_rows(make.value, "less than", "under", "fewer than", mod="LESS_THAN"),
    *_rows(make.value, "up to", "no more than", "at most", "as much as", mod="EQUAL_OR_LESS"),
    *_rows(make.value, "some [<ones> <digits> <tens>]", mod="APPROX"),
    *_rows(make.value, "at least", "no less than", mod="EQUAL_OR_MORE"),
)

# -- How a point stands to the reference time ----------------------------------------------------------------------
RELATION = (
    *_rows(make.value, "last", "past", "this past", "the last", "the past", relation="last"),
    *_rows(make.value, "next", "this coming", "coming", "the coming", "this next", relation="next"),
    *_rows(make.value, "this", "this same", relation="this"),
    *_rows(make.value, "that", "that same", "the same", "that very", "the very same", relation="that"),
    *_rows(make.value, "the previous", "the preceding", "the prior", "previous", relation="previous"),
    *_rows(make.value, "the following", "the next", "the ensuing", "the succeeding", "following", relation="following"),
    *_rows(make.value, "the current", "current", relation="this"),
)
# Steps of a unit from the day of writing or from the story; `one` is a unit that is not a count of a clock.
STEP = (
    *_rows(make.shift, "last <longer:unit>", "this past <longer:unit>", base="now", count=-1),
    *_rows(make.shift, "the past|last year", unit="year", base="now", count=-1),
    *_rows(make.shift, "next <one:unit>", "this coming <one:unit>", "the coming <one:unit>", base="now", count=1),
    *_rows(make.shift, "this <longer:unit>", "the current fiscal? <one:unit>", "this current <one:unit>", count=0),
    *_rows(make.shift, "this day", unit="day", base="either"),
    *_rows(make.shift, "that same? <one:unit>", "the very? same <one:unit>", "this same <one:unit>", base="then"),
    *_rows(make.shift, "the previous|preceding|prior <one:unit>", base="then", count=-1),
    *_rows(make.shift, "the <one:unit> before|previous [. , ; and <mark>]", base="then", count=-1),
    *_rows(make.shift, "the very? following|next|ensuing|succeeding <one:unit>", base="then", count=1),
    *_rows(make.shift, "the <one:unit> after|following|thereafter [. , ; and]", base="then", count=1),
    *_rows(make.shift, "the <one:unit> before last", base="now", count=-2),
    *_rows(make.shift, "the <one:unit> after next", base="now", count=2),
    *_rows(make.shift, "the day [after following]", unit="day", base="event", count=1, exact=True),
    *_rows(make.shift, "the day [before]", unit="day", base="event", count=-1, exact=True),
    *_rows(make.shift, "today", base="now", count=0),
    *_rows(make.shift, "yesterday", base="now", count=-1),
    *_rows(make.shift, "tomorrow", base="now", count=1),
    *_rows(make.shift, "the? day before yesterday", base="now", count=-2),
    *_rows(make.shift, "the? day after tomorrow", base="now", count=2),
)
AGO = (
    *_rows(
        make.shift,
        "a|one year ago|earlier",
        "a|one year before [!the]",
        unit="year",
        count=-1,
        base="either",
        keep=True,
    ),
    *_rows(make.shift, "<count> <unit> ago", "<count> <unit> or so ago", base="now", sign=-1),
    *_rows(make.shift, "<qualifier:mod> <count> <unit> ago", base="now", sign=-1),
    *_rows(
        make.shift,
        "<count> <unit> ago today|tonight",
        "<count> <unit> ago to the day",
        base="now",
        sign=-1,
        exact=True,
    ),
    *_rows(make.shift, "<count> <unit> earlier|previously", base="then", sign=-1),
    *_rows(make.shift, "<count> <unit> before|prior [. , ; and]", base="then", sign=-1),
    *_rows(make.shift, "<count> <unit> later|afterward|afterwards|thereafter|hence", base="then"),
    *_rows(make.shift, "<count> <unit> after|on [. , ; and]", base="then"),
    *_rows(make.shift, "<qualifier:mod> <count> <unit> earlier", base="then", sign=-1),
    *_rows(make.shift, "<qualifier:mod> <count> <unit> later", base="then"),
    *_rows(make.shift, "<count> <unit> [after following]", base="event"),
    *_rows(make.shift, "<count> <unit> [before]", base="event", sign=-1),
    *_rows(make.shift, "<count> <unit> [prior]", base="event", sign=-1),
    *_rows(make.half_shift, "<count> <unit> and a half ago", base="now", sign=-1),
    *_rows(make.half_shift, "<count> <unit> and a half earlier", base="then", sign=-1),
    *_rows(make.half_shift, "<count> <unit> and a half later", base="then"),
    *_rows(make.shift, "<count> <unit> back [. , ; )]", base="now", sign=-1),
    *_rows(make.shift, "<plural:unit> later|afterwards", base="then", count=None),
    *_rows(make.shift, "<plural:unit> ago", base="now", sign=-1, count=None),
    *_rows(make.shift, "<count> <unit> from now|today", base="now"),
)

# -- Points of the calendar ----------------------------------------------------------------------------------------
# What is counted by the thousand, so that "2000 troops" and "$2019" are no years.
_COUNTED = (
    "troops men soldiers police people persons dead killed wounded km miles kilometers kilometres feet tons tonnes"
    " civilians prisoners casualties dollars rubles euros tanks aircraft planes rounds votes homes houses fighters"
    " refugees families villages square meters metres cubic gmt utc hours hrs"
)
YEAR = (
    *_rows(make.value, f"[!$ £ € # ₽ ¥] <year4> [!% {_COUNTED}]"),
    *_rows(make.spoken_year, "<ones:teens> <tens> -? <ones>", "<ones:teens> <tens>", "<ones:teens> <ones>"),
    *_rows(make.spoken_year, "<tens:teens> <tens> -? <ones>", "<tens:teens> <ones>"),
    *_rows(make.spoken_thousand, "two thousand and? <small>", "the year two thousand"),
)
DAY = (
    *_rows(make.value, "<dom>", "<domth>"),
    *_rows(make.day_of_month, "<tens> - <ordinal>", "<ordinal>"),
)
ORDINAL_NUMBER = (*_rows(make.value, "<ordinal>"), *_rows(make.total, "<tens> - <ordinal>"))
YEARLY = (
    *_rows(
        make.calendar,
        "<year>",
        "the year <year>",
        "the year of <year>",
        "the year <year1:year> [. , ; and to when in by at the <name>]",
        "<year1:year> <era>",
        "<year> <era>",
        "<era> <year1:year>",
    ),
    *_rows(make.calendar, "fiscal year? <year>", "the fiscal year <year>", fiscal=True),
    *_rows(make.shift, "last year", "the past|last year", unit="year", base="now", count=-1),
    *_rows(make.shift, "next year", "the coming year", "this coming year", unit="year", base="now", count=1),
    *_rows(make.shift, "this year", "the current fiscal? year", "this fiscal year", unit="year", base="now", count=0),
    *_rows(make.shift, "last fiscal year", unit="year", base="now", count=-1),
    *_rows(make.shift, "next fiscal year", unit="year", base="now", count=1),
    *_rows(make.shift, "that same? year", "the same year", unit="year", base="then"),
    *_rows(make.shift, "the fiscal? year [!ended ending -]", "the full year", unit="year", base="either"),
    *_rows(make.shift, "the previous|preceding|prior year", unit="year", base="then", count=-1),
    *_rows(make.shift, "the following|next|ensuing year", unit="year", base="then", count=1),
)
MONTHLY = _rows(
    make.calendar,
    "<month> ,? (of|in)? <year> <era>?",
    "<fullmonth:month>",
    "<relation> <fullmonth:month>",
    "<fullmonth:month> ,? of? <yearly:of>",
    "<fullmonth:month> in <yearly:of>",
    "the? month of <month>",
    "the? month of <month> ,? <year>",
)
_ON_WEEKDAY = "(<anyweekday:weekday> ,?)?"
DAILY = (
    *_rows(
        make.calendar,
        f"{_ON_WEEKDAY} <month> the? <day> (,? of? <year> <era>?)?",
        f"{_ON_WEEKDAY} <month> <day> ,? of? <yearly:of>",
        f"{_ON_WEEKDAY} the? <day> of? <month> (,? of? <year> <era>?)?",
        f"{_ON_WEEKDAY} the? <day> of? <month> ,? of? <yearly:of>",
        "<weekday> the? <domth:day>",
        "<weekday>",
        "<relation> <weekday>",
        "<relation> <month> <day>",
        "<relation> <weekday> ,? <month> <day>",
        "<weekday> of? <step:of>",
        "<weekday> <month> <day>",
        "the? <domth:day> of? <that_month:of>",
        "the <ordinal:day> of <that_month:of>",
        "[on] the <ordinal:day> [,]",
        "[on from to by until till since before after and] the <domth:day> [. , ; : and to with in at but the by – )]",
    ),
    *_rows(make.numeric, "<iso> <isoclock>?", "<compact:iso>"),
    *_rows(make.slashed, "<slash>"),
    *(rule(f"{name}", make.calendar, holiday=key) for name, key in lex.HOLIDAYS.items()),
    *(rule(f"{name} (,|in|of)? <yearly:of>", make.calendar, holiday=key) for name, key in lex.HOLIDAYS.items()),
    *(rule(f"<relation> {name}", make.calendar, holiday=key) for name, key in lex.HOLIDAYS.items()),
)
THAT_MONTH = (
    *_rows(make.shift, "that same? month", "the same month", unit="month", base="then", count=0),
    *_rows(make.shift, "this month", unit="month", base="now", count=0),
    *_rows(make.shift, "last month", unit="month", base="now", count=-1),
    *_rows(make.shift, "next month", unit="month", base="now", count=1),
    *_rows(make.shift, "the following|next month", unit="month", base="then", count=1),
)
_QUARTER = "<quarterord:quarter> quarter"
_YEAR_AGO = "the|a? comparable|corresponding? year - ago|earlier"
_LIKE = "comparable|corresponding|same"
QUARTERLY = (
    *_rows(
        make.calendar,
        f"the? {_QUARTER}",
        "<quarterord:quarter> - quarter",
        f"the? {_QUARTER} ,? of? <yearly:of>",
        f"<yearly:of> 's? {_QUARTER}",
        "<yearly:of> 's? <quarterord:quarter> - quarter",
        f"the <year> {_QUARTER}",
        "<quarterabbr:quarter> ,? of? <yearly:of>",
        "<quarterabbr:quarter>",
    ),
    *_rows(
        make.calendar,
        "the? fiscal -? <quarterord:quarter> -? quarter",
        "the? <quarterord:quarter> fiscal quarter",
        fiscal=True,
    ),
    *_rows(make.calendar, f"the {_LIKE} quarter|period of? <yearly:of>", relation="latest"),
    *_rows(make.calendar, "<yearly:of> 's quarter|period", "the <yearly:of> quarter|period", relation="latest"),
    *_rows(make.calendar, f"{_YEAR_AGO} {_QUARTER}", of=make.shift(unit="year", count=-1)),
    *_rows(
        make.shift,
        f"{_YEAR_AGO} quarter|period|month|half",
        "year - ago|earlier",
        f"the {_LIKE} year - ago|earlier quarter|period",
        f"the {_LIKE} quarter|period a year earlier|ago",
        "the quarter|period a year earlier|ago",
        unit="year",
        count=-1,
        base="either",
        keep=True,
    ),
    *_rows(
        make.shift, "the latest|recent|current quarter|period", "the quarter", unit="quarter", base="either", keep=True
    ),
    *_rows(make.calendar, "the? first half (of <yearly:of>)?", "<yearly:of> 's first half", half=1),
    *_rows(make.calendar, "the? second|latter half (of <yearly:of>)?", "<yearly:of> 's second half", half=2),
    *_rows(make.calendar, "the? last half (of <yearly:of>)?", half=2),
    *_rows(make.calendar, "the? first two quarters of <yearly:of>", half=1),
)
COARSE = (
    *_rows(make.value, "<quarterly>"),
    *_rows(
        make.calendar,
        "<season>",
        "the <season>",
        "<relation> <season>",
        "the? <season> ,? of? <yearly:of>",
        "the? <season> of <year>",
        "<year> <season> [!olympic olympics paralympics games]",
    ),
    # "fall" is the season only where nothing else can be meant.
    *_rows(make.calendar, "[in by since until last this next the] fall [!of]", season="FA"),
    # "fall" is the season only where nothing else can be meant.
    *_rows(make.calendar, "[in by since until during] the fall [!of]", season="FA"),
    *_rows(make.calendar, "<relation> fall [!of]", season="FA"),
    *_rows(make.calendar, "the? fall of? <yearly:of>", season="FA"),
    *_rows(make.decade, "the? <decade> <era>?"),
    *_rows(
        make.century, "the? <ordinal_number:ordinal> - century <era>?", "the? <ordinal_number:ordinal> century <era>?"
    ),
    *_rows(make.short_year, "' <year2> [!minutes]"),
)
# Days a part of the day can belong to.
DAYISH = (
    *_rows(make.value, "<daily>"),
    *_rows(make.shift, "today", base="now", count=0),
    *_rows(make.shift, "yesterday", base="now", count=-1),
    *_rows(make.shift, "tomorrow", base="now", count=1),
    *_rows(make.shift, "the next|following day", base="then", count=1),
    *_rows(make.shift, "the previous day", base="then", count=-1),
    *_rows(make.shift, "the same day", "that same? day", base="then", count=0),
)
CLOCK = (
    *_rows(make.clock_time, "<clock> <meridiem>?", "<clock> hrs|hours", "<hour> <meridiem>", "<ones:hour> <meridiem>"),
    *_rows(make.clock_time, "<hour> o'clock", "<ones:hour> o'clock"),
    *_rows(make.clock_time, "<hour> in the <part>", "<clock> in the <part>", "<hour> o'clock in the <part>"),
    *_rows(make.clock_time, "<hour> at night", part="NI"),
    *_rows(make.value, "noon", "midday", clock="12:00"),
    *_rows(make.value, "midnight", clock="24:00"),
)
_ZONE = "(gmt|utc|est|edt|et|pst|pdt|cet|cest|bst|cst|ist)?"
TIMED = (
    *_rows(make.calendar, f"<clocktime:clock> {_ZONE}", f"<clocktime:clock> {_ZONE} ,? on? <dayish:of>"),
    *_rows(make.calendar, f"<dayish:of> ,? at <clocktime:clock> {_ZONE}", f"<dayish:of> <clocktime:clock> {_ZONE}"),
    *_rows(make.calendar, "<dayish:of> <part>", "the? <part> of <dayish:of>", "the? night of <dayish:of>"),
    *_rows(make.calendar, "the <part> of the <domth:day>"),
    *_rows(make.calendar, "the early hours of <dayish:of>", part="MO"),
    *_rows(make.calendar, "mid - <part> <dayish:of>", mod="MID"),
    *_rows(make.calendar, "tonight", part="NI", of=make.shift()),
    *_rows(make.calendar, "last night [!of]", part="NI", of=make.shift(count=-1)),
    *_rows(make.calendar, "overnight", part="NI", relation="last"),
    *_rows(make.calendar, "this <part>", of=make.shift(base="either")),
    *_rows(make.calendar, "that same? <part>", "the same <part>", of=make.shift(base="then")),
    *_rows(make.calendar, "the next|following <part>", of=make.shift(base="then", count=1)),
    *_rows(make.calendar, "the previous <part>", of=make.shift(base="then", count=-1)),
    *_rows(make.calendar, "the <daypart:part> [!of]", of=make.shift(base="then")),
    *_rows(make.calendar, "[at] night", part="NI", relation="any"),
    *_rows(make.calendar, "daytime", part="DT", relation="any"),
    *_rows(make.calendar, "the early hours of the morning", part="MO", of=make.shift(base="then")),
)
WEEKS = (
    *_rows(make.calendar, "the weekend", weekend=True),
    *_rows(make.shift, "the week", unit="week", base="now", count=0),
    *_rows(make.calendar, "the week of <daily:of>", relation="week_of"),
)
POINT = (
    *_rows(make.value, "<timed>", "<daily>", "<monthly>", "<coarse>", "<weeks>", "<yearly>", "<step>", "<ago>"),
    *_rows(make.shift, "the month", unit="month", base="either", count=0),
)

# "Ways to get around Wednesday's ruling", "heard about Monday's vote".
_WAYS = "get gets getting got way ways work worked working hear heard know knew talk talked talking speak said asked"

# -- Early, late, the end of ---------------------------------------------------------------------------------------
EDGE = (
    *_rows(
        make.value, "early in?", "earlier in?", "the? very? start|beginning|outset of", "the early days of", mod="START"
    ),
    *_rows(make.value, "the early part of", mod="START"),
    *_rows(make.value, "mid -?", "the? middle of", "midway through", mod="MID"),
    *_rows(
        make.value,
        "late -? in?",
        "later in?",
        "the? very? end of",
        "the? close of",
        "the later|latter part of",
        mod="END",
    ),
    *_rows(make.value, f"[!{_WAYS}] about|around", "circa|roughly|approximately", "ca|c .", mod="APPROX"),
    *_rows(make.value, "sometime", "some time in", mod="APPROX"),
)
EDGED = (
    *_rows(make.with_mod, "<edge:mod> <point:meaning>"),
    *_rows(make.shift, "earlier|early in the day", unit="day", base="then", mod="START"),
    *_rows(make.shift, "later|late in the day", "the end of the day", unit="day", base="then", mod="END"),
    *_rows(make.calendar, "mid -? <part>", of=make.shift(base="then"), mod="MID"),
    *_rows(make.with_mod, "the early <coarse:meaning>", mod="START"),
    *_rows(make.with_mod, "the mid -? <coarse:meaning>", mod="MID"),
    *_rows(make.with_mod, "the late <coarse:meaning>", mod="END"),
    *_rows(
        make.shift, "year - end", "year end", "year 's end", "the year 's end", unit="year", base="either", mod="END"
    ),
    *_rows(make.shift, "month 's end", "the month 's end", unit="month", base="then", mod="END"),
    *_rows(make.with_mod, "the end of <point:meaning>", mod="END"),
)

# -- Lengths -------------------------------------------------------------------------------------------------------
# What has an age that tells a time; the age of a person does not.
_THINGS = (
    "conflict war agreement ceasefire truce deal dispute ban insurgency rebellion uprising standoff treaty accord"
    " crisis blockade siege embargo occupation stalemate"
)
SPAN = (
    *_rows(
        make.span,
        "<count> -? <unit> [!-]",
        "<count> - <unit>",
        "<number:count> -? <unit>",
        "<number:count> - <unit> - long",
        "<number:count> <unit> -? long",
    ),
    *_rows(make.span, f"<number:count> - year|years - old [{_THINGS}]", unit="year"),
    *_rows(
        make.nothing, "<number> -? year|years -? old|olds", "<number> years of age", "<number> hours|days a day|week"
    ),
    *_rows(make.span, "<few:count> -? <newborn:unit> -? old"),
    *_rows(make.span, "<qualifier:mod> <count> <unit>"),
    *_rows(make.span, "the first|last|past|next|previous|following|coming|latest|final|ensuing <count> <unit>"),
    *_rows(make.span, "the <count> <plural:unit> [!' war]"),
    *_rows(make.span, "the <number:count> previous|following <unit>"),
    *_rows(make.span, "a|the same? <number:count> - <unit> period", "a <number:count> <unit> period"),
    *_rows(make.half_span, "<count> <unit> and a half"),
    *_rows(make.two_spans, "<count> <unit> ,? and? <count:more> <unit:smaller>"),
    # "Two to three weeks" is written with the smaller number, as annotators do.
    *_rows(
        make.first_span,
        "<number:count> to <number:more> <unit>",
        "[between] <number:count> and <number:more> <unit>",
        "the next|last|past|first|coming <number:count> to <number:more> <unit>",
        "<plural:unit> or|and <plural:more>",
        "recent|coming|past <plural:unit> or|and <plural:more>",
    ),
    *_rows(make.span, "the? next|last|past|coming <count> <unit> or so", "the <plural:unit> ahead"),
    *_rows(
        make.span,
        "recent|coming|past <plural:unit>",
        "the coming|past|last|next|following|previous|ensuing <plural:unit>",
    ),
    *_rows(make.span, "the? past|last decade", unit="decade", count=1),
    *_rows(make.span, "the? past|last century", unit="century", count=1),
    *_rows(make.span, "the past|last week", unit="week", count=1),
    *_rows(make.span, "the past|last month", unit="month", count=1),
    *_rows(make.span, "the <count> <unit> long"),
    *_rows(make.span, "[for in within after of over took through throughout since] <plural:unit> [!old later ago]"),
    *_rows(make.span, "<weekish:unit>", "<plural:unit> - long|old"),
    *_rows(make.span, "the fiscal? year [ended ending]", unit="year", count=1),
    *_rows(make.span, "<one:unit> - long", count=1),
)

# What stands before "a year" where that is a rate ("$500 million a year", "four flights a week") and tells of no time:
# the annotated news leaves seven in nine of these unmarked. "Twice a week" is a set.
_RATED = (
    "<digits> <decimal> million billion percent % cents dollars pounds euros rubles barrels tons tonnes people flights"
    " seats hours visitors vehicles cars trucks"
)

# -- Sets ----------------------------------------------------------------------------------------------------------
SET = (
    *_rows(make.every, "every|each <unit>", "every|each <count> <unit>", "per <unit>"),
    *_rows(make.every, "once|twice a|each|every <unit>"),
    *_rows(make.every, "<number> times a|each|every|per <unit>"),
    *_rows(make.every, "hourly", unit="hour"),
    *_rows(make.every, "daily|everyday [!<name>]", unit="day"),
    *_rows(make.every, "weekly", unit="week"),
    *_rows(make.every, "monthly", unit="month"),
    *_rows(make.every, "yearly", unit="year"),
    *_rows(make.nothing, f"[{_RATED}] a|an <one> [!earlier ago before later after from ended ending and -]"),
    *_rows(make.every_point, "every|each <weekday>", "every|each <month>", "every|each <season>", "every|each <part>"),
    *_rows(make.every_point, "<weekdays:weekday>"),
    *_rows(make.every_point, "<weekday> nights", part="NI"),
)

# -- Words that only say now, before or later ----------------------------------------------------------------------
VAGUE = (
    tuple(
        rule(words, make.fixed, type="DATE", value=value)
        for value, all_words in lex.REFERENCES.items()
        for words in all_words
    )
    + _rows(
        make.fixed,
        "[!by only in for within than least after job just last every] one day",
        type="DATE",
        value="FUTURE_REF",
    )
    + _rows(make.fixed, "[at by around from] this time", "[at] the present time", type="DATE", value="PRESENT_REF")
)

TIME = _rows(make.value, "<edged>", "<point>", "<set>", "<vague>", "<span>")

GRAMMAR = Grammar(
    {
        "small": SMALL,
        "number": NUMBER,
        "count": COUNT,
        "qualifier": QUALIFIER,
        "relation": RELATION,
        "step": STEP,
        "ago": AGO,
        "year": YEAR,
        "day": DAY,
        "ordinal_number": ORDINAL_NUMBER,
        "yearly": YEARLY,
        "monthly": MONTHLY,
        "daily": DAILY,
        "coarse": COARSE,
        "dayish": DAYISH,
        "clocktime": CLOCK,
        "timed": TIMED,
        "weeks": WEEKS,
        "that_month": THAT_MONTH,
        "quarterly": QUARTERLY,
        "point": POINT,
        "edge": EDGE,
        "edged": EDGED,
        "span": SPAN,
        "set": SET,
        "vague": VAGUE,
        "time": TIME,
    }
)
