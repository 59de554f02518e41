// Small helps on every page. Without them each page still reads and prints.
"use strict";
document.documentElement.classList.replace("no-js", "js");
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
