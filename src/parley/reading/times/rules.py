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
    *_rows(make.counted, "half (a|an)?", number=0.5),
    *_rows(make.counted, "a? dozen", number=12),
)
QUALIFIER = (
    *_rows(make.value, "about|around|approximately|roughly|circa|nearly|almost", "close to", mod="APPROX"),
    *_rows(make.value, "more than", "over", "longer than", "well over", mod="MORE_THAN"),
    *_rows(make.value, "less than", "under", "fewer than", mod="LESS_THAN"),
    *_rows(make.value, "up to", "no more than", "at most", "as much as", mod="EQUAL_OR_LESS"),
    *_rows(make.value, "at least", "no less than", "as long as", mod="EQUAL_OR_MORE"),
)

# -- How a point stands to the reference time ----------------------------------------------------------------------
RELATION = (
    *_rows(make.value, "last", "past", "this past", "the last", "the past", relation="last"),
    *_rows(make.value, "next", "this coming", "coming", "this next", relation="next"),
    *_rows(make.value, "this", "this same", relation="this"),
    *_rows(make.value, "that", "that same", "the same", "that very", "the very same", relation="that"),
    *_rows(make.value, "the previous", "the preceding", "the prior", "previous", relation="previous"),
    *_rows(make.value, "the following", "the next", "the ensuing", "the succeeding", "following", relation="following"),
    *_rows(make.value, "the latest", "the most recent", relation="latest"),
    *_rows(make.value, "the current", "current", relation="this"),
)
# Units counted from the reference time.
STEP = (
    *_rows(make.shift, "last <unit>", "this past <unit>", base="now", count=-1),
    *_rows(make.shift, "next <unit>", "this coming <unit>", "the coming <unit>", base="now", count=1),
    *_rows(make.shift, "this <unit>", "the current fiscal? <unit>", "this current <unit>", base="now", count=0),
    *_rows(make.shift, "that same? <unit>", "the very? same <unit>", "this same <unit>", base="then", count=0),
    *_rows(make.shift, "the previous|preceding|prior <unit>", "the <unit> before", base="then", count=-1),
    *_rows(make.shift, "the following|next|ensuing|succeeding <unit>", "the <unit> after", base="then", count=1),
    *_rows(make.shift, "the <unit> before last", base="now", count=-2),
    *_rows(make.shift, "the <unit> after next", base="now", count=2),
    *_rows(make.shift, "today", base="now", count=0),
    *_rows(make.shift, "yesterday", base="now", count=-1),
    *_rows(make.shift, "tomorrow", base="now", count=1),
    *_rows(make.shift, "(the)? day before yesterday", base="now", count=-2),
    *_rows(make.shift, "(the)? day after tomorrow", base="now", count=2),
)
AGO = (
    *_rows(make.shift, "<count> <unit> ago", "<count> <unit> or so ago", base="now", sign=-1),
    *_rows(make.shift, "<qualifier:mod> <count> <unit> ago", base="now", sign=-1),
    *_rows(
        make.shift,
        "a|one year earlier|ago|before",
        "year - earlier|ago",
        unit="year",
        count=-1,
        base="either",
        keep=True,
    ),
    *_rows(make.shift, "<count> <unit> earlier|before|previously|prior", base="then", sign=-1),
    *_rows(make.shift, "<count> <unit> later|after|afterward|afterwards|thereafter|on|hence", base="then"),
    *_rows(make.shift, "<qualifier:mod> <count> <unit> earlier|before", base="then", sign=-1),
    *_rows(make.shift, "<qualifier:mod> <count> <unit> later|after", base="then"),
    *_rows(make.shift, "<plural:unit> later|afterwards", base="then", count=None),
    *_rows(make.shift, "<count> <unit> from now|today", base="now"),
)

