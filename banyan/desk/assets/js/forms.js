// A form that opens in place, in the page's [aria-live] box for it: it gets the focus when it comes, and its
// [data-cancel] closes it and gives the focus back to what opened it.

const openers = new WeakMap();

document.addEventListener("htmx:before:request", ({ detail, target }) => {
  if (detail.ctx.target) openers.set(detail.ctx.target, target);
});

document.addEventListener("htmx:after:swap", ({ detail }) => {
  const form = detail.ctx.target?.querySelector("form.act");
  form?.querySelector("input:not([type=hidden]), select, textarea, button")?.focus();
});

document.addEventListener("click", (event) => {
  const box = event.target.closest("[data-cancel]")?.closest("[aria-live]");
  if (!box) return;
  event.preventDefault();
  box.replaceChildren();
  openers.get(box)?.focus();
});
