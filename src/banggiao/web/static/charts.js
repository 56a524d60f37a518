// The charts, drawn from what stands in the page's own data attributes. Beside each is a table or list for those who
// see none. Tooltips are drawn on the canvas ("richText"): as HTML they would carry inline styles, which the desk's
// policy forbids.
"use strict";

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const shorten = (text, width = 62) => {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if ((line + word).length > width) {
      lines.push(line.trim());
      line = "";
    }
    line += `${word} `;
  }
  lines.push(line.trim());
  return lines.slice(0, 5).join("\n") + (lines.length > 5 ? " …" : "");
};

function common() {
  const text = { color: style("--ink"), fontFamily: style("font-family") || "inherit" };
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: { ...text, fontFamily: getComputedStyle(document.body).fontFamily, lineHeight: 20 },
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: style("--panel"),
      borderColor: style("--line"),
      textStyle: text,
    },
    grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
  };
}

const axis = () => ({
  axisLine: { lineStyle: { color: style("--line") } },
  axisTick: { show: false },
  axisLabel: { color: style("--soft"), hideOverlap: true },
  splitLine: { lineStyle: { color: style("--line"), opacity: 0.5 } },
});

const charts = {
  ladder(data) {
    const steps = data.steps.map(([day, rung, words]) => ({ value: [day, rung], words }));
    if (steps.length) steps.push({ value: [data.until, data.steps.at(-1)[1]], symbol: "none", words: "" });
    return {
      ...common(),
      xAxis: { type: "time", max: data.until, ...axis() },
      yAxis: { type: "category", data: data.levels, ...axis(), axisLabel: { color: style("--ink"), width: 190, overflow: "break", lineHeight: 15 } },
      tooltip: { ...common().tooltip, formatter: (point) => shorten(point.data.words || "") },
      series: [
        {
          type: "line", step: "start", data: steps, symbol: "circle", symbolSize: 9, connectNulls: false,
          lineStyle: { color: style("--accent"), width: 3 }, itemStyle: { color: style("--accent") },
        },
        {
          type: "scatter", symbolSize: 11,
          data: data.wishes.map(([day, rung, words]) => ({ value: [day, rung], words })),
          itemStyle: { color: "transparent", borderColor: style("--flag"), borderWidth: 2 },
        },
      ],
    };
  },

  events(data) {
    const colours = ["--c-meeting", "--c-status", "--c-instrument", "--c-target"].map(style);
    return {
      ...common(),
      grid: { left: 8, right: 24, top: 8, bottom: 46, containLabel: true },
      xAxis: { type: "time", ...axis() },
      yAxis: { type: "category", data: data.rows, inverse: true, ...axis(), axisLabel: { color: style("--ink") } },
      dataZoom: [
        { type: "inside", minValueSpan: 7 * 86400000 },
        { type: "slider", height: 18, bottom: 8, minValueSpan: 7 * 86400000, borderColor: style("--line"), textStyle: { color: style("--soft") }, brushSelect: false },
      ],
      tooltip: { ...common().tooltip, formatter: (point) => shorten(point.data.words) },
      series: [
        {
          type: "scatter", symbolSize: 12, cursor: "pointer",
          data: data.events.map(([start, row, words, fact]) => ({
            value: [start, row], words, fact,
            itemStyle: { color: colours[row], opacity: 0.85 },
          })),
        },
      ],
    };
  },

  years(data) {
    return {
      ...common(),
      xAxis: { type: "category", data: Object.keys(data), ...axis() },
      yAxis: { type: "value", minInterval: 1, ...axis() },
      tooltip: { ...common().tooltip, trigger: "axis", formatter: ([point]) => `${point.name}: ${point.value}` },
      series: [{ type: "bar", data: Object.values(data), itemStyle: { color: style("--accent") }, barMaxWidth: 28 }],
    };
  },
};

const drawn = new Map();

function draw(element) {
  if (drawn.has(element)) return;
  const chart = echarts.init(element, null, { renderer: "canvas" });
  const option = () => charts[element.dataset.chart](JSON.parse(element.dataset.points));
  chart.setOption(option());
  chart.on("click", (point) => {
    if (point.data.fact) window.location.assign(element.dataset.facts + point.data.fact);
  });
  new ResizeObserver(() => chart.resize()).observe(element);
  drawn.set(element, { chart, option });
}

function drawAll() {
  for (const [element, { chart }] of drawn) {
    if (!element.isConnected) {
      chart.dispose();
      drawn.delete(element);
    }
  }
  document.querySelectorAll("[data-chart]").forEach(draw);
}

document.addEventListener("DOMContentLoaded", drawAll);
document.addEventListener("htmx:afterSettle", drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const { chart, option } of drawn.values()) chart.setOption(option(), true);
});
