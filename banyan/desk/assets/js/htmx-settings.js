// htmx reads its settings when it is loaded, so this module is imported first.
// The indicator's rules stand in desk.css: a page gets its styles from files only.
const settings = document.createElement("meta");
settings.name = "htmx-config";
settings.content = JSON.stringify({ includeIndicatorCSS: false, mode: "same-origin", defaultTimeout: 30_000 });
document.head.append(settings);
