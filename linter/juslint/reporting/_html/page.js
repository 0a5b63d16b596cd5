"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const cards = all(".card");
  const marks = new Map(cards.map((card) => [card.dataset.f, []]));
  for (const part of all(".row [data-f]:not(.card)")) {
    for (const number of part.dataset.f.split(" ")) marks.get(number)?.push(part);
  }

  // The filter.
  const form = document.querySelector(".filter");
  if (form) {
    const field = form.elements;
    const shown = () => cards.filter((card) => !card.hidden);
    const apply = () => {
      const severities = all("[name=severity]:checked", form).map((box) => box.value);
      const words = field.words.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const card of cards) {
        const text = card.textContent.toLowerCase();
        card.hidden = !severities.includes(card.dataset.severity)
          || (field.rule.value !== "" && field.rule.value !== card.dataset.rule)
          || !words.every((word) => text.includes(word));
      }
      const hidden = new Set(cards.filter((card) => card.hidden).map((card) => card.dataset.f));
      for (const part of all(".row .num:not(.card .num)")) part.hidden = hidden.has(part.dataset.f);
      for (const part of all(".row [data-f]:not(.card):not(.num)")) {
        part.classList.toggle("mark", !part.dataset.f.split(" ").every((number) => hidden.has(number)));
      }
      for (const row of all(".row")) {
        row.classList.toggle("bare", field.only.checked && !row.querySelector(".card:not([hidden])"));
      }
      const count = shown().length;
      form.querySelector("output").textContent = `${count} of ${cards.length} shown`;
      field.back.disabled = field.on.disabled = count === 0;
    };
    let at = null;
    const step = (by) => {
      const list = shown();
      const from = list.indexOf(at);
      at = list[from < 0 ? (by > 0 ? 0 : list.length - 1) : (from + by + list.length) % list.length];
      at.focus({ preventScroll: true });
      at.scrollIntoView({ block: "center" });
    };
    document.addEventListener("focusin", (event) => {
      const card = event.target.closest(".card");
      if (card) at = card;
    });
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    field.back.addEventListener("click", () => step(-1));
    field.on.addEventListener("click", () => step(1));
    apply();
    // A link to something that the filter hides shows it again.
    document.addEventListener("click", (event) => {
      const target = document.getElementById(event.target.closest("a[href^='#']")?.hash.slice(1) ?? "");
      if (target?.hidden || target?.closest(".bare")) {
        form.reset();
        apply();
      }
    });
  }

  // A finding and its words light up together.
  const light = (event, on) => {
    const part = event.target.closest?.("[data-f]");
    if (!part) return;
    for (const number of part.dataset.f.split(" ")) {
      for (const mark of marks.get(number) ?? []) mark.classList.toggle("on", on && !mark.matches(".num"));
      document.getElementById(`f${number}`)?.classList.toggle("on", on);
    }
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (event) => light(event, on));
  }

  // What a reference is, where it is hovered or focused.
  const hint = document.createElement("div");
  hint.className = "hint";
  hint.setAttribute("role", "tooltip");
  hint.hidden = true;
  document.body.append(hint);
  let leaving = 0;
  const tell = (link) => {
    clearTimeout(leaving);
    const row = document.getElementById(link.hash.slice(1));
    const told = [row.querySelector(".name"), ...link.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id))];
    hint.replaceChildren(...told.filter((part) => part?.textContent).map((part, place) => {
      const line = document.createElement(place ? "span" : "strong");
      line.textContent = part.textContent;
      return line;
    }));
    hint.hidden = false;
    const box = link.getClientRects()[0];
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - hint.offsetWidth - 8));
    const below = box.bottom + 6 + hint.offsetHeight < innerHeight;
    hint.style.left = `${scrollX + left}px`;
    hint.style.top = `${scrollY + (below ? box.bottom + 6 : box.top - hint.offsetHeight - 6)}px`;
  };
  const leave = () => { leaving = setTimeout(() => { hint.hidden = true; }, 150); };
  for (const name of ["mouseover", "focusin"]) {
    document.addEventListener(name, (event) => {
      const link = event.target.closest?.(".ref");
      if (link) tell(link);
      else if (event.target.closest?.(".hint")) clearTimeout(leaving);
    });
  }
  for (const name of ["mouseout", "focusout"]) {
    document.addEventListener(name, (event) => { if (event.target.closest?.(".ref, .hint")) leave(); });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hint.hidden = true; });
})();
