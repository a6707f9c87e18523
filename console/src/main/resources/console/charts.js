"use strict";
// Draws the charts of a page: each stands in it as figures, which are also there for those who do not see it.
(() => {
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const drawn = new Map();
  const draw = place => {
    const figures = JSON.parse(place.dataset.chart);
    drawn.get(place)?.destroy();
    const axis = { stroke: colour("soft"), grid: { stroke: colour("line"), width: 1 }, ticks: { stroke: colour("line"), width: 1 } };
    drawn.set(place, new uPlot({
      width: place.clientWidth || 400, height: 170, cursor: { y: false }, scales: { y: { range: (plot, least, most) => [0, Math.max(1, most * 1.05)] } },
      axes: [axis, { ...axis, size: 56, values: (plot, values) => values.map(value => value + (figures.unit || "")) }],
      series: [{}, ...figures.series.map(one => ({ label: one.label, stroke: colour(one.colour), width: 2, fill: one.fill ? colour(one.colour + "-ground") : undefined, points: { show: false }, value: (plot, value) => value == null ? "–" : value + (figures.unit || "") }))],
    }, [figures.times, ...figures.series.map(one => one.values)], place));
  };
  const all = () => document.querySelectorAll("[data-chart]").forEach(draw);
  document.addEventListener("DOMContentLoaded", all);
  document.addEventListener("theme", all);
  document.addEventListener("htmx:afterSwap", all);
  addEventListener("resize", () => { clearTimeout(all.later); all.later = setTimeout(all, 200); });
})();
