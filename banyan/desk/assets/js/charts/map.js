// Regions shaded by step: {"geojson": "/…", "key": "adcode", "steps": ["none", "1 to 5", …],
//                          "regions": [{"code": "350100", "name": "福州市", "text": "3 overdue", "step": 1, "url": "/…"}]}
// `key` is the property of the GeoJSON that holds a region's code; features of other regions are left out.
// The legend stands in the page: a step has the colour --step-0, --step-1, … of desk.css.
import { registerMap } from "echarts/core";
import { shared } from "./theme.js";

const registered = new Set();

async function fetchShapes(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The map ${url} could not be fetched: ${answer.status}.`);
  return answer.json();
}

async function register({ geojson, key, regions }) {
  const codes = new Set(regions.map(({ code }) => code));
  const name = `${geojson} ${[...codes].sort().join(" ")}`;
  if (registered.has(name)) return name;
  const { features } = await fetchShapes(geojson);
  const wanted = features.filter(({ properties }) => codes.has(String(properties[key])));
  registerMap(name, { type: "FeatureCollection", features: wanted });
  registered.add(name);
  return name;
}

async function option(data, look) {
  const regions = new Map(data.regions.map((region) => [region.code, region]));
  const halo = { ...look.text, textBorderColor: look.ground, textBorderWidth: 3 };
  const base = shared(look, "item");
  return {
    ...base,
    tooltip: { ...base.tooltip, formatter: ({ name }) => `${regions.get(name).name}  ${regions.get(name).text}` },
    series: [
      {
        type: "map",
        map: await register(data),
        nameProperty: data.key,
        aspectScale: 0.9, // the width of a degree of longitude at 26° north, in degrees of latitude
        layoutCenter: ["50%", "50%"],
        layoutSize: "96%",
        selectedMode: false,
        label: { show: regions.size < 16, ...halo, formatter: ({ name }) => regions.get(name)?.name ?? "" },
        itemStyle: { borderColor: look.line },
        emphasis: { label: halo, itemStyle: { areaColor: null, borderColor: look.text.color, borderWidth: 2 } },
        data: data.regions.map(({ code, step, url }) => ({
          name: code,
          link: url,
          itemStyle: { areaColor: look.step(step) },
        })),
      },
    ],
  };
}

export const map = { option, height: () => 440 };
