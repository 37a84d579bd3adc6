// How an event repeats: hides what does not apply and shows the coming dates. Without this file everything is asked.
"use strict";

const NAMES = /^(csrfmiddlewaretoken|first_day|begins|ends|days|time_zone|rule_\d|changed_dates-.*)$/;

// The admin loads what a form brings with it before the form itself.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();

function begin() {
  for (const field of document.querySelectorAll("[data-recurrence]")) watch(field, field.closest("form"));
}

function watch(field, form) {
  const [repeats, ends] = ["_0", "_4"].map((end) => field.querySelector(`select[name$="${end}"]`));
  const dates = field.querySelector("[data-dates]");
  let asked = "";
  let waiting = 0;
  let asking = null;

  function hide() {
    for (const part of field.querySelectorAll("[data-for]")) {
      const belongs = part.dataset.for.split(" ").includes(repeats.value);
      part.hidden = !belongs || (part.dataset.ends !== undefined && part.dataset.ends !== ends.value);
    }
  }

  function written() {
    const all = [...new FormData(form)].filter(([name, value]) => NAMES.test(name) && typeof value === "string");
    return new URLSearchParams(all).toString();
  }

  async function ask() {
    const body = written();
    if (body === asked) return;
    asking?.abort();
    asking = new AbortController();
    try {
      const headers = { "Content-Type": "application/x-www-form-urlencoded" };
      const answer = await fetch(field.dataset.preview, { method: "POST", body, headers, signal: asking.signal });
      if (!answer.ok || answer.redirected) return;
      dates.innerHTML = await answer.text();
      asked = body;
    } catch (error) {
      if (error.name !== "AbortError") dates.replaceChildren();
    }
  }

  function changed() {
    hide();
    clearTimeout(waiting);
    waiting = setTimeout(ask, 400);
  }

  // A row that is taken away or a day picked from the calendar sends no "input".
  for (const event of ["input", "change", "focusout", "click"]) form.addEventListener(event, changed);
  hide();
  ask();
}