# -- Points of the calendar ----------------------------------------------------------------------------------------
YEAR = (
    *_rows(make.value, "<year4>"),
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
    *_rows(make.calendar, "<year>", "the year <year>", "<year1:year> <era>", "<year> <era>"),
    *_rows(make.calendar, "fiscal year? <year>", "the fiscal year <year>", fiscal=True),
    *_rows(make.shift, "last year", unit="year", base="now", count=-1),
    *_rows(make.shift, "next year", unit="year", base="now", count=1),
    *_rows(make.shift, "this|(the current) year", unit="year", base="now", count=0),
    *_rows(make.shift, "that|(the same) year", "that same year", "the year", unit="year", base="then", count=0),
    *_rows(make.shift, "the previous|preceding year", unit="year", base="then", count=-1),
    *_rows(make.shift, "the following|next year", unit="year", base="then", count=1),
)
_OF_YEAR = "( ,? (of|in)? <yearly:of> | 's <yearly:of> )"
MONTHLY = _rows(
    make.calendar,
    "<month> .? ,? (of|in)? <year> <era>?",
    "<month>",
    "<relation> <month>",
    "<month> .? ,? (of|in)? <yearly:of>",
    "the? month of <month>",
    "the? month of <month> ,? <year>",
)
_ON_WEEKDAY = "(<anyweekday:weekday> .? ,?)?"
DAILY = (
    *_rows(
        make.calendar,
        f"{_ON_WEEKDAY} <month> .? the? <day> (,? of? <year>)?",
        f"{_ON_WEEKDAY} <month> .? <day> ,? of? <yearly:of>",
        f"{_ON_WEEKDAY} (the)? <day> of? <month> .? (,? of? <year> <era>?)?",
        f"{_ON_WEEKDAY} (the)? <day> of? <month> ,? of? <yearly:of>",
        "<weekday> the? <domth:day>",
        "<weekday>",
        "<relation> <weekday>",
        "<relation> <weekday> ,? <month> .? <day>",
        "<weekday> of? <step:of>",
        "<weekday> <month> .? <day>",
    ),
    *_rows(make.numeric, "<iso> <isoclock>?", "<compact:iso>"),
    *_rows(make.slashed, "<slash>"),
    *(rule(f"{name}", make.calendar, holiday=key) for name, key in lex.HOLIDAYS.items()),
    *(rule(f"{name} ,? <yearly:of>", make.calendar, holiday=key) for name, key in lex.HOLIDAYS.items()),
    *(rule(f"<relation> {name}", make.calendar, holiday=key) for name, key in lex.HOLIDAYS.items()),
)
_QUARTER = "(fiscal|full)? <quarterord:quarter> -? quarter"
COARSE = (
    *_rows(
        make.calendar,
        f"the? {_QUARTER}",
        f"the? {_QUARTER} {_OF_YEAR}",
        f"<yearly:of> 's? {_QUARTER}",
        f"the <yearly:of> {_QUARTER}",
        "<season>",
        "the <season>",
        "<relation> <season>",
        "the? <season> (,? of? <yearly:of>)",
        "<year> <season>",
    ),
    *_rows(make.calendar, "the? first half (of <yearly:of>)?", half=1),
    *_rows(make.calendar, "the? second|latter half (of <yearly:of>)?", half=2),
    *_rows(make.decade, "the? <decade>"),
    *_rows(
        make.century, "the? <ordinal_number:ordinal> - century <era>?", "the? <ordinal_number:ordinal> century <era>?"
    ),
    *_rows(make.short_year, "' <year2>"),
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
    *_rows(make.clock_time, "<clock> <meridiem>?", "<hour> <meridiem>", "<ones:hour> <meridiem>"),
    *_rows(make.clock_time, "<hour> o'clock", "<hour> o'clock", "<ones:hour> o'clock"),
    *_rows(make.clock_time, "<hour> in the <part>", "<clock> in the <part>", "<hour> o'clock in the <part>"),
    *_rows(make.clock_time, "<hour> at night", part="NI"),
    *_rows(make.value, "noon", "midday", clock="12:00"),
    *_rows(make.value, "midnight", clock="24:00"),
)
_ZONE = "(gmt|utc|est|edt|et|pst|pdt|cet|cest|bst|cst|ist|( local time ) | ( eastern|moscow|pacific time ))?"
TIMED = (
    *_rows(make.calendar, f"<clocktime:clock> {_ZONE}", f"<clocktime:clock> {_ZONE} ,? on? <dayish:of>"),
    *_rows(make.calendar, f"<dayish:of> ,? at <clocktime:clock> {_ZONE}", f"<dayish:of> <clocktime:clock> {_ZONE}"),
    *_rows(make.calendar, "<dayish:of> <part>", "(the)? <part> of <dayish:of>"),
    *_rows(make.calendar, "tonight", part="NI", of=make.shift()),
    *_rows(make.calendar, "last night", part="NI", of=make.shift(count=-1)),
    *_rows(make.calendar, "overnight", part="NI", relation="last"),
    *_rows(make.calendar, "this <part>", of=make.shift()),
    *_rows(make.calendar, "that same? <part>", "the same <part>", of=make.shift(base="then")),
    *_rows(make.calendar, "the next|following <part>", of=make.shift(base="then", count=1)),
    *_rows(make.calendar, "the previous <part>", of=make.shift(base="then", count=-1)),
    *_rows(make.calendar, "the <part>", of=make.shift(base="then")),
)
WEEKS = (*_rows(make.calendar, "the weekend", weekend=True, relation="last"),)
POINT = (
    *_rows(make.value, "<timed>", "<daily>", "<monthly>", "<coarse>", "<weeks>", "<yearly>", "<step>", "<ago>"),
    *_rows(make.shift, "the <unit>", base="then", count=0),
)

