// Bars, ranked from the top: {"labels": [], "series": [{"name": "", "values": [], "links": []}], "unit": "", "target": {}}
import { legend, shared, target } from "./theme.js";

function series({ name, values, links = [] }, data, look) {
  return {
    type: "bar",
    name,
    data: values.map((value, place) => ({ value, link: links[place] })),
    barMaxWidth: 18,
    label: { show: true, position: "right", ...look.text },
    markLine: target(data, look, "xAxis"),
  };
}

/** The room above the bars for a legend and the name of the target, in pixels. */
const above = (data) => 8 + (data.series.length > 1 ? 28 : 0) + (data.target ? 20 : 0);

function option(data, look) {
  return {
    ...shared(look, "item"),
    legend: legend(data, look),
    grid: { left: 0, right: 56, top: above(data), bottom: 24, containLabel: true },
    xAxis: {
      type: "value",
      name: data.unit,
      axisLabel: look.text,
      minInterval: 1,
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: "category",
      data: data.labels,
      inverse: true,
      axisLabel: look.text,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
    },
    series: data.series.map((one) => series(one, data, look)),
  };
}

export const bar = { option, height: (data) => 56 + above(data) + data.labels.length * (16 + 20 * data.series.length) };
