// The result page, /search/?q=…&kind=…&year=…&dept=…&indicator=… : the address is the state.
// What is found and in which order is search-engine.js' alone; the full text comes after it.
"use strict";
(() => {
  const form = document.querySelector("[data-search]");
  const list = document.getElementById("results");
  const finder = window.disclosureFinder;
  if (!form || !list || !finder) return;
  const AT_ONCE = 20;
  const CONTEXT = 40;
  const FILTERS = { kind: "种类", year: "年份", dept: "责任科室", indicator: "指标" };
  const part = (name) => document.querySelector(`[data-${name}]`);
  const count = part("result-count");
  const more = part("more");
  const filters = part("search-filters");

  let rows = [];
  let shown = 0;
  let needles = [];
  let fullText;
  let asking = 0;

  const state = () => Object.fromEntries(["q", ...Object.keys(FILTERS)].map((name) => [name, form.elements[name].value.trim()]));
  const chosen = ({ q, ...wanted }) => wanted;

  // ---- Rows --------------------------------------------------------------------------------

  function marked(element, text) {
    let at = 0;
    for (const [from, to] of finder.marks(text, needles)) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      element.append(text.slice(at, from), mark);
      at = to;
    }
    element.append(text.slice(at));
    return element;
  }

  function made(tag, name, content) {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = content ?? "";
    return element;
  }

  function entry(row) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    // On a disk a folder opens as a listing, so there the file is named.
    link.href = `../${row.address}${location.protocol === "file:" ? "index.html" : ""}`;
    item.append(marked(link, row.title));
    const facts = made("span", "result-facts");
    facts.append(made("span", "result-sort", row.sort));
    if (row.number) facts.append(marked(made("span", "result-number"), row.number));
    if (row.date) facts.append(made("span", "result-date", row.date));
    if (row.departments.length && row.departments.length < 3) {
      facts.append(made("span", "result-department", row.departments.join("、")));
    }
    item.append(facts);
    tell(item, row);
    return item;
  }

  // The passage of the text where the query stands.
  async function tell(item, row) {
    const text = await fullText?.text(row.address);
    if (!text || item.querySelector(".snippet")) return;
    const [place] = finder.marks(text, needles);
    if (!place) return;
    const from = Math.max(place[0] - CONTEXT, 0);
    const to = Math.min(place[1] + CONTEXT * 2, text.length);
    const passage = `${from ? "……" : ""}${text.slice(from, to)}${to < text.length ? "……" : ""}`;
    item.append(marked(made("p", "snippet"), passage));
  }

  function extend(many = AT_ONCE) {
    const fresh = rows.slice(shown, shown + many).map(entry);
    list.append(...fresh);
    shown += fresh.length;
    more.hidden = shown >= rows.length;
    more.textContent = `再显示 ${Math.min(AT_ONCE, rows.length - shown)} 条（还有 ${rows.length - shown} 条）`;
    return fresh[0];
  }

  // ---- Filters -----------------------------------------------------------------------------

  const NAMES = (row) => ({ kind: [row.sort], year: row.year ? [row.year] : [], dept: row.departments, indicator: row.indicators });

  // Every value that the results have, with how many; what is chosen stays, even with none.
  function offer(all, wanted) {
    for (const name of Object.keys(FILTERS)) {
      const counts = new Map(wanted[name] ? [[wanted[name], 0]] : []);
      for (const row of all) for (const value of NAMES(row)[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
      const values = [...counts].sort(name === "kind" || name === "dept" ? byCount : byValue(name));
      const options = values.map(([value, number]) => {
        const label = name === "indicator" ? indicatorLabel(value) : value;
        return new Option(`${label}（${number}）`, value, false, value === wanted[name]);
      });
      const select = form.elements[name];
      select.replaceChildren(new Option("全部", ""), ...options);
      select.value = wanted[name];
      select.closest("label").hidden = !counts.size;
    }
    filters.hidden = !all.length && !Object.values(wanted).some(Boolean);
    part("clear").hidden = !Object.values(wanted).some(Boolean);
  }

  const byCount = (a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "zh-CN");
  const byValue = (name) => (a, b) => (name === "year" ? b[0].localeCompare(a[0]) : a[0].localeCompare(b[0], "en", { numeric: true }));

  const labels = new Map();
  function indicatorLabel(id) {
    if (!labels.size) {
      for (const row of finder.search("", { kind: "三级指标" })) labels.set(row.indicators[0], `${row.number} ${row.title}`);
    }
    return labels.get(id) ?? id;
  }

  // ---- What is asked -----------------------------------------------------------------------

  // With `texts` the list grows: what somebody may be reading already is not drawn anew.
  function draw(query, wanted, texts) {
    const all = finder.search(query, {}, texts);
    const before = rows.slice(0, shown);
    rows = finder.search(query, wanted, texts);
    needles = query ? finder.needles(query, rows.strict < rows.length || !rows.length) : [];
    offer(all, wanted);
    const same = texts && before.every((row, at) => row.address === rows[at].address);
    if (!same) {
      list.replaceChildren();
      shown = 0;
    }
    extend(Math.max(AT_ONCE - shown, 0));
    if (same) before.forEach((row, at) => tell(list.children[at], row));
    say(query, wanted, all);
  }

  function say(query, wanted, all) {
    const active = query || Object.values(wanted).some(Boolean);
    const told = Object.entries(FILTERS).filter(([name]) => wanted[name]);
    const within = told.map(([name, label]) => `${label}“${name === "indicator" ? indicatorLabel(wanted[name]) : wanted[name]}”`);
    const what = [query && `“${query}”`, ...within].filter(Boolean).join("，");
    const others = rows.length - rows.strict;
    count.textContent = active ? `${what}找到 ${rows.strict || rows.length} 条` : "";
    if (others && rows.strict) count.textContent += `，另有 ${others} 条相近`;
    else if (others) count.textContent += "，都只是相近：没有一条含有全部的词";
    part("no-results").hidden = !active || rows.length > 0;
    part("search-doors").hidden = rows.length > 0;
    part("unfiltered").hidden = rows.length > 0 || !all.length;
    part("unfiltered").querySelector("b").textContent = all.length;
    suggest(query && !all.length ? finder.near(query) : []);
  }

  function suggest(near) {
    part("near").hidden = !near.length;
    part("near").querySelector("ul").replaceChildren(...near.map(entry));
  }

  async function show() {
    const { q, ...wanted } = state();
    const mine = ++asking;
    draw(q, wanted);
    document.title = `${q ? `${q} - ` : ""}${document.title.split(" - ").slice(-2).join(" - ")}`;
    list.removeAttribute("aria-busy");
    if (!q || !window.disclosureFullText) return;
    list.setAttribute("aria-busy", "true");
    const found = await window.disclosureFullText(finder.asked(q));
    if (mine !== asking) return;
    list.removeAttribute("aria-busy");
    fullText = found;
    if (!found) return;
    draw(q, wanted, found.pages);
  }

  // ---- The address -------------------------------------------------------------------------

  function read() {
    const given = new URLSearchParams(location.search);
    form.elements.q.value = given.get("q") ?? "";
    for (const name of Object.keys(FILTERS)) {
      const value = given.get(name) ?? "";
      if (![...form.elements[name].options].some((one) => one.value === value)) form.elements[name].append(new Option(value));
      form.elements[name].value = value;
    }
    fullText = undefined;
    show();
  }

  function go() {
    const given = Object.entries(state()).filter(([name, value]) => value || name === "q");
    try {
      history.pushState(null, "", `?${new URLSearchParams(given)}`);
    } catch {
      // Some browsers refuse this on file://; the results are shown all the same.
    }
    fullText = undefined;
    show();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  filters.addEventListener("change", go);
  for (const button of [part("clear"), part("unfiltered")]) {
    button.addEventListener("click", (event) => {
      if (!event.target.closest("button")) return;
      for (const name of Object.keys(FILTERS)) form.elements[name].value = "";
      go();
      form.elements.q.focus();
    });
  }
  more.addEventListener("click", () => extend()?.querySelector("a").focus());
  window.addEventListener("popstate", read);
  read();

  // The whole answer, as the page shows it in the end.
  window.disclosureSearchFull = async (query, wanted = {}) => {
    const found = await window.disclosureFullText?.(finder.asked(query));
    return finder.search(query, wanted, found?.pages).map((row) => row.address);
  };
})();
