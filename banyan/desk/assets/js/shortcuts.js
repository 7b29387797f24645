// <button data-key="g">: pressing the key alone is a click on the button, while no field has the focus.
// Single keys can be switched off (WCAG 2.2, 2.1.4): <button data-keys-switch aria-pressed="true"> does it, for this
// browser. An open dialog hears only its own keys.

const STORE = "banyan.keys";
const off = () => localStorage.getItem(STORE) === "off";
const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

function show() {
  for (const button of document.querySelectorAll("[data-keys-switch]")) button.ariaPressed = String(!off());
}

function target(key) {
  const page = document.querySelector("dialog[open]") ?? document;
  const candidates = [...page.querySelectorAll("[data-key]")];
  return candidates.find((one) => one.dataset.key === key && !one.disabled && one.checkVisibility());
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  if (off() || typing(event.target)) return;
  const button = target(event.key.toLowerCase());
  if (!button) return;
  event.preventDefault();
  button.focus();
  button.click();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-keys-switch]")) return;
  localStorage.setItem(STORE, off() ? "on" : "off");
  show();
});

document.addEventListener("DOMContentLoaded", show);
document.addEventListener("htmx:after:swap", show);
show();