# -- Early, late, the end of ---------------------------------------------------------------------------------------
EDGE = (
    *_rows(make.value, "early in?", "earlier in?", "the? start|beginning|outset of", "the early days of", mod="START"),
    *_rows(make.value, "mid -?", "the? middle of", "midway through", mod="MID"),
    *_rows(make.value, "late in?", "later in?", "the? end of", "the? close of", "the latter part of", mod="END"),
    *_rows(make.value, "about|around|circa|roughly|approximately", mod="APPROX"),
)
EDGED = (
    *_rows(make.with_mod, "<edge:mod> <point:meaning>"),
    *_rows(make.with_mod, "the early <coarse:meaning>", mod="START"),
    *_rows(make.with_mod, "the mid -? <coarse:meaning>", mod="MID"),
    *_rows(make.with_mod, "the late <coarse:meaning>", mod="END"),
)

# -- Lengths -------------------------------------------------------------------------------------------------------
SPAN = (
    *_rows(make.span, "<count> -? <unit>", "<count> - <unit> - old|long", "<count> <unit> - long|old"),
    *_rows(make.span, "<qualifier:mod> <count> <unit>"),
    *_rows(make.span, "the first|last|past|next|previous|following|coming <count> <unit>"),
    *_rows(make.span, "the <count> <unit>"),
    *_rows(make.half_span, "<count> <unit> and a half"),
    *_rows(make.two_spans, "<count> <unit> ,? and? <count:more> <unit:smaller>"),
    *_rows(make.span, "<plural:unit>"),
    *_rows(make.span, "<unit> - long", count=1),
)

# -- Sets ----------------------------------------------------------------------------------------------------------
SET = (
    *_rows(make.every, "every|each <unit>", "every|each <count> <unit>", "per <unit>"),
    *_rows(make.every, "once|twice a|each|every <unit>"),
    *_rows(make.every, "hourly", unit="hour"),
    *_rows(make.every, "daily", unit="day"),
    *_rows(make.every, "weekly", unit="week"),
    *_rows(make.every, "monthly", unit="month"),
    *_rows(make.every, "quarterly", unit="quarter"),
    *_rows(make.every, "annually|yearly|annual", unit="year"),
    *_rows(make.every_point, "every|each <weekday>", "every|each <month>", "every|each <season>", "every|each <part>"),
    *_rows(make.every_point, "<weekdays:weekday>", "<weekday> nights", part=None),
)

# -- Words that only say now, before or later ----------------------------------------------------------------------
VAGUE = tuple(
    rule(words, make.fixed, type="DATE", value=value)
    for value, all_words in lex.REFERENCES.items()
    for words in all_words
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
        "point": POINT,
        "edge": EDGE,
        "edged": EDGED,
        "span": SPAN,
        "set": SET,
        "vague": VAGUE,
        "time": TIME,
    }
)
