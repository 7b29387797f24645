// <div data-finder="URL">: a question whose records are searched on the server by name or code while somebody types.
// One record is chosen in a combobox, which takes the place of the select; of several the boxes found stand in the
// list below the field, and what is checked stays. Without scripts a button searches and loads the form anew.

import { combine } from "./combobox.js";

const WAIT = 200;
const ready = new WeakSet();

/** Asks for what the words find; only the newest answer counts. */
function asker(box) {
  const status = box.querySelector("[role=status]");
  let timer;
  let request;
  return (words, show) => {
    clearTimeout(timer);
    request?.abort();
    timer = setTimeout(
      async () => {
        request = new AbortController();
        const { signal } = request;
        const url = new URL(box.dataset.finder, location.href);
        url.searchParams.set("q", words);
        try {
          const answer = await fetch(url, { signal, headers: { Accept: "application/json" } });
          const { options, told } = await answer.json();
          show(options);
          status.textContent = told;
        } catch (error) {
          if (error.name !== "AbortError") status.textContent = box.dataset.failed;
        }
      },
      words ? WAIT : 0,
    );
  };
}

/** One row of the list: built from what is found, as the server draws it. */
function row(box, { value, label, code }) {
  const id = `${box.querySelector("[type=search]").id}-${value}`;
  const tick = Object.assign(document.createElement("input"), { type: "checkbox", id, name: box.dataset.named, value });
  const words = Object.assign(document.createElement("label"), { htmlFor: id, textContent: label });
  if (code) words.append(" ", Object.assign(document.createElement("small"), { textContent: code }));
  const item = document.createElement("li");
  item.append(tick, words);
  return item;
}

function several(box, field, ask) {
  const list = box.querySelector(".options");
  field.addEventListener("input", () => {
    ask(field.value.trim(), (options) => {
      const kept = [...list.children].filter((item) => item.querySelector("input").checked);
      const chosen = new Set(kept.map((item) => item.querySelector("input").value));
      const others = options.filter(({ value }) => !chosen.has(value));
      list.replaceChildren(...kept, ...others.map((option) => row(box, option)));
    });
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}

function prepare() {
  for (const box of document.querySelectorAll("[data-finder]")) {
    if (ready.has(box)) continue;
    ready.add(box);
    const field = box.querySelector("[type=search]");
    field.removeAttribute("name");
    box.querySelector("button").remove();
    const select = box.querySelector("select");
    if (select) combine(box, field, select, asker(box));
    else several(box, field, asker(box));
  }
}

document.addEventListener("htmx:after:swap", prepare);
prepare();
