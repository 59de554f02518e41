// The index of the search: the shards that disclosure/pages/search/ makes (assets/search-0.js,
// search-1.js, …), compared as disclosure/pages/search/normal.py does.
//
//   disclosureShards     what search-reading.js and search-engine.js build upon
"use strict";
(() => {
  let common;
  let simplified;
  let traditional;
  let signs;
  const shards = [];

  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(traditional, (char) => simplified.get(char));
  }

  // Line ends and tabs part rows and names of the index; a query has none.
  const normalise = (text) => fold(text).replace(signs, "");
  const exact = (text) => fold(text).replace(/[^\S\n\t]+/g, "");
  const bare = (text) => text.replace(/[()〔〕[\]]/g, "");

  function begin(first) {
    common = first;
    const pairs = [...first.traditional];
    simplified = new Map(pairs.flatMap((char, at) => (at % 2 ? [[char, pairs[at - 1]]] : [])));
    traditional = new RegExp(`[${[...simplified.keys()].join("")}]`, "g");
    signs = new RegExp(`[^\\p{L}\\p{N}\\p{M}${first.kept}\\n\\t]`, "gu");
    common.own = first.own.map(normalise);
    common.weak = new Set(first.weak.map(normalise).sort((a, b) => b.length - a.length));
    common.synonyms = Object.entries(first.synonyms).flatMap(([word, forms]) =>
      forms.map((form) => [normalise(form), normalise(word)]),
    );
  }

  // Takes in what has been loaded since the last time.
  function take() {
    const waiting = (window.disclosureIndex ??= []);
    waiting.sort((a, b) => a.part - b.part);
    if (!common && waiting[0]?.part !== 0) return;
    for (const raw of waiting.splice(0)) {
      if (raw.part === 0) begin(raw);
      shards.push(prepare(raw));
    }
    shards.sort((a, b) => a.part - b.part);
  }

  function prepare(raw) {
    const titles = raw.titles.split("\n");
    const aliases = Object.entries(raw.aliases).flatMap(([row, text]) =>
      text.split("\t").map((alias) => [Number(row), normalise(alias)]),
    );
    const names = exact(raw.names);
    const list = ({ values, codes }, form) => ({ values, codes, plain: values.map(form) });
    return {
      part: raw.part,
      count: titles.length,
      titles,
      dates: raw.dates.split("\n"),
      shown: raw.names.split("\n"),
      steps: raw.addresses.steps.split("\n"),
      folders: raw.addresses.folders,
      title: lines(normalise(raw.titles)),
      exact: lines(names),
      bare: lines(bare(names)),
      name: lines(names.replace(signs, "")),
      step: lines(raw.addresses.steps),
      aliases,
      sorts: list(raw.sorts, normalise),
      words: list(raw.words, normalise),
      departments: list(raw.departments, normalise),
      indicators: raw.indicators,
    };
  }

  // A text with the place where each of its lines begins.
  function lines(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    starts.push(text.length + 1);
    return { text, starts };
  }

  // Calls back with each row whose line contains the needle, and where it first does.
  function each({ text, starts }, needle, found) {
    let row = 0;
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, starts[row + 1])) {
      let high = starts.length - 1;
      while (high - row > 1) {
        const middle = (row + high) >> 1;
        if (starts[middle] <= at) row = middle;
        else high = middle;
      }
      found(row, at);
      if (row + 2 >= starts.length) return;
    }
  }

  const address = (shard, row) => shard.folders.values[shard.folders.codes[row]] + closed(shard.steps[row]);
  const closed = (step) => (step ? `${step}/` : "");

  function describe(shard, row) {
    const [number] = shard.shown[row].split("\t");
    const several = ({ values, codes }, by) => values[codes[row]].split(by).filter(Boolean);
    return {
      address: address(shard, row),
      title: shard.titles[row],
      sort: shard.sorts.values[shard.sorts.codes[row]],
      number,
      date: shard.dates[row],
      year: shard.dates[row].slice(0, 4),
      departments: several(shard.departments, "\t"),
      indicators: several(shard.indicators, " "),
    };
  }

  // Where needles stand in a text as it is shown: [from, to) pairs in order.
  function marks(text, wanted) {
    let plain = "";
    const places = [];
    let place = 0;
    for (const char of text) {
      const letters = /[\n\t]/.test(char) ? "" : normalise(char);
      plain += letters;
      for (const _ of letters.split("")) places.push([place, place + char.length]);
      place += char.length;
    }
    const covered = new Uint8Array(text.length);
    for (const needle of wanted) {
      for (let at = needle ? plain.indexOf(needle) : -1; at >= 0; at = plain.indexOf(needle, at + 1)) {
        covered.fill(1, places[at][0], places[at + needle.length - 1][1]);
      }
    }
    const found = [];
    for (let at = 0; at < text.length; at++) {
      if (!covered[at]) continue;
      const from = at;
      while (at < text.length && covered[at]) at++;
      found.push([from, at]);
    }
    return found;
  }

  take();
  window.disclosureShards = {
    all: () => (take(), shards),
    common: () => common,
    normalise: (text) => (take(), normalise(text)),
    exact,
    bare,
    each,
    address,
    describe,
    marks,
  };
})();
