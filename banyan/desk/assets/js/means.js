// <p data-live="… {items} items … until {until}">: the sentence of what a form will do follows what is chosen in it.
// A name in braces stands for a field: the number of its checked boxes, a date in words, or what was typed.

const inWords = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });

function told(form, name) {
  const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  if (fields.some((one) => one.type === "checkbox")) return fields.filter((one) => one.checked).length;
  const [field] = fields;
  if (!field) return "";
  return field.valueAsDate ? inWords.format(field.valueAsDate) : field.value;
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form.act");
  const means = form?.querySelector("[data-live]");
  if (!means) return;
  means.textContent = means.dataset.live.replace(/\{(\w+)\}/g, (_, name) => told(form, name));
  const button = form.querySelector("button[data-confirm]");
  if (button) button.dataset.confirm = means.textContent;
});
