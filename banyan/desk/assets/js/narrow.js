// <input data-narrows="ID">: what is typed narrows the long list of that id, of boxes or of a select, to what holds
// every word; what is chosen stays. Without scripts the field stays hidden and the list is whole.

const kept = new WeakMap();
const plain = (text) => text.normalize("NFKC").toLowerCase();

function rows(list) {
  const own = list.matches("select") ? "option" : ".options > li, .picks > tbody > tr";
  if (!kept.has(list)) kept.set(list, [...list.querySelectorAll(own)]);
  return kept.get(list);
}

function stays(row) {
  return row.matches("option") ? row.value === "" || row.selected : row.querySelector("input").checked;
}

function narrow(field) {
  const list = document.getElementById(field.dataset.narrows);
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  const shown = rows(list).filter((row) => stays(row) || words.every((word) => plain(row.textContent).includes(word)));
  if (list.matches("select")) {
    const chosen = list.value;
    list.replaceChildren(...shown);
    list.value = chosen;
  } else {
    for (const row of rows(list)) row.hidden = !shown.includes(row);
  }
  const numbers = [shown, rows(list)].map((some) => some.filter((row) => row.value !== "").length);
  const told = field.parentElement.querySelector("[data-told]");
  told.textContent = words.length ? told.dataset.told.replace("{n}", numbers[0]).replace("{m}", numbers[1]) : "";
}

function offer() {
  for (const box of document.querySelectorAll("p.narrow[hidden]")) box.hidden = false;
}

document.addEventListener("input", ({ target }) => {
  if (target.dataset.narrows) narrow(target);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.dataset?.narrows) event.preventDefault();
});

document.addEventListener("htmx:after:swap", offer);
offer();
