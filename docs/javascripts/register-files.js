// Saves the rows that a register's table shows: CSV, JSON or a workbook (XLSX).
// The whole register stands ready on the site (disclosure/pages/downloads.py); this is the view.
"use strict";
(() => {
  const encoder = new TextEncoder();

  // A spreadsheet that opens a CSV rounds long numbers and drops leading zeros: a tab in front
  // makes them text. A quote in front keeps a text from being read as a formula.
  function safe(cell) {
    if (/^(0\d+|\d{12,})$/.test(cell)) return `\t${cell}`;
    return /^([=+@]|-(?!\d))/.test(cell) ? `'${cell}` : cell;
  }

  function csv({ columns, rows }) {
    const field = (cell) => {
      const text = safe(cell);
      return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    };
    const lines = [columns.map(([, title]) => title), ...rows];
    // The BOM tells a Chinese Excel that this is UTF-8.
    return encoder.encode("\ufeff" + lines.map((line) => line.map(field).join(",") + "\r\n").join(""));
  }

  function json({ title, columns, rows }) {
    const whole = {
      title,
      address: location.href,
      columns: columns.map(([name, title]) => ({ name, title })),
      rows: rows.map((row) =>
        Object.fromEntries(row.map((cell, place) => [columns[place][0], cell]).filter(([, cell]) => cell)),
      ),
    };
    return encoder.encode(JSON.stringify(whole) + "\n");
  }

  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

  const escape = (text) =>
    text
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;");

  function sheet({ columns, rows }) {
    const cell = (text, number) => {
      if (!text) return "<c/>";
      if (number) return `<c><v>${Number(text)}</v></c>`;
      return `<c t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
    };
    const head = columns.map(([, title]) => cell(title)).join("");
    const body = rows.map(
      (row) => `<row>${row.map((text, place) => cell(text, columns[place][2])).join("")}</row>`,
    );
    return `${XML}<worksheet xmlns="${MAIN}"><sheetData><row>${head}</row>${body.join("")}</sheetData></worksheet>`;
  }

  function xlsx(view) {
    const link = (kind, target) =>
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/${kind}" Target="${target}"/></Relationships>`;
    const name = escape(view.title.replace(/[[\]:*?/\\']/g, "").slice(0, 31));
    return zip({
      "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
      "_rels/.rels": link("officeDocument", "xl/workbook.xml"),
      "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": link("worksheet", "sheet1.xml"),
      "xl/sheet1.xml": sheet(view),
    });
  }

  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    let sum = n;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    return sum;
  });

  function checksum(bytes) {
    let sum = ~0;
    for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
    return ~sum >>> 0;
  }

  // A ZIP file of stored (not compressed) parts.
  function zip(parts) {
    const bodies = [];
    const directory = [];
    let offset = 0;
    for (const [name, content] of Object.entries(parts)) {
      const bytes = encoder.encode(content);
      const title = encoder.encode(name);
      // version, flags (UTF-8 name), method, time, date (1980-01-01), sum, sizes, name, extra
      const common = record(26, [2, 20], [2, 0x800], [2, 0], [2, 0], [2, 33], [4, checksum(bytes)], [4, bytes.length], [4, bytes.length], [2, title.length], [2, 0]);
      const header = join([record(4, [4, 0x04034b50]), common, title]);
      directory.push(record(6, [4, 0x02014b50], [2, 20]), common, record(14, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
      bodies.push(header, bytes);
      offset += header.length + bytes.length;
    }
    const listed = join(directory);
    const count = Object.keys(parts).length;
    const end = record(22, [4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, offset], [2, 0]);
    return join([...bodies, listed, end]);
  }

  function record(length, ...fields) {
    const view = new DataView(new ArrayBuffer(length));
    let place = 0;
    for (const [size, value] of fields) {
      size === 2 ? view.setUint16(place, value, true) : view.setUint32(place, value, true);
      place += size;
    }
    return new Uint8Array(view.buffer);
  }

  function join(pieces) {
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let place = 0;
    for (const piece of pieces) {
      whole.set(piece, place);
      place += piece.length;
    }
    return whole;
  }

  const MAKERS = { csv, json, xlsx };

  window.registerFile = (suffix, view) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([MAKERS[suffix](view)]));
    link.download = `${view.name}-view.${suffix}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
})();
