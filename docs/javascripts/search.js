// Finds titles, numbers and ids as normalised substrings in the rows of assets/search-titles.js.
// The same normalisation stands in disclosure/pages/search.py.
"use strict";
(() => {
  const form = document.querySelector("[data-search]");
  const list = document.getElementById("results");
  if (!form || !list || !window.disclosureTitles) return;
  const SHOWN = 200;
  const ignored =
    /[\s〔〕\[\]【】《》〈〉「」『』“”‘’"'()<>,，.。;；:：、!！?？·・\-—–_/\\|…]/g;
  const normalise = (text) => text.normalize("NFKC").toLowerCase().replace(ignored, "");

  // Names keep their dots: 2.2 is a material, 22 an indicator.
  const bare = (name) => name.replace(/[()〔〕\[\]]/g, "");

  const rows = window.disclosureTitles.map(([sort, title, address, beside, words, names]) => ({
    sort,
    title,
    address,
    beside,
    plainTitle: normalise(title),
    // \n keeps a match from running over from one field into the next.
    plain: [title, beside, words, sort, ...names].map(normalise).join("\n"),
    names: names.map((name) => name.normalize("NFKC").toLowerCase().replace(/\s/g, "")),
  }));

  // An exact name (第54项, n054, a document number) comes first, then titles, then the rest.
  function rank(row, typed, whole, words) {
    if (row.names.includes(typed)) return 0;
    if (row.names.some((name) => bare(name) === bare(typed))) return 1;
    if (row.plainTitle === whole) return 2;
    if (row.plainTitle.startsWith(whole)) return 3;
    if (row.plainTitle.includes(whole)) return 4;
    if (words.every((word) => row.plainTitle.includes(word))) return 5;
    return 6;
  }

  function find(query) {
    const typed = query.normalize("NFKC").toLowerCase().replace(/\s/g, "");
    const whole = normalise(query);
    const words = query.split(/\s+/).map(normalise).filter(Boolean);
    if (!words.length) return [];
    // A bare indicator number means that indicator, not every text with these digits.
    const number = /^(?:第|指标|国家指标)?(\d{1,3})(?:项|号|条)?$/.exec(typed);
    const found = rows.filter(
      (row) =>
        words.every((word) => row.plain.includes(word)) ||
        row.names.includes(typed) ||
        (number && row.names.includes(number[1])),
    );
    return found
      .map((row, place) => {
        const named = number && row.names.includes(number[1]);
        return [named ? 0 : rank(row, typed, whole, words), place, row];
      })
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
      .map(([, , row]) => row);
  }

  function entry(row) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    // On a disk a folder opens as a listing, so there the file is named.
    link.href = `../${row.address}${location.protocol === "file:" ? "index.html" : ""}`;
    link.textContent = row.title;
    const facts = document.createElement("span");
    facts.className = "result-facts";
    facts.textContent = [row.sort, row.beside].filter(Boolean).join("　");
    item.append(link, facts);
    return item;
  }

  function show(query) {
    const asked = query.trim();
    const found = find(asked);
    list.replaceChildren(...found.slice(0, SHOWN).map(entry));
    const count = document.querySelector("[data-result-count]");
    count.textContent = "";
    if (asked && found.length) {
      count.textContent = `“${asked}”找到 ${found.length} 条`;
      if (found.length > SHOWN) count.textContent += `，显示前 ${SHOWN} 条，请再加一个词`;
    } else if (asked) {
      count.textContent = `“${asked}”找到 0 条`;
    }
    document.querySelector("[data-no-results]").hidden = !asked || found.length > 0;
    document.querySelector("[data-search-doors]").hidden = found.length > 0;
  }

  const input = form.elements.q;
  input.value = new URLSearchParams(location.search).get("q") || "";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new URLSearchParams({ q: input.value.trim() });
    try {
      history.pushState(null, "", `?${query}`);
    } catch {
      // Some browsers refuse this on file://; the results are shown all the same.
    }
    show(input.value);
  });
  window.addEventListener("popstate", () => {
    input.value = new URLSearchParams(location.search).get("q") || "";
    show(input.value);
  });
  show(input.value);
})();
