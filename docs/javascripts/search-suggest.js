// Suggests while somebody types in a search box: a combobox with a list, as ARIA describes it.
// Enter still goes to the result page. The index is fetched when a box is first used.
"use strict";
(() => {
  const root = document.currentScript.src.replace(/javascripts\/[^/]*$/, "");
  const onDisk = location.protocol === "file:";
  const MOST = 7;
  let loading;

  function load(address) {
    return new Promise((resolve, reject) => {
      if (document.querySelector(`script[src$="${address}"]`)) return resolve();
      const script = document.createElement("script");
      script.src = root + address;
      script.async = false; // in the order in which they were asked for
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  // The pages and the newest records: what is worth suggesting. The result page has them all.
  async function open() {
    const names = ["index", "reading", "engine"].map((name) => `javascripts/search-${name}.js`);
    await Promise.all(["assets/search-0.js", ...names].map(load));
    if (window.disclosureFinder.parts() > 1) await load("assets/search-1.js");
  }

  function attach(input, number) {
    const form = input.form;
    const list = document.createElement("ul");
    list.id = `suggestions-${number}`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "检索建议");
    list.hidden = true;
    const told = document.createElement("span");
    told.className = "hidden-label";
    told.setAttribute("role", "status");
    input.after(list, told);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

    let active = -1;

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function point(to) {
      const options = [...list.children];
      active = (to + options.length + 1) % (options.length + 1);
      if (active === options.length) active = -1;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", options[active].id);
      options[active]?.scrollIntoView({ block: "nearest" });
    }

    function option(row, at, needles) {
      const item = document.createElement("li");
      item.id = `${list.id}-${at}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.address = row.address;
      const sort = document.createElement("small");
      sort.textContent = [row.sort, row.number].filter(Boolean).join("　");
      item.append(marked(row.title, needles), sort);
      return item;
    }

    function marked(title, needles) {
      const box = document.createElement("span");
      let at = 0;
      for (const [from, to] of window.disclosureFinder.marks(title, needles)) {
        const mark = document.createElement("mark");
        mark.textContent = title.slice(from, to);
        box.append(title.slice(at, from), mark);
        at = to;
      }
      box.append(title.slice(at));
      return box;
    }

    const go = (item) => (location.href = `${root}${item.dataset.address}${onDisk ? "index.html" : ""}`);

    async function suggest() {
      const query = input.value.trim();
      if (!query) return close();
      try {
        await (loading ??= open());
      } catch {
        loading = undefined;
        return;
      }
      if (query !== input.value.trim() || document.activeElement !== input) return;
      const found = window.disclosureFinder.search(query);
      const needles = window.disclosureFinder.needles(query, found.strict < found.length);
      const rows = found.slice(0, MOST);
      list.replaceChildren(...rows.map((row, at) => option(row, at, needles)));
      list.hidden = !rows.length;
      active = -1;
      input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-expanded", String(rows.length > 0));
      told.textContent = rows.length ? `有 ${rows.length} 条建议，用上下键选择` : "没有建议";
    }

    let waiting;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(suggest, 120);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && list.children.length) {
        event.preventDefault();
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
        point(active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        go(list.children[active]);
      }
    });
    input.addEventListener("blur", close);
    form.addEventListener("submit", () => {
      clearTimeout(waiting);
      close();
    });
    // Else the box would lose the focus, and the list be gone before the click.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => go(event.target.closest("li")));
  }

  document.querySelectorAll('form[role="search"] input[type="search"]').forEach(attach);
})();
