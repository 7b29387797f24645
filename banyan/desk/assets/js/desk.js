// The script of every page: in-place forms (htmx), small page state (Alpine) and some habits of our own.
// All of it runs under a content security policy without any 'unsafe-…' source.
import "./htmx-settings.js";
import "htmx.org";
import Alpine from "@alpinejs/csp";
import "./confirm.js";
import "./copy.js";
import "./finder.js";
import "./fold.js";
import "./forms.js";
import "./means.js";
import "./print.js";
import "./shortcuts.js";

Alpine.start();
