// <button data-copy="text"> or <button data-copy-from="#id">: copy to the clipboard.
// data-copied="Copied" is shown on the button for two seconds, and read out where the button is aria-live.
// A page without https has no clipboard: the source is selected instead, ready for Ctrl+C.

function select(element) {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.select();
  getSelection().selectAllChildren(element);
}

function tell(button) {
  if (!button.dataset.copied || button.dataset.label) return;
  button.dataset.label = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => {
    button.textContent = button.dataset.label;
    delete button.dataset.label;
  }, 2000);
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-copy-from]");
  if (!button) return;
  const source = button.dataset.copyFrom ? document.querySelector(button.dataset.copyFrom) : null;
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? source.value ?? source.textContent.trim());
    tell(button);
  } catch {
    select(source ?? button);
  }
});
