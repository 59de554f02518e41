// What a query means: its words, their synonyms, and other ways to read it.
"use strict";
(() => {
  const { common, normalise } = window.disclosureShards;
  const YEAR = /^((?:19|20)\d\d)年?度?$/;
  const LONGEST = 16;

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
    const strong = parts.filter((word) => !common().weak.has(word));
    const tokens = (strong.length ? strong : parts).map(token);
    const extra = strong.length ? parts.filter((word) => common().weak.has(word)).map(token) : [];
    const wholes = new Set([typed.join(""), parts.join("")]);
    const others = new Set([strong.join(""), ...(tokens.length === 1 ? tokens[0].forms : [])]);
    for (const whole of [...wholes, ""]) others.delete(whole);
    return { tokens, extra, wholes: [...wholes], others: [...others], penalty };
  }

  // The word with its synonyms; a year also means the date.
  function token(word) {
    const forms = [word];
    for (const [form, instead] of common().synonyms) {
      if (!word.includes(form) || (instead.includes(form) && word.includes(instead))) continue;
      forms.push(word.replace(form, instead));
    }
    return { forms, year: YEAR.exec(word)?.[1] };
  }

  // The bureau's own names say nothing where every page is the bureau's, unless they stand alone.
  function withoutOwn(query) {
    const typed = words(query.split(/\s+/));
    const rest = typed.flatMap((word) => {
      for (const name of common().own) word = word.split(name).join(" ");
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
    for (const weak of common().weak) {
      if (word.length < weak.length + 2) continue;
      if (word.endsWith(weak)) return [word.slice(0, -weak.length), weak];
      if (word.startsWith(weak)) return [weak, word.slice(weak.length)];
    }
    return [word];
  }

  // The words of a short query that may be found in pieces: 涉企收费清单 is 涉企收费 and 清单.
  function breakable(query) {
    const parts = withoutOwn(query).flatMap(apartFromYear).flatMap(apartFromWeak);
    const kept = parts.filter((word) => !common().weak.has(word) && !YEAR.test(word));
    return kept.join("").length <= LONGEST ? kept.map(token) : [];
  }

  const pairs = (word) => Array.from({ length: Math.max(word.length - 1, 0) }, (_, at) => word.slice(at, at + 2));

  // What a reader should see marked.
  function needles(query, loosely) {
    if (!window.disclosureShards.all().length) return [];
    const ways = [...readings(query), ...(loosely ? trimmed(query) : [])];
    const pieces = loosely ? breakable(query).flatMap((one) => one.forms.flatMap(pairs)) : [];
    return [...new Set([...ways.flatMap((way) => [...way.wholes, ...way.tokens.flatMap((one) => one.forms)]), ...pieces])];
  }

  // The words that the full text is asked for.
  function asked(query) {
    if (!window.disclosureShards.all().length) return [];
    return [...new Set(readings(query).flatMap((way) => way.tokens.map((one) => one.forms[0])))];
  }

  window.disclosureReading = { readings, trimmed, breakable, pairs, withoutOwn, words, needles, asked };
})();
