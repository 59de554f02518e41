// The search itself: which pages a query means, best first. It draws nothing.
//
//   disclosureSearch(query, filters)      addresses, best first: what the result page shows
//   disclosureFinder.search(...)          the same as rows, with all that is known of them
"use strict";
(() => {
  const { all, common, normalise, exact, bare, each, address, describe, marks } = window.disclosureShards;
  const { readings, trimmed, breakable, pairs, withoutOwn, words, needles, asked } = window.disclosureReading;
  // How good a match is. Equal ones keep the order of the index: pages, then newest first.
  const [TITLE, NUMBER, PREFIX, INSIDE, WORDS, PARTLY, TEXT, FULL, LOOSE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const PIECES = 100; // after everything else
  const ENOUGH = 3;
  const SPARE = 2;
  const [ANYWHERE, IN_TITLE, IN_TEXT] = [1, 2, 4];

  // Which rows of a shard contain a word, and whether in the title.
  function hits(shard, { forms, year }, texts) {
    const found = new Uint8Array(shard.count);
    for (const form of forms) {
      each(shard.title, form, (row) => (found[row] |= IN_TITLE | ANYWHERE));
      each(shard.name, form, (row) => (found[row] |= ANYWHERE));
      for (const [row, alias] of shard.aliases) if (alias.includes(form)) found[row] |= IN_TITLE | ANYWHERE;
      for (const one of [shard.words, shard.sorts, shard.departments]) {
        const flags = one.plain.map((text) => text.includes(form));
        if (flags.includes(true)) {
          for (let row = 0; row < shard.count; row++) if (flags[one.codes[row]]) found[row] |= ANYWHERE;
        }
      }
    }
    if (year) {
      for (let row = 0; row < shard.count; row++) {
        if (shard.dates[row].startsWith(year)) found[row] |= ANYWHERE;
      }
    }
    const pages = texts?.get(forms[0]);
    if (pages) {
      for (let row = 0; row < shard.count; row++) {
        if (!found[row] && pages.has(address(shard, row))) found[row] = IN_TEXT;
      }
    }
    return found;
  }

  // How each row of a shard answers a reading; 255 where it does not.
  function ranked(shard, way, query, texts) {
    const ranks = new Uint8Array(shard.count).fill(255);
    const strong = way.tokens.map((one) => hits(shard, one, texts));
    const extra = way.extra.map((one) => hits(shard, one));
    for (let row = 0; row < shard.count; row++) {
      const found = strong.map((one) => one[row]);
      if (found.includes(0)) continue;
      const late = way.penalty || extra.some((one) => !one[row]) ? 1 : 0;
      ranks[row] = place(found) * 2 + late;
    }
    const raise = (row, rank, late) => {
      if (ranks[row] < 255) ranks[row] = Math.min(ranks[row], rank * 2 + late);
    };
    way.wholes.forEach((whole) => raiseTitles(shard, whole, way.penalty, raise));
    // A title that begins with only a part of what was typed is none that begins with it.
    const modestly = (row, rank) => raise(row, rank === PREFIX ? INSIDE : rank, 1);
    way.others.forEach((whole) => raiseTitles(shard, whole, 1, modestly));
    if (!way.penalty) raiseNames(shard, query, raise, ranks);
    return ranks;
  }

  function place(found) {
    if (found.includes(IN_TEXT)) return FULL;
    const titled = found.filter((one) => one & IN_TITLE).length;
    return titled === found.length ? WORDS : titled ? PARTLY : TEXT;
  }

  function raiseTitles(shard, whole, late, raise) {
    const { text, starts } = shard.title;
    each(shard.title, whole, (row, at) => {
      if (at !== starts[row]) raise(row, INSIDE, late);
      else raise(row, at + whole.length === starts[row + 1] - 1 ? TITLE : PREFIX, late);
    });
    for (const [row, alias] of shard.aliases) {
      // Its own title comes before what it is also called.
      if (alias === whole) raise(row, TITLE, 1);
      else if (alias.startsWith(whole)) raise(row, PREFIX, late);
    }
  }

  // A number is exact when it is the whole name: 54 is no part of 154.
  function raiseNames(shard, query, raise, ranks) {
    const others = query.split(/\s+/).filter((part) => !common().own.includes(normalise(part)));
    for (const typed of new Set([exact(query), exact(others.join(""))])) {
      raiseName(shard.exact, typed, 0, raise);
      raiseName(shard.step, typed, 0, (row) => (ranks[row] = Math.min(ranks[row], NUMBER * 2)));
      raiseName(shard.bare, bare(typed), 1, raise);
      // Without its punctuation 2.2 would be 22; a document's number has letters to tell it.
      if (/\D\d/.test(typed)) raiseName(shard.name, normalise(typed), 1, raise);
    }
  }

  function raiseName(blob, name, late, raise) {
    if (!name) return;
    each(blob, name, (row) => {
      const line = blob.text.slice(blob.starts[row], blob.starts[row + 1] - 1);
      if (line.split("\t").includes(name)) raise(row, NUMBER, late);
    });
  }

  // Whether a row passes the filters, each of which may be missing.
  function passes(row, { kind, year, dept, indicator }) {
    return (
      (!kind || row.sort === kind) &&
      (!year || row.year === year) &&
      (!dept || row.departments.includes(dept)) &&
      (!indicator || row.indicators.includes(indicator))
    );
  }

  // `texts`: what the full text knows, the addresses of pages by word (search-fulltext.js).
  function search(query, filters = {}, texts) {
    if (!all().length) return [];
    const buckets = [];
    const put = (key, shard, row) => (buckets[key] ??= []).push([shard, row]);
    if (!words([query]).length) {
      const filtered = Object.values(filters).some(Boolean);
      if (filtered && !query.trim()) everything((shard, row) => put(0, shard, row));
    } else if (!collect(readings(query), query, texts, put)) {
      const loosely = (key, shard, row) => put(LOOSE * 2 + key, shard, row);
      if (!collect(trimmed(query), query, undefined, loosely)) inPieces(breakable(query), loosely);
    }
    const rows = buckets.flat().map(([shard, row]) => describe(shard, row));
    const seen = new Set();
    const found = rows.filter((row) => passes(row, filters) && !seen.has(row.address) && seen.add(row.address));
    // The others, at the end, have most of the words.
    const strict = new Set(buckets.slice(0, LOOSE * 2).flat().map(([shard, row]) => address(shard, row)));
    found.strict = found.filter((row) => strict.has(row.address)).length;
    return found;
  }

  // Puts every row that answers; whether the index alone has what was named, or enough others.
  function collect(ways, query, texts, put) {
    let count = 0;
    for (const shard of all()) {
      const best = new Uint8Array(shard.count).fill(255);
      for (const way of ways) {
        ranked(shard, way, query, texts).forEach((rank, row) => (best[row] = Math.min(best[row], rank)));
      }
      best.forEach((rank, row) => {
        if (rank === 255) return;
        put(rank, shard, row);
        count += rank < INSIDE * 2 ? ENOUGH : rank < FULL * 2 ? 1 : 0;
      });
    }
    return count >= ENOUGH;
  }

  // Puts the rows that have every word whole or in pieces, those with the fewest pieces first.
  function inPieces(tokens, put) {
    if (!tokens.length) return;
    for (const shard of all()) {
      const candidates = tokens.map(({ forms }) => forms.map((form) => [form, complete(shard, form)]));
      for (let row = 0; row < shard.count; row++) {
        const count = candidates.reduce((sum, forms) => sum + fewest(shard, row, forms), 0);
        if (count <= tokens.length + SPARE) put(PIECES + count, shard, row);
      }
    }
  }

  // Which pairs of a word's letters each row has, as bits.
  function complete(shard, form) {
    const found = new Uint16Array(shard.count);
    pairs(form).forEach((pair, bit) => {
      const has = hits(shard, { forms: [pair] });
      for (let row = 0; row < shard.count; row++) if (has[row]) found[row] |= 1 << bit;
    });
    return found;
  }

  // Into how few pieces of two letters or more a word falls that the row has; Infinity if not.
  function fewest(shard, row, forms) {
    let best = Infinity;
    for (const [form, found] of forms) {
      const whole = (1 << (form.length - 1)) - 1;
      const gaps = whole & ~found[row];
      const last = 1 << Math.max(form.length - 2, 0);
      if (form.length < 2 || gaps & (gaps << 1) || gaps & 1 || gaps & last) continue;
      best = Math.min(best, pieces(form, plain(shard, row)));
    }
    return best;
  }

  function pieces(form, text) {
    const least = [0, ...Array(form.length).fill(Infinity)];
    for (let to = 2; to <= form.length; to++) {
      for (let from = 0; from <= to - 2; from++) {
        if (least[from] + 1 < least[to] && text.includes(form.slice(from, to))) least[to] = least[from] + 1;
      }
    }
    return least[form.length];
  }

  // All words of a row, each field in a line.
  function plain(shard, row) {
    const { text, starts } = shard.title;
    const aliases = shard.aliases.filter(([of]) => of === row).map(([, alias]) => alias);
    const others = [shard.words, shard.sorts, shard.departments].map((one) => one.plain[one.codes[row]]);
    return [text.slice(starts[row], starts[row + 1] - 1), ...aliases, ...others].join("\n");
  }

  function everything(found) {
    for (const shard of all()) for (let row = 0; row < shard.count; row++) found(shard, row);
  }

  // Titles that share most pairs of letters with a query that found nothing.
  function near(query, most = 5) {
    if (!all().length) return [];
    const whole = withoutOwn(query).join("");
    const parts = new Set(pairs(whole));
    const scored = [];
    for (const shard of all()) {
      const shares = new Uint16Array(shard.count);
      for (const pair of parts) each(shard.title, pair, (row) => shares[row]++);
      shares.forEach((share, row) => {
        if (share * 5 >= parts.size * 2 && share > 1) scored.push([share, shard, row]);
      });
    }
    scored.sort((a, b) => b[0] - a[0]);
    return scored.slice(0, most).map(([, shard, row]) => describe(shard, row));
  }

  window.disclosureFinder = { search, near, needles, asked, marks, normalise, parts: () => common()?.parts ?? 1 };
  window.disclosureSearch = (query, filters) => search(query, filters).map((row) => row.address);
  performance.mark("disclosure-search-ready");
})();
