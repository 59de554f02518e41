// Tier two: the full text, by Pagefind, fetched only when somebody searches.
//
//   disclosureFullText(words)  for each word the pages whose text has it, or null where there
//                              is no full text: on a disk, or when it was not built
//
// The texts were indexed letter by letter (disclosure/fulltext.py), so a word is a phrase of
// letters: found wherever it stands, without guessing where Chinese words begin.
"use strict";
(() => {
  const root = document.currentScript.src.replace(/javascripts\/[^/]*$/, "");
  const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
  const WIDE = /[\u2010-\u2026\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]/;

  let opening;

  const read = async (address) => (await fetch(root + address)).json();

  async function open() {
    const parts = await read("assets/search-fulltext.json");
    if (!parts.length) return null;
    const [pagefind, ...maps] = await Promise.all([
      import(`${root}${parts[0]}pagefind.js`),
      ...parts.map((part) => read(`${part}pages.json`)),
    ]);
    await pagefind.init();
    await Promise.all(parts.slice(1).map((part) => pagefind.mergeIndex(root + part)));
    return { pagefind, addresses: new Map(maps.flatMap(({ pages }) => Object.entries(pages))) };
  }

  // 第2020号 is indexed as 第 2020 号.
  function phrase(word) {
    let text = "";
    let last = "";
    for (const char of word) {
      text += last && (HAN.test(char) || HAN.test(last)) ? ` ${char}` : char;
      last = char;
    }
    return `"${text}"`;
  }

  // The text without the blanks that were put between its letters.
  function closed(content) {
    let text = "";
    for (const piece of content.split(" ")) {
      const latin = text && !WIDE.test(text.at(-1)) && !WIDE.test(piece.charAt(0));
      text += latin ? ` ${piece}` : piece;
    }
    return text.replace(/\.$/, ""); // Pagefind ends every paragraph with a dot
  }

  async function ask({ pagefind, addresses }, word, results) {
    const answer = await pagefind.search(phrase(word));
    const found = new Set();
    for (const result of answer.results) {
      const address = addresses.get(result.id);
      if (address === undefined) continue;
      found.add(address);
      if (!results.has(address)) results.set(address, result);
    }
    return found;
  }

  window.disclosureFullText = async (words) => {
    if (location.protocol === "file:") return null;
    try {
      opening ??= open();
      const index = await opening;
      if (!index) return null;
      const results = new Map();
      const found = await Promise.all(words.map((word) => ask(index, word, results)));
      return {
        pages: new Map(words.map((word, at) => [word, found[at]])),
        text: async (address) => closed((await results.get(address)?.data())?.content ?? ""),
      };
    } catch {
      opening = undefined;
      return null; // titles and numbers are found all the same
    }
  };
})();
