// <button data-print>: print this page.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
