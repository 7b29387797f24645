// The script of pages with charts. In the page:
//   <figure data-chart="bar" data-source="#sales"><figcaption id="t">…</figcaption> a table with the same figures </figure>
//   <script type="application/json" id="sales">{"labels": [], "series": [{"name": "", "values": []}]}</script>
// What each kind of chart reads stands in charts/bar.js, charts/line.js and charts/map.js. The colours are those of
// desk.css; a chart is drawn anew when the theme or its width changes. Where a chart cannot be drawn, the table remains.
// A figure that comes with its drawing, an <svg> of its own, is left as it is.
import { init, use } from "echarts/core";
import { BarChart, LineChart, MapChart } from "echarts/charts";
import { GridComponent, LegendPlainComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { bar } from "./charts/bar.js";
import { line } from "./charts/line.js";
import { map } from "./charts/map.js";
import { theme } from "./charts/theme.js";

use([BarChart, LineChart, MapChart, SVGRenderer]);
use([GridComponent, LegendPlainComponent, MarkLineComponent, TooltipComponent]);

const KINDS = { bar, line, map };
const drawn = new Map();

function place(figure) {
  const box = document.createElement("div");
  box.className = "chart";
  box.role = "img";
  const caption = figure.querySelector("figcaption");
  box.ariaLabel = caption?.textContent.trim() ?? "";
  if (caption) caption.after(box);
  else figure.prepend(box);
  return box;
}

async function draw(figure) {
  const data = JSON.parse(document.querySelector(figure.dataset.source).textContent);
  const kind = KINDS[figure.dataset.chart];
  const box = place(figure);
  const height = box.clientHeight || kind.height(data);
  const chart = init(box, null, { renderer: "svg", height });
  const paint = async () => chart.setOption(await kind.option(data, theme(figure)), { notMerge: true });
  drawn.set(figure, { chart, paint, height, width: box.clientWidth });
  chart.on("click", ({ data: { link } = {} }) => link && location.assign(link));
  await paint();
  sizes.observe(box);
}

function start(root) {
  for (const figure of root.querySelectorAll("figure[data-chart]")) {
    const done = drawn.has(figure) || figure.querySelector(":scope > svg");
    if (!done) draw(figure).catch((fault) => drop(figure, fault));
  }
}

function drop(figure, fault) {
  console.error(fault);
  figure.querySelector(".chart")?.remove();
}

function forget() {
  for (const [figure, { chart }] of drawn) {
    if (figure.isConnected) continue;
    chart.dispose();
    drawn.delete(figure);
  }
}

const sizes = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    const { chart, height } = drawn.get(target.parentElement) ?? {};
    if (chart && target.clientWidth && target.clientWidth !== chart.getWidth()) {
      chart.resize({ width: target.clientWidth, height });
    }
  }
});

const repaint = () => drawn.forEach(({ paint }) => paint());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme", "class"] });
document.addEventListener("htmx:after:swap", () => {
  forget();
  start(document);
});
start(document);
