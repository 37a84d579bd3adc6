// Leaves the page at once. The neutral page takes its place in the history, so that "back" does not return here.

for (const link of document.querySelectorAll("[data-quick-exit]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // Gone from the screen before the other page has arrived.
    document.body.hidden = true;
    document.title = "…";
    location.replace(link.href);
  });
}
