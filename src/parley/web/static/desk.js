"use strict";
// What pages can do more where scripts run; without them everything works by links and forms.

// "/" goes to the question box, as on many sites; not while something is being written.
document.addEventListener("keydown", (event) => {
  const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("q").focus();
  }
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// What is folded away on the screen is printed.
window.addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
});

// Where a drawing is wider than the window, its latest part is shown first.
for (const box of document.querySelectorAll(".timeline .scroll, .track-chart .scroll")) box.scrollLeft = box.scrollWidth;
for (const box of document.querySelectorAll(".map .scroll")) box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;

// The timeline: dragging over it, or Alt with the arrow keys, asks for a part of it.
const DAY = 86400000;
for (const svg of document.querySelectorAll("svg[data-zoom]")) {
  const left = Number(svg.dataset.left), right = Number(svg.dataset.right);
  const low = Date.parse(svg.dataset.low), high = Date.parse(svg.dataset.high);
  const hint = document.querySelector(".zoom-hint");
  // A finger scrolls; it cannot drag a part out.
  if (hint && matchMedia("(hover: hover) and (pointer: fine)").matches) hint.hidden = false;
  const placeOf = (event) => {
    const box = svg.getBoundingClientRect();
    const x = (event.clientX - box.left) * (svg.viewBox.baseVal.width / box.width);
    return Math.min(Math.max(x, left), right);
  };
  const dayOf = (x) => low + ((x - left) / (right - left)) * (high - low);
  const show = (from, until) => {
    const address = new URL(svg.dataset.zoom, location.href);
    const iso = (time) => new Date(Math.round(time / DAY) * DAY).toISOString().slice(0, 10);
    address.searchParams.set("since", iso(from));
    address.searchParams.set("until", iso(Math.max(until, from + DAY)));
    location.assign(address);
  };
  let start = null, band = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch" || event.target.closest("a")) return;
    start = placeOf(event);
    band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ class: "band", x: start, y: 0, width: 0, height: svg.viewBox.baseVal.height }))
      band.setAttribute(name, value);
    svg.append(band);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (start === null) return;
    const x = placeOf(event);
    band.setAttribute("x", Math.min(x, start));
    band.setAttribute("width", Math.abs(x - start));
  });
  svg.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const x = placeOf(event), from = Math.min(x, start), until = Math.max(x, start);
    start = null;
    band.remove();
    if (until - from > 8) show(dayOf(from), dayOf(until));
  });
  svg.addEventListener("pointercancel", () => { start = null; if (band) band.remove(); });
  svg.parentElement.addEventListener("keydown", (event) => {
    if (!event.altKey) return;
    const span = high - low;
    const moves = { ArrowLeft: [-0.4, -0.4], ArrowRight: [0.4, 0.4], ArrowUp: [0.25, -0.25], ArrowDown: [-0.5, 0.5] }[event.key];
    if (!moves) return;
    event.preventDefault();
    show(low + moves[0] * span, high + moves[1] * span);
  });
}
