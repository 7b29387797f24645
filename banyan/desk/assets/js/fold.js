// <details data-fold>: stands open where there is room for it, and folded on a phone until it is asked for.
if (matchMedia("(max-width: 45rem)").matches) {
  for (const one of document.querySelectorAll("[data-fold]")) one.open = false;
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
