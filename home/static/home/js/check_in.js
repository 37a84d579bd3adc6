// Check-in without a signal: every tap is kept on this phone under a name of its own, and sent until it has arrived.
"use strict";

const KEPT = "ventanilla.taps";
const notice = document.querySelector("[data-unsent]");
let sending = false;

for (const form of document.querySelectorAll("[data-tap]")) {
  form.addEventListener("submit", (event) => {
    // A phone that lets us keep nothing sends the form the plain way.
    if (!event.submitter || !keep({ id: newName(), act: event.submitter.value, sign_up: form.elements.sign_up.value, at: Date.now() })) return;
    event.preventDefault();
    foresee(form.closest("[data-door]"), event.submitter.value);
    send();
  });
}

addEventListener("online", send);
addEventListener("visibilitychange", send);
setInterval(send, 20000);
for (const tap of taps()) foresee(document.querySelector(`[data-door="${CSS.escape(tap.sign_up)}"]`), tap.act, tap.at);
send();

function taps() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "[]");
  } catch {
    return [];
  }
}

function keep(tap) {
  try {
    localStorage.setItem(KEPT, JSON.stringify([...taps(), tap]));
    return true;
  } catch {
    return false;
  }
}

function drop(id) {
  localStorage.setItem(KEPT, JSON.stringify(taps().filter((tap) => tap.id !== id)));
}

function newName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// In their order, one after another: who has left must have come before.
async function send() {
  if (sending) return;
  sending = true;
  try {
    for (let tap = taps()[0]; tap; tap = taps()[0]) {
      const answer = await sent(tap);
      if (answer === null) break;
      drop(tap.id);
      settle(tap, answer);
    }
    say();
  } catch {
    say(); // No signal: the next try comes by itself.
  } finally {
    sending = false;
  }
}

// Null where the tap has to wait; what the server says of it else.
async function sent(tap) {
  const form = document.querySelector("[data-tap]");
  if (!form) return null;
  const body = new URLSearchParams({
    csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
    sign_up: tap.sign_up,
    act: tap.act,
    key: tap.id,
    ago: String(Math.max(0, Math.round((Date.now() - tap.at) / 1000))),
  });
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
  if (answer.type === "opaqueredirect" || answer.status === 403) {
    notice.dataset.out = "1";
    return null;
  }
  if (answer.status >= 500) return null;
  delete notice.dataset.out;
  return answer.ok ? answer.json() : { refused: `${answer.status}` };
}

function say() {
  const count = taps().length;
  notice.hidden = !count;
  if (!count) return;
  if (notice.dataset.out) notice.textContent = notice.dataset.signedOut;
  else notice.textContent = count === 1 ? notice.dataset.one : notice.dataset.many.replace("%n", count);
}

// What the page shows until the server has answered.
function foresee(door, act, at = Date.now()) {
  if (!door) return;
  const time = new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });
  if (act === "came") door.dataset.came = time;
  else if (act === "left") door.dataset.left = time;
  else if (door.dataset.left) door.dataset.left = "";
  else door.dataset.came = "";
  draw(door);
  say();
}

function settle(tap, answer) {
  const door = document.querySelector(`[data-door="${CSS.escape(tap.sign_up)}"]`);
  if (!door) return;
  if (answer.refused) {
    door.querySelector("[data-times]").textContent = answer.refused;
    return;
  }
  // Taps that are still to be sent know more than the answer to this one.
  if (taps().some((other) => other.sign_up === tap.sign_up)) return;
  Object.assign(door.dataset, { came: answer.came, left: answer.left });
  draw(door);
}

function draw(door) {
  const { came, left } = door.dataset;
  const button = (name) => door.querySelector(`button[value="${name}"]`);
  if (!button("came")) return;
  button("came").hidden = Boolean(came);
  button("left").hidden = !came || Boolean(left);
  button("undo").hidden = !came;
  const absent = door.querySelector("[data-absent]");
  if (absent) absent.hidden = Boolean(came);
  const words = [came && `${button("came").textContent.trim()} ${came}`, left && `${button("left").textContent.trim()} ${left}`];
  door.querySelector("[data-times]").textContent = words.filter(Boolean).join(" · ");
}
