"use strict";
// Draws the charts of a page: each stands in it as figures, which are also there for those who do not see it.
(() => {
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const drawn = new Map();
  // A value without a neighbour is no line: it is drawn as a point.
  const lone = (plot, series) => {
    const values = plot.data[series];
    return values.map((value, at) => at).filter(at => values[at] != null && values[at - 1] == null && values[at + 1] == null);
  };
  // An axis shows ten minutes at least; with a single time the library would show years.
  const LEAST = 600;
  // Of a single time the library makes years before it asks: then its end is the time itself.
  const shown = (times, first, last) => {
    if (last == null) return [Date.now() / 1000 - LEAST, Date.now() / 1000];
    const end = times.length === 1 ? times[0] : last, begin = Math.min(first, end - LEAST);
    return [begin, end + (end - begin) / 100];
  };
  const draw = place => {
    const figures = JSON.parse(place.dataset.chart);
    drawn.get(place)?.destroy();
    const axis = { stroke: colour("soft"), grid: { stroke: colour("line"), width: 1 }, ticks: { stroke: colour("line"), width: 1 } };
    drawn.set(place, new uPlot({
      width: place.clientWidth || 400, height: 170, cursor: { y: false }, scales: { x: { range: (plot, first, last) => shown(plot.data[0], first, last) }, y: { range: (plot, least, most) => [0, Math.max(1, most * 1.05)] } },
      axes: [axis, { ...axis, size: 56, values: (plot, values) => values.map(value => value + (figures.unit || "")) }],
      series: [{}, ...figures.series.map(one => ({ label: one.label, stroke: colour(one.colour), width: 2, fill: one.fill ? colour(one.colour + "-ground") : undefined, points: { show: false, size: 7, width: 2, filter: lone }, value: (plot, value) => value == null ? "–" : value + (figures.unit || "") }))],
    }, [figures.times, ...figures.series.map(one => one.values)], place));
  };
  const all = () => document.querySelectorAll("[data-chart]").forEach(draw);
  document.addEventListener("DOMContentLoaded", all);
  document.addEventListener("theme", all);
  document.addEventListener("htmx:afterSwap", all);
  addEventListener("resize", () => { clearTimeout(all.later); all.later = setTimeout(all, 200); });
})();
