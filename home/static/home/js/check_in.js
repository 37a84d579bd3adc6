// Taps at the door: kept on the phone while there is no signal, and sent once each when it is back.
(() => {
  "use strict";
  const KEPT = `taps:${location.pathname}`;
  const said = document.querySelector("[data-unsent]");
  const kept = () => JSON.parse(localStorage.getItem(KEPT) || "[]");
  let sending = false;

  const keep = (taps) => {
    localStorage.setItem(KEPT, JSON.stringify(taps));
    if (!said) return;
    said.hidden = taps.length === 0;
    said.textContent = taps.length === 1 ? said.dataset.one : said.dataset.many.replace("%s", taps.length);
  };

  const send = async () => {
    if (sending) return;
    sending = true;
    let sent = 0;
    try {
      for (let taps = kept(); taps.length; taps = kept()) {
        const [first] = taps;
        const answer = await fetch(first.url, {
          method: "POST",
          headers: { Accept: "application/json" },
          body: new URLSearchParams(first.values),
        });
        if (!answer.ok) break;
        keep(kept().filter((tap) => tap.values.tap !== first.values.tap));
        sent += 1;
      }
    } catch {
      // No signal: what is kept is tried again.
    } finally {
      sending = false;
    }
    if (sent && !kept().length) location.reload();
  };

  const name = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join("");

  for (const form of document.querySelectorAll("form[data-tap]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const values = Object.fromEntries(new FormData(form, event.submitter));
      keep([...kept(), { url: form.action, values: { ...values, tap: name(), at: new Date().toISOString() } }]);
      const door = form.closest("li");
      door.classList.toggle("door--here", values.act === "came");
      for (const button of form.querySelectorAll("button")) button.disabled = true;
      send();
    });
  }

  keep(kept());
  send();
  addEventListener("online", send);
  setInterval(send, 20000);
})();
