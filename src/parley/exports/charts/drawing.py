"""From a Vega-Lite specification to a file."""

from __future__ import annotations

import re
from typing import Any

import vl_convert

# The version of Vega-Lite that specifications are written for; vl-convert carries several.
VEGA_LITE = "5.21"
# Units of a chart's own width, without the names beside it: a page in landscape at 96 units an inch.
WIDTH = 960
_NUMBERED = re.compile(r"\b(clip|gradient_)(\d+)\b")
_BASE: dict[str, Any] = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "background": "white",
    "config": {
        "view": {"stroke": "#dddddd"},
        "axis": {"labelFontSize": 12, "titleFontSize": 12, "gridColor": "#eeeeee"},
        "header": {"labelFontSize": 13, "labelFontWeight": "bold"},
        "legend": {"labelFontSize": 12, "titleFontSize": 12, "orient": "bottom"},
        "title": {"anchor": "start", "fontSize": 16},
    },
}


def specification(content: dict[str, Any]) -> dict[str, Any]:
    """A whole specification: the looks all charts share, and the chart's own content."""
    return _BASE | content


def svg(chart: dict[str, Any]) -> str:
    """The chart as SVG.

    The names of clips and gradients go on counting from drawing to drawing; numbered anew, the same chart is the same.
    """
    drawn = str(vl_convert.vegalite_to_svg(chart, vl_version=VEGA_LITE))
    numbers: dict[str, str] = {}
    return _NUMBERED.sub(lambda m: m[1] + numbers.setdefault(m[0], str(len(numbers) + 1)), drawn)


def png(chart: dict[str, Any]) -> bytes:
    """The chart as PNG, twice as fine as a screen's pixels so that it can be printed."""
    return bytes(vl_convert.vegalite_to_png(chart, vl_version=VEGA_LITE, scale=2))


def web_page(chart: dict[str, Any]) -> str:
    """The chart as one page with its library in it: zoom by wheel, the words of each mark under the pointer."""
    return str(vl_convert.vegalite_to_html(chart, vl_version=VEGA_LITE, bundle=True))


def draw(chart: dict[str, Any], form: str) -> bytes:
    """The chart as the bytes of a file: `svg`, `png` or `html`."""
    return png(chart) if form == "png" else (svg(chart) if form == "svg" else web_page(chart)).encode()
