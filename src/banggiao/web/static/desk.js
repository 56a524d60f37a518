// What the desk's pages do beyond links and forms. Everything works without it; nothing here decides what a page says.
"use strict";

document.documentElement.classList.add("scripted");

// -- the slider of days: moves the date field beside it, which the form sends ----------------------------------------

const DAY = 86400000;

function slider(range) {
  const form = range.form;
  const field = form.elements[range.dataset.days];
  const first = Date.parse(range.dataset.first);
  const last = Date.parse(range.dataset.last);
  range.min = 0;
  range.max = Math.max(1, Math.round((last - first) / DAY));
  range.value = Math.round((Date.parse(field.value) - first) / DAY);
  const day = () => new Date(first + range.value * DAY).toISOString().slice(0, 10);
  range.setAttribute("aria-valuetext", field.value);
  range.addEventListener("input", () => {
    field.value = day();
    range.setAttribute("aria-valuetext", field.value);
  });
}

// -- an article: a record and its words light up together ------------------------------------------------------------

function article(root) {
  const text = root.querySelector(".text");
  const told = root.querySelector(".told");
  const marks = new Map();
  for (const mark of text.querySelectorAll("mark")) {
    for (const number of mark.dataset.records.split(" ")) {
      if (!marks.has(number)) marks.set(number, []);
      marks.get(number).push(mark);
    }
  }
  const record = (number) => told.querySelector(`[data-record="${number}"]`);
  const light = (numbers, on) => {
    for (const number of numbers) {
      record(number)?.classList.toggle("on", on);
      for (const mark of marks.get(number) ?? []) mark.classList.toggle("on", on);
    }
  };
  const numbers = (target) => {
    const mark = target.closest("mark");
    if (mark) return mark.dataset.records.split(" ");
    const item = target.closest("[data-record]");
    return item ? [item.dataset.record] : [];
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    root.addEventListener(name, (event) => light(numbers(event.target), on));
  }
  text.addEventListener("click", (event) => {
    const [first] = numbers(event.target);
    const item = first === undefined ? null : record(first);
    if (item) {
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    }
  });
  told.addEventListener("focusin", (event) => {
    const item = event.target.closest("[data-record]");
    const mark = item && event.target === item ? marks.get(item.dataset.record)?.[0] : null;
    if (mark) mark.scrollIntoView({ block: "center" });
  });
}

// -- everything, also what arrives later -----------------------------------------------------------------------------

function enliven(root) {
  for (const range of root.querySelectorAll("input[data-days]")) slider(range);
  for (const reading of root.querySelectorAll(".reading")) article(reading);
  for (const button of root.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
}

document.addEventListener("DOMContentLoaded", () => {
  enliven(document);
  // After a decision on a record the page comes back to it: the next key goes on from there.
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (target?.hasAttribute("tabindex")) target.focus();
  for (const field of document.querySelectorAll(".told-so [name=back]")) field.value += location.hash;
});
document.addEventListener("htmx:afterSwap", (event) => enliven(event.detail.elt));
// An address that names a part of a page is about what is put in there, whatever has moved meanwhile.
document.addEventListener("htmx:afterSettle", (event) => {
  const named = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (named && event.detail.elt.classList.contains("part")) named.scrollIntoView();
});

// -- keys: j and k go from record to record, others press the button that bears them, / goes to the search -----------

function button(key) {
  const here = document.activeElement?.closest(".record, .item, #fact") ?? document.querySelector("#fact");
  const found = (key === "u" ? document : here)?.querySelector(`[data-key="${key}"]`);
  return found ?? null;
}


document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") {
    const search = document.querySelector("#search");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  } else if (event.key === "j" || event.key === "k") {
    const items = [...document.querySelectorAll(".record, .item")];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.max(0, Math.min(items.length - 1, at + (event.key === "j" ? 1 : -1)))];
    if (next) {
      event.preventDefault();
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    }
  } else if (/^[axeu1-9]$/.test(event.key)) {
    const found = button(event.key);
    if (found) {
      event.preventDefault();
      found.click();
    }
  }
});

// -- long work: its progress as it goes on; at the end the page is shown as it is then --------------------------------

for (const shown of document.querySelectorAll("[data-work]")) {
  const events = new EventSource(shown.dataset.work);
  events.addEventListener("message", (event) => {
    const now = JSON.parse(event.data);
    shown.querySelector("progress").value = now.done;
    shown.querySelector("[data-done]").textContent = now.done;
    if (now.state !== "running") {
      events.close();
      location.reload();
    }
  });
}
