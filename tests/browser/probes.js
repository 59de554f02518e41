// Probes that run inside a page. Each returns the faults it found as short texts; none is [].
// tests/browser/test_probes.py plants a fault for each, so that none can pass by being blind.
"use strict";
(() => {
  // What is clipped away is for screen readers only.
  const clipped = new WeakMap();
  function isClipped(element) {
    if (!element) return false;
    if (!clipped.has(element)) {
      const away = getComputedStyle(element).clipPath === "inset(50%)";
      clipped.set(element, away || isClipped(element.parentElement));
    }
    return clipped.get(element);
  }

  const shown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !isClipped(element);

  const named = (element) => {
    const text = (element.textContent || "").trim().slice(0, 20);
    return `${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""}“${text}”`;
  };

  // --- Colours -------------------------------------------------------------------------

  // rgb(), rgba() and color(srgb …), as Chromium computes them.
  function colour(text) {
    const parts = text.match(/[\d.]+(?:e-?\d+)?/g).map(Number);
    const whole = text.startsWith("color(") ? 255 : 1;
    return [parts[0] * whole, parts[1] * whole, parts[2] * whole, parts[3] ?? 1];
  }

  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));

  function luminance(rgb) {
    const [r, g, b] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function ratio(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  // Every colour that may lie behind an element: a gradient counts with each of its stops.
  function grounds(element) {
    const layers = [];
    for (let node = element; node; node = node.parentElement) {
      const style = getComputedStyle(node);
      const stops = style.backgroundImage.match(/rgba?\([^)]*\)|color\([^)]*\)/g);
      if (stops) layers.push(stops.map(colour));
      const fill = colour(style.backgroundColor);
      if (fill[3] > 0) layers.push([fill]);
      if (fill[3] === 1) break;
    }
    let found = [[255, 255, 255]];
    for (const layer of layers.reverse()) {
      found = found.flatMap((below) => layer.map((top) => over(top, below)));
    }
    return found;
  }

  function tooFaint(element, style) {
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ink = colour(style.color);
    const worst = Math.min(...grounds(element).map((below) => ratio(over(ink, below), below)));
    const least = large ? 3 : 4.5;
    return worst + 0.005 < least ? `${named(element)} ${worst.toFixed(2)} < ${least}` : "";
  }

  function contrast() {
    const faults = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || seen.has(element)) continue;
      seen.add(element);
      if (element.closest("script, style, svg, option") || !shown(element)) continue;
      faults.add(tooFaint(element, getComputedStyle(element)));
    }
    for (const element of document.body.querySelectorAll("*")) {
      if (!shown(element)) continue;
      for (const part of ["::before", "::after"]) {
        const style = getComputedStyle(element, part);
        const word = style.content.replace(/^"|"$/g, "");
        if (word !== "none" && word !== "normal" && word.trim()) faults.add(tooFaint(element, style));
      }
      if (element.placeholder) faults.add(tooFaint(element, getComputedStyle(element, "::placeholder")));
    }
    faults.delete("");
    return [...faults];
  }

  // --- Layout --------------------------------------------------------------------------

  function overflow() {
    // The width that was asked for: a page that is too wide stretches innerWidth on a phone.
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => shown(element) && element.getBoundingClientRect().right > width + 0.5,
    );
    return [`${document.documentElement.scrollWidth} > ${width}`, ...wide.slice(0, 5).map(named)];
  }

  function cutOff() {
    // Text that runs out of a box which hides what does not fit.
    return [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const hides = style.overflowX === "hidden" || style.overflowX === "clip";
        // What is typed into a field scrolls with the cursor.
        return hides && element.tagName !== "INPUT" && shown(element) && element.scrollWidth > element.clientWidth + 1;
      })
      .map(named);
  }

  function targets(least) {
    const wanted = ".site-nav a, .site-find-link, button, select, input, summary, .pager a, .doors a";
    return [...document.querySelectorAll(wanted)]
      .filter((element) => shown(element) && element.getBoundingClientRect().height + 0.01 < least)
      .map((element) => `${named(element)} ${element.getBoundingClientRect().height.toFixed(1)}`);
  }

  // --- Structure -----------------------------------------------------------------------

  function headings() {
    const found = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    const faults = [];
    const first = found.filter((element) => element.tagName === "H1");
    if (first.length !== 1) faults.push(`h1 x ${first.length}`);
    let above = 0;
    for (const element of found) {
      const level = Number(element.tagName[1]);
      if (level > above + 1) faults.push(`h${above} -> ${named(element)}`);
      above = level;
    }
    return faults;
  }

  function anchors() {
    const chapters = [...document.querySelectorAll("h2")];
    return chapters
      .filter((element) => !/^[a-z][a-z0-9.-]*$/.test(element.id || element.closest("li[id]")?.id || ""))
      .map((element) => `${named(element)} #${element.id}`);
  }

  function tables() {
    return [...document.querySelectorAll("th")]
      .filter((element) => !["col", "row", "colgroup", "rowgroup"].includes(element.scope))
      .map(named);
  }

  function names() {
    const faults = [];
    for (const image of document.querySelectorAll("img:not([alt])")) faults.push(image.outerHTML);
    for (const picture of document.querySelectorAll("svg")) {
      const silent = picture.getAttribute("aria-hidden") === "true";
      if (!silent && !picture.querySelector("title")) faults.push(named(picture));
    }
    for (const field of document.querySelectorAll("input, select, textarea")) {
      const there = field.checkVisibility(); // the theme leaves two boxes that nothing shows
      if (there && !field.labels?.length && !field.getAttribute("aria-label")) faults.push(named(field));
    }
    for (const link of document.querySelectorAll("a[href], button")) {
      const name = link.textContent.trim() || link.getAttribute("aria-label");
      if (!name) faults.push(link.outerHTML.slice(0, 80));
    }
    return faults;
  }

  function language() {
    return document.documentElement.lang === "zh-CN" ? [] : [document.documentElement.lang];
  }

  window.probes = {
    contrast, overflow, cutOff, headings, anchors, tables, names, language, targets, ratio, colour, grounds,
  };
})();
