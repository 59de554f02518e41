// Filters the tree of indicators. The state stands in the address, so a selection can be cited.
// Without this script the form stays hidden and the whole tree is shown.
"use strict";
(() => {
  const form = document.querySelector("[data-filters]");
  const tree = document.querySelector("[data-tree]");
  if (!form || !tree) return;
  const fields = ["chapter", "method", "department", "series", "state"];
  const leaves = [...tree.querySelectorAll(".leaf")];
  const texts = new Map(leaves.map((leaf) => [leaf, plain(leaf.textContent)]));

  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  }

  function matches(leaf, wanted) {
    const words = wanted.text.split(/\s+/).map(plain).filter(Boolean);
    return (
      fields.every((name) => !wanted[name] || leaf.dataset[name].split(" ").includes(wanted[name])) &&
      words.every((word) => texts.get(leaf).includes(word))
    );
  }

  function read() {
    const wanted = { text: form.elements.text.value };
    for (const name of fields) wanted[name] = form.elements[name].value;
    return wanted;
  }

  function show() {
    const wanted = read();
    let count = 0;
    for (const leaf of leaves) {
      leaf.hidden = !matches(leaf, wanted);
      count += leaf.hidden ? 0 : 1;
    }
    for (const box of tree.querySelectorAll(".tree-section, .tree-chapter")) {
      box.hidden = !box.querySelector(".leaf:not([hidden])");
    }
    tree.querySelector("[data-none]").hidden = count > 0;
    const all = count === leaves.length;
    form.querySelector("[data-count]").textContent = all
      ? `共 ${count} 项`
      : `符合条件 ${count} 项，共 ${leaves.length} 项`;
    return wanted;
  }

  function remember(wanted) {
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    const tail = `${query}` ? `?${query}` : "";
    // On file:// some browsers refuse to change the address; the filter works all the same.
    try {
      history.replaceState(null, "", location.pathname + tail + location.hash);
    } catch {
      return;
    }
  }

  const given = new URLSearchParams(location.search);
  for (const name of [...fields, "text"]) {
    if (given.has(name)) form.elements[name].value = given.get(name);
  }
  form.hidden = false;
  form.addEventListener("input", () => remember(show()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(show());
  });
  form.addEventListener("reset", () => setTimeout(() => remember(show())));
  show();
})();
