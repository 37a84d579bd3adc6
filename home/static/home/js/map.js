// Leaflet over the cards of the page: a pin for each place a card names, numbered like the list.

export async function draw(place, cards, { style, leaflet, tiles, attribution, zoomIn, zoomOut }) {
  const L = await leafletFrom(style, leaflet);
  const map = L.map(place, { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, zoomControl: false });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  L.tileLayer(tiles, { attribution, maxZoom: 19 }).addTo(map);
  // A pin gets its element only once the map knows where it looks.
  map.fitBounds(L.latLngBounds([...cards].flatMap(pointsOf)), { padding: [36, 36], maxZoom: 15 });
  cards.forEach((card, index) => pins(L, map, card, index + 1));
}

function pointsOf(card) {
  return (card.dataset.points ?? "").split(" ").filter(Boolean).map((each) => each.split(",").map(Number));
}

function pins(L, map, card, number) {
  const link = card.querySelector("a");
  const name = `${number}. ${link.textContent.trim()}`;
  for (const point of pointsOf(card)) {
    const icon = L.divIcon({ className: "pin", html: String(number), iconSize: [40, 40], iconAnchor: [20, 40], popupAnchor: [0, -36] });
    const pin = L.marker(point, { icon }).addTo(map).bindPopup(() => words(link, name), { closeButton: false });
    pin.getElement().setAttribute("aria-label", name);
  }
}

function words(link, name) {
  return Object.assign(document.createElement("a"), { href: link.href, textContent: name });
}

let loading = null;

function leafletFrom(style, script) {
  loading ??= Promise.all([
    loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style })),
    loaded(Object.assign(document.createElement("script"), { src: script })),
  ]);
  return loading.then(() => window.L);
}

function loaded(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", reject);
    document.head.append(element);
  });
}
