// The search itself: which pages a query means, best first. It draws nothing.
// Reads the shards that disclosure/pages/search/ makes (assets/search-0.js, -1.js, …) and
// compares as disclosure/pages/search/normal.py does.
//
//   disclosureSearch(query, filters)      addresses, best first: what the result page shows
//   disclosureFinder.search(...)          the same as rows, with all that is known of them
"use strict";
(() => {
  // How good a match is. Equal ones keep the order of the index: pages, then newest first.
  const [TITLE, NUMBER, PREFIX, INSIDE, WORDS, PARTLY, TEXT, FULL, LOOSE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [ANYWHERE, IN_TITLE, IN_TEXT] = [1, 2, 4];
  const YEAR = /^((?:19|20)\d\d)年?度?$/;
  const SHORT = 8;

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

  // ---- Reading a query -------------------------------------------------------------------

  // Ways to read a query: as it was typed, and with a year that was typed into a word.
  function readings(query) {
    const typed = words(query.split(/\s+/));
    const parts = withoutOwn(query);
    const dated = parts.flatMap(apartFromYear);
    const ways = [reading(parts, typed, 0)];
    if (dated.length > parts.length) ways.push(reading(dated, dated, 1));
    return ways;
  }

  // Where that finds nothing: 权责清单公示 2020 is 权责清单, whatever the year.
  function trimmed(query) {
    const parts = withoutOwn(query).flatMap(apartFromYear);
    const less = parts.flatMap(apartFromWeak);
    const kept = less.filter((word) => !YEAR.test(word));
    const same = kept.length === parts.length || !kept.length;
    return same ? [] : [reading(kept, kept, 1)];
  }

  const words = (parts) => parts.map(normalise).filter(Boolean);

  function reading(parts, typed, penalty) {
    const strong = parts.filter((word) => !common.weak.has(word));
    const tokens = (strong.length ? strong : parts).map(token);
    const extra = strong.length ? parts.filter((word) => common.weak.has(word)).map(token) : [];
    const wholes = new Set([typed.join(""), parts.join(""), strong.join("")]);
    wholes.delete("");
    const others = new Set(tokens.length === 1 ? tokens[0].forms.slice(1) : []);
    return { tokens, extra, wholes: [...wholes], others: [...others], penalty };
  }

  // The word with its synonyms; a year also means the date.
  function token(word) {
    const forms = [word];
    for (const [form, instead] of common.synonyms) {
      if (!word.includes(form) || (instead.includes(form) && word.includes(instead))) continue;
      forms.push(word.replace(form, instead));
    }
    return { forms, year: YEAR.exec(word)?.[1] };
  }

  // The bureau's own names say nothing where every page is the bureau's, unless they stand alone.
  function withoutOwn(query) {
    const typed = words(query.split(/\s+/));
    const rest = typed.flatMap((word) => {
      for (const name of common.own) word = word.split(name).join(" ");
      return word.split(" ").filter(Boolean);
    });
    return rest.length ? rest : typed;
  }

  function apartFromYear(word) {
    const year = /^((?:19|20)\d\d)年?度?(?=\D{2})|((?:19|20)\d\d)年?度?$/.exec(word);
    if (!year || year[0] === word) return [word];
    return [year[1] ?? year[2], word.replace(year[0], "")];
  }

  function apartFromWeak(word) {
    for (const weak of common.weak) {
      if (word.length < weak.length + 2) continue;
      if (word.endsWith(weak)) return [word.slice(0, -weak.length), weak];
      if (word.startsWith(weak)) return [weak, word.slice(weak.length)];
    }
    return [word];
  }

  // A short query without spaces, cut into words by the browser; none where one is a letter.
  function segmented(query) {
    const parts = withoutOwn(query).flatMap(apartFromYear).flatMap(apartFromWeak);
    if (!window.Intl?.Segmenter || parts.some((part) => part.length > SHORT)) return [];
    const cutter = new Intl.Segmenter("zh-CN", { granularity: "word" });
    const cut = parts.flatMap((part) => [...cutter.segment(part)].map((one) => one.segment));
    const kept = cut.filter((word) => !"的和与及等".includes(word));
    const whole = parts.filter((word) => !common.weak.has(word));
    if (kept.length <= whole.length || kept.some((word) => word.length < 2)) return [];
    return [reading(kept, kept, 0)];
  }

  // ---- Matching --------------------------------------------------------------------------

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
    way.others.forEach((whole) => raiseTitles(shard, whole, 1, raise));
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
      if (alias.startsWith(whole)) raise(row, alias === whole ? TITLE : PREFIX, late);
    }
  }

  // A number is exact when it is the whole name: 54 is no part of 154.
  function raiseNames(shard, query, raise, ranks) {
    const others = query.split(/\s+/).filter((part) => !common.own.includes(normalise(part)));
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
    take();
    if (!shards.length) return [];
    const buckets = [];
    const put = (key, shard, row) => (buckets[key] ??= []).push([shard, row]);
    if (!words([query]).length) {
      const filtered = Object.values(filters).some(Boolean);
      if (filtered && !query.trim()) everything((shard, row) => put(0, shard, row));
    } else if (!collect(readings(query), query, texts, put)) {
      const loosely = (key, shard, row) => put(LOOSE * 2 + key, shard, row);
      const ways = [trimmed, segmented];
      ways.some((way) => collect(way(query), query, undefined, loosely));
    }
    const rows = buckets.flat().map(([shard, row]) => describe(shard, row));
    const seen = new Set();
    const found = rows.filter((row) => passes(row, filters) && !seen.has(row.address) && seen.add(row.address));
    // Nothing has all the words; what is shown has most of them.
    found.loosely = !buckets.slice(0, LOOSE * 2).some(Boolean) && buckets.length > 0;
    return found;
  }

  // Puts every row that answers; whether any does by the index alone.
  function collect(ways, query, texts, put) {
    let any = false;
    for (const shard of shards) {
      const best = new Uint8Array(shard.count).fill(255);
      for (const way of ways) {
        ranked(shard, way, query, texts).forEach((rank, row) => (best[row] = Math.min(best[row], rank)));
      }
      best.forEach((rank, row) => {
        if (rank === 255) return;
        put(rank, shard, row);
        any ||= rank < FULL * 2;
      });
    }
    return any;
  }

  function everything(found) {
    for (const shard of shards) for (let row = 0; row < shard.count; row++) found(shard, row);
  }

  // Titles that share most pairs of letters with a query that found nothing.
  function near(query, most = 5) {
    take();
    if (!shards.length) return [];
    const whole = withoutOwn(query).join("");
    const pairs = new Set(Array.from({ length: Math.max(whole.length - 1, 0) }, (_, at) => whole.slice(at, at + 2)));
    const scored = [];
    for (const shard of shards) {
      const shares = new Uint16Array(shard.count);
      for (const pair of pairs) each(shard.title, pair, (row) => shares[row]++);
      shares.forEach((share, row) => {
        if (share * 5 >= pairs.size * 2 && share > 1) scored.push([share, shard, row]);
      });
    }
    scored.sort((a, b) => b[0] - a[0]);
    return scored.slice(0, most).map(([, shard, row]) => describe(shard, row));
  }

  // The words of a query that a reader should see marked, and that the full text is asked for.
  function needles(query, loosely) {
    take();
    if (!shards.length) return [];
    const ways = [...readings(query), ...(loosely ? [...trimmed(query), ...segmented(query)] : [])];
    return [...new Set(ways.flatMap((way) => [...way.wholes, ...way.tokens.flatMap((one) => one.forms)]))];
  }

  function asked(query) {
    take();
    if (!shards.length) return [];
    return [...new Set(readings(query).flatMap((way) => way.tokens.map((one) => one.forms[0])))];
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
  window.disclosureFinder = {
    search,
    near,
    needles,
    asked,
    marks,
    normalise: (text) => (take(), normalise(text)),
    parts: () => (take(), common?.parts ?? 1),
    loaded: () => (take(), shards.length),
  };
  window.disclosureSearch = (query, filters) => search(query, filters).map((row) => row.address);
  performance.mark("disclosure-search-ready");
})();
