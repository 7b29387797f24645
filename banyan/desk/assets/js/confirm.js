// <form data-confirm="What will happen."> or a submit button with it: ask before the form is sent.
// The question is put in <dialog data-confirm-dialog> where the page has one: the sentence goes into its
// [data-sentence], and its <form method="dialog"> answers with a button whose value is "yes".
// Without a dialog the browser asks, in a later task: a form is not sent anew while its event is under way. The listener stands before htmx's, so both kinds of form wait for the answer.

const answered = new WeakSet();

function ask(sentence) {
  const dialog = document.querySelector("dialog[data-confirm-dialog]");
  if (!dialog) return new Promise((answer) => setTimeout(() => answer(window.confirm(sentence))));
  dialog.querySelector("[data-sentence]").textContent = sentence;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true });
  });
}

document.addEventListener(
  "submit",
  async (event) => {
    const form = event.target;
    const button = event.submitter;
    const sentence = button?.dataset.confirm ?? form.dataset.confirm;
    if (!sentence || answered.delete(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!(await ask(sentence))) return;
    answered.add(form);
    form.requestSubmit(button);
  },
  { capture: true },
);
