"""Charts as files: the timeline and the position track as SVG, PNG or a page that needs nothing else.

Each chart is a Vega-Lite specification made here and drawn by `vl-convert`, which carries the library and its fonts, so
that nothing is fetched and the same record gives the same picture.
"""

from parley.exports.charts.drawing import draw, png, svg, web_page
from parley.exports.charts.positions import positions_chart
from parley.exports.charts.timeline import export_html, export_png, export_svg, timeline_chart

__all__ = [
    "draw",
    "export_html",
    "export_png",
    "export_svg",
    "png",
    "positions_chart",
    "svg",
    "timeline_chart",
    "web_page",
]
