// Sorts, filters and searches all rows of a register. The library (DataTables) and the rows are
// fetched only when somebody asks for them; what is chosen stands in the address, to be cited.
// Without this script the form stays hidden, and the paged table below holds the same rows.
"use strict";
(() => {
  const form = document.querySelector("[data-register]");
  if (!form) return;
  const whole = document.querySelector("[data-whole]");
  const paged = document.querySelector("[data-static]");
  const found = form.querySelector("[data-found]");
  const [submit, reset] = form.querySelectorAll("button");
  const fields = ["q", "kind", "year", "sort"].filter((name) => form.elements[name]);
  const value = (name) => (form.elements[name] ? form.elements[name].value.trim() : "");

  // A row as its script has it: id, kind, year, then the cells in the order of the columns.
  const [ID, KIND, YEAR, CELLS] = [0, 1, 2, 3];
  const LONGEST = 80;
  const PAGE = 50;

  // The same normalisation stands in search.js.
  const ignored =
    /[\s〔〕\[\]【】《》〈〉「」『』“”‘’"'()<>,，.。;；:：、!！?？·・\-—–_/\\|…]/g;
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(ignored, "");

  let data;
  let table;
  let opening;

  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  function start() {
    opening ??= open().catch(() => {
      opening = undefined;
      found.textContent = "没有打开：文件没有取到。下面的分页表是一样的内容，也可以下载。";
      submit.disabled = false;
    });
    return opening;
  }

  async function open() {
    submit.disabled = true;
    found.textContent = "正在打开……";
    if (!window.DataTable) await load(form.dataset.library);
    if (!window.disclosureRegister) await load(form.dataset.rows);
    data = window.disclosureRegister;
    build();
    choices();
    submit.hidden = true;
    reset.hidden = false;
    read();
    show();
  }

  function build() {
    const collator = new Intl.Collator("zh-CN", { numeric: true });
    DataTable.ext.type.order["zh-asc"] = collator.compare;
    DataTable.ext.type.order["zh-desc"] = (a, b) => collator.compare(b, a);
    table = new DataTable(whole.querySelector("[data-table]"), {
      data: data.rows,
      columns: data.columns.map(column),
      order: [],
      pageLength: PAGE,
      autoWidth: false,
      layout: { topStart: null, topEnd: null, bottomStart: null, bottomEnd: "paging" },
      language: WORDS,
    });
    for (const head of table.columns().header().toArray()) head.scope = "col";
    table.search.fixed("view", matches);
    table.on("draw", label);
    table.on("order", () => {
      const [first] = table.order();
      form.elements.sort.value = first && first[1] ? `${first[0]}-${first[1]}` : "";
      remember();
    });
  }

  function column([, title, number], place) {
    return {
      title,
      data: place + CELLS,
      visible: place < data.shown,
      type: number ? "num" : "zh",
      className: place === 0 ? "lead" : number ? "figure" : "",
      // Elements, never markup: what comes from data stays text.
      render: (text, how, row) => {
        if (how !== "display") return text;
        const box = document.createElement(place === 0 ? "a" : "span");
        if (place === 0) box.href = address(row);
        // A code or a date is not broken over two lines.
        if (/^[\x20-\x7e]{1,19}$/.test(text)) box.className = "tight";
        box.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text || "—";
        return box;
      },
    };
  }

  function address(row) {
    // On a disk a folder opens as a listing, so there the file is named.
    const folder = form.dataset.folder.replace(/index\.html$/, "");
    return `${folder}${row[ID]}/${location.protocol === "file:" ? "index.html" : ""}`;
  }

  const texts = new Map();
  function text(row) {
    // \n keeps a match from running over from one cell into the next.
    if (!texts.has(row)) texts.set(row, row.slice(CELLS).map(plain).join("\n"));
    return texts.get(row);
  }

  let words = [];
  function matches(_, row) {
    const [kind, year] = [value("kind"), value("year")];
    return (
      (!kind || row[KIND] === kind) &&
      (!year || row[YEAR] === year) &&
      words.every((word) => text(row).includes(word))
    );
  }

  // On a phone a row is a card whose lines bear the column's name.
  function label() {
    const names = table.columns(":visible").titles().toArray();
    for (const line of table.rows({ page: "current" }).nodes().toArray()) {
      [...line.cells].forEach((cell, place) => (cell.dataset.label = names[place]));
    }
  }

  // Which columns are shown is the reader's choice; all of them are searched.
  function choices() {
    const box = whole.querySelector("[data-columns]");
    data.columns.forEach(([, title], place) => {
      const choice = document.createElement("label");
      const mark = Object.assign(document.createElement("input"), {
        type: "checkbox",
        checked: place < data.shown,
        disabled: place === 0,
      });
      mark.addEventListener("change", () => {
        table.column(place).visible(mark.checked);
        label();
      });
      choice.append(mark, title);
      box.append(choice);
      for (const [how, told] of [["asc", "从小到大"], ["desc", "从大到小"]]) {
        form.elements.sort.append(new Option(`${title}，${told}`, `${place}-${how}`));
      }
    });
  }

  function read() {
    const given = new URLSearchParams(location.search);
    for (const name of fields) {
      if (given.has(name) && !value(name)) form.elements[name].value = given.get(name);
    }
  }

  function show() {
    const asked = Boolean(table) && reset.hidden === false;
    whole.hidden = !asked;
    paged.hidden = asked;
    if (!asked) return;
    words = value("q").split(/\s+/).map(plain).filter(Boolean);
    const [place, how] = value("sort").split("-");
    table.order(how ? [[Number(place), how]] : []).draw();
    const { recordsDisplay: shown, recordsTotal: all } = table.page.info();
    found.textContent = shown === all ? `共 ${all} 项` : `符合条件 ${shown} 项，共 ${all} 项`;
    remember();
  }

  function remember() {
    const chosen = fields.map((name) => [name, value(name)]).filter(([, said]) => said);
    const query = new URLSearchParams(chosen);
    // On file:// some browsers refuse to change the address; the filter works all the same.
    try {
      const tail = chosen.length ? `?${query}` : "";
      history.replaceState(null, "", location.pathname + tail + location.hash);
    } catch {
      return;
    }
  }

  // Back to the paged table.
  function close() {
    submit.hidden = false;
    submit.disabled = false;
    reset.hidden = true;
    found.textContent = `共 ${form.dataset.count} 项`;
    remember();
    show();
  }

  async function again() {
    await start();
    if (!table) return;
    submit.hidden = true;
    reset.hidden = false;
    show();
  }

  async function save(suffix) {
    if (!window.registerFile) await load(form.dataset.saver);
    // What the bureau has not confirmed stays marked, wherever the file goes: the last column.
    const places = table.columns(":visible").indexes().toArray();
    if (!places.includes(data.columns.length - 1)) places.push(data.columns.length - 1);
    const rows = table.rows({ search: "applied", order: "applied" }).data().toArray();
    window.registerFile(suffix, {
      name: form.dataset.name,
      title: form.dataset.title,
      columns: places.map((place) => data.columns[place]),
      rows: rows.map((row) => places.map((place) => row[place + CELLS])),
    });
  }

  const WORDS = {
    zeroRecords: "没有符合全部条件的。请少写几个字，或者放宽一个条件。",
    emptyTable: "没有内容",
    aria: {
      orderable: "：排序",
      orderableReverse: "：反向排序",
      orderableRemove: "：取消排序",
      paginate: { first: "第一页", previous: "上一页", next: "下一页", last: "最后一页", number: "第 " },
    },
    paginate: { first: "«", previous: "‹", next: "›", last: "»" },
  };

  read();
  form.hidden = false;
  form.addEventListener("focusin", (event) => {
    if (event.target.matches("input, select") && !table) start();
  });
  form.addEventListener("input", () => again());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    again();
  });
  form.addEventListener("reset", () => setTimeout(close));
  for (const button of whole.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => save(button.dataset.save));
  }
  if (fields.some((name) => new URLSearchParams(location.search).get(name))) start();
})();
