// Values over time: {"labels": [], "series": [{"name": "", "values": [], "links": []}], "unit": "", "target": {}}
import { legend, shared, target } from "./theme.js";

const MARKS = ["circle", "rect", "triangle", "diamond"];

function series({ name, values, links = [] }, place, data, look) {
  return {
    type: "line",
    name,
    data: values.map((value, index) => ({ value, link: links[index] })),
    symbol: MARKS[place % MARKS.length],
    symbolSize: 7,
    markLine: place === 0 ? target(data, look, "yAxis") : undefined,
  };
}

function option(data, look) {
  return {
    ...shared(look, "axis"),
    legend: legend(data, look),
    grid: { left: 0, right: 24, top: 48, bottom: 8, containLabel: true },
    xAxis: {
      type: "category",
      data: data.labels,
      axisLabel: look.text,
      axisLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: "value",
      name: data.unit,
      axisLabel: look.text,
      splitLine: { lineStyle: { color: look.line } },
    },
    series: data.series.map((one, place) => series(one, place, data, look)),
  };
}

export const line = { option, height: () => 280 };
