// A combobox with a list (WAI-ARIA authoring practices): the focus stays in the field, arrows go through the list,
// Enter or a click chooses, Escape leaves the choice as it was. What is typed and not chosen cannot be sent.

const make = (tag, properties, ...inside) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside);
  return element;
};

function become(field, select, box) {
  const hidden = make("input", { type: "hidden", name: select.name, value: select.value });
  const list = make("ul", { id: `${select.id}-list`, hidden: true, className: "found" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.label);
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name));
  }
  field.removeAttribute("aria-label");
  Object.assign(field, { type: "text", required: select.required, id: select.id });
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    field.setAttribute(name, value);
  }
  select.replaceWith(hidden);
  box.append(list);
  return { hidden, list };
}

const listed = (select) =>
  [...select.options]
    .filter((option) => option.value)
    .map((option) => ({ value: option.value, label: option.label, code: option.dataset.code ?? "" }));

export function combine(box, field, select, ask) {
  const focused = document.activeElement === select;
  const first = select.selectedIndex > 0 ? select.options[select.selectedIndex].label : "";
  const begun = listed(select);
  const { hidden, list } = become(field, select, box);
  let chosen = { value: hidden.value, label: first };
  let options = begun;
  let active = -1;
  field.value = first;
  if (focused) field.focus();

  function settle(option) {
    hidden.value = option.value;
    field.setCustomValidity("");
    if (option.value || !field.value) chosen = option;
    hidden.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function choose(option) {
    field.value = option.label;
    settle(option);
    close();
  }

  function close() {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function point(place) {
    active = place;
    [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === active)));
    const item = list.children[active];
    if (!item) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  function draw(found) {
    options = found;
    list.replaceChildren(
      ...found.map(({ label, code }, number) => {
        const item = make("li", { id: `${list.id}-${number}` }, make("span", { textContent: label }));
        if (code) item.append(make("small", { textContent: code }));
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        return item;
      }),
    );
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(found.length > 0));
    point(-1);
  }

  function open(then = () => {}) {
    if (!list.hidden) return then();
    const show = (found) => {
      if (document.activeElement !== field) return;
      draw(found);
      then();
    };
    const words = field.value === chosen.label ? "" : field.value.trim();
    if (!words && begun.length > 1) show(begun);
    else ask(words, show);
  }

  function move(step) {
    open(() => point(active < 0 ? (step > 0 ? 0 : options.length - 1) : (active + step + options.length) % options.length));
  }

  field.addEventListener("input", () => {
    settle({ value: "", label: "" });
    ask(field.value.trim(), (found) => document.activeElement === field && draw(found));
  });
  field.addEventListener("click", () => open());
  field.addEventListener("keydown", (event) => {
    const opened = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && (opened || !hidden.value)) {
      event.preventDefault();
      if (active >= 0) choose(options[active]);
      else if (opened && options.length === 1) choose(options[0]);
    } else if (event.key === "Tab" && active >= 0) {
      choose(options[active]);
    } else if (event.key === "Escape" && (opened || field.value !== chosen.label)) {
      event.preventDefault();
      event.stopPropagation();
      choose(chosen);
    }
  });
  field.addEventListener("blur", () => {
    const same = options.filter(({ label, code }) => [label, code].includes(field.value.trim()));
    if (!hidden.value && field.value && same.length === 1) choose(same[0]);
    field.setCustomValidity(!hidden.value && field.value.trim() ? box.dataset.choose : "");
    close();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose(options[[...list.children].indexOf(item)]);
  });
}
