// The look of a chart, read from desk.css (css/tokens.css) at the moment of drawing.

const SERIES = ["--accent", "--info", "--warn", "--bad"];

export function theme(figure) {
  const style = getComputedStyle(figure);
  const colour = (name) => style.getPropertyValue(name).trim();
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    ground: colour("--sheet"),
    line: colour("--line"),
    series: SERIES.map(colour),
    step: (number) => colour(`--step-${number}`),
    text: { color: style.color, fontFamily: style.fontFamily, fontSize: Number.parseFloat(style.fontSize) * 0.875 },
  };
}

/** The parts of an option that every kind of chart shares; tooltips are drawn in the SVG, as styles in HTML are barred. */
export function shared(look, trigger) {
  return {
    animation: look.animation,
    color: look.series,
    textStyle: look.text,
    tooltip: {
      trigger,
      renderMode: "richText",
      confine: true,
      backgroundColor: look.ground,
      borderColor: look.line,
      textStyle: look.text,
    },
  };
}

/** A legend, where there is more than one series to tell apart. */
export function legend(data, look) {
  return data.series.length > 1 ? { top: 0, left: 0, icon: "rect", textStyle: look.text } : undefined;
}

/** The line that a target draws across the chart: {"target": {"name": "", "value": 0}}. */
export function target(data, look, axis) {
  if (!data.target) return undefined;
  return {
    symbol: "none",
    silent: true,
    lineStyle: { color: look.text.color, type: "dashed" },
    label: { ...look.text, formatter: data.target.name, position: axis === "xAxis" ? "start" : "insideEndTop" },
    data: [{ [axis]: data.target.value }],
  };
}
