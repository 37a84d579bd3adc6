// The field that proposes while one types: a combobox with a list. Without this file it is a plain field.
"use strict";

for (const box of document.querySelectorAll("[data-suggest]")) {
  suggestFor(box, box.querySelector("input"));
}

function suggestFor(box, input) {
  const panel = Object.assign(document.createElement("div"), { className: "suggest", id: `${input.id}-list`, hidden: true });
  const told = Object.assign(document.createElement("div"), { className: "visually-hidden" });
  told.setAttribute("role", "status");
  box.append(panel, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  let options = [];
  let active = -1;
  let waiting = 0;
  let asking = null;

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(number) {
    options[active]?.setAttribute("aria-selected", "false");
    active = number;
    const option = options[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function show(html) {
    panel.innerHTML = html;
    const list = panel.querySelector("[role=listbox]");
    options = [...panel.querySelectorAll("[role=option]")];
    if (!list || !options.length) return close();
    list.id = `${panel.id}box`;
    options.forEach((option, number) => { option.id = `${panel.id}-${number}`; });
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "true");
    panel.hidden = false;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    told.textContent = list.dataset.told;
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const address = `${box.dataset.suggest}?${new URLSearchParams({ q: input.value.trim() })}`;
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok && document.activeElement === input) show(await answer.text());
    } catch {
      // Cancelled by the next letter, or no connection: the field works without.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (!input.value.trim()) return close();
    waiting = setTimeout(ask, 140);
  });

  input.addEventListener("keydown", (event) => {
    const open = !panel.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) return input.value.trim() ? ask() : undefined;
      event.preventDefault();
      const last = options.length - 1;
      const next = active + (event.key === "ArrowDown" ? 1 : -1);
      choose(next > last ? -1 : next < -1 ? last : next);
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      location.assign(options[active].dataset.url);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  });

  // Pressing must not take the focus from the field before the click arrives.
  panel.addEventListener("pointerdown", (event) => event.preventDefault());
  panel.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
}
