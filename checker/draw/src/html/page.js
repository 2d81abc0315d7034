"use strict";
// Everything that is shown comes from the data below as text: no name is ever read as markup.
const { atlas, states } = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const map = document.getElementById("map");
const pictures = [...map.querySelectorAll("svg")];
const whole = pictures[0].viewBox.baseVal;
const home = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
let view = { ...home };

function make(tag, text, parent) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (parent) parent.append(node);
  return node;
}

// Themes.
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
function theme(name) { root.dataset.theme = name; }
theme(prefersDark.matches ? "dark" : "light");
document.getElementById("theme").onclick = () => theme(root.dataset.theme === "dark" ? "light" : "dark");

// Pan and zoom.
function show() {
  const box = [view.x, view.y, view.w, view.h].join(" ");
  for (const picture of pictures) picture.setAttribute("viewBox", box);
}
function zoom(factor, x = view.x + view.w / 2, y = view.y + view.h / 2) {
  const w = Math.min(home.w * 4, Math.max(home.w / 40, view.w * factor));
  const by = w / view.w;
  view = { x: x - (x - view.x) * by, y: y - (y - view.y) * by, w, h: view.h * by };
  show();
}
function pan(x, y) { view.x += x; view.y += y; show(); }
function scale() {
  const box = map.getBoundingClientRect();
  return Math.max(view.w / box.width, view.h / box.height);
}
function point(event) {
  const box = map.getBoundingClientRect(), by = scale();
  return {
    x: view.x + view.w / 2 + (event.clientX - box.left - box.width / 2) * by,
    y: view.y + view.h / 2 + (event.clientY - box.top - box.height / 2) * by,
  };
}
map.addEventListener("wheel", (event) => {
  event.preventDefault();
  const at = point(event);
  zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, at.x, at.y);
}, { passive: false });
let held = null;
map.addEventListener("pointerdown", (event) => { held = { x: event.clientX, y: event.clientY, far: false }; });
addEventListener("pointermove", (event) => {
  if (!held) return;
  const x = event.clientX - held.x, y = event.clientY - held.y;
  if (!held.far && Math.abs(x) + Math.abs(y) < 5) return;
  held = { x: event.clientX, y: event.clientY, far: true };
  map.classList.add("dragged");
  pan(-x * scale(), -y * scale());
});
addEventListener("pointerup", (event) => {
  const was = held;
  held = null;
  map.classList.remove("dragged");
  if (!was || was.far) return;
  const hit = event.target.closest ? event.target.closest("[data-state]") : null;
  if (hit && map.contains(hit)) choose(states[Number(hit.dataset.state)]);
});
document.getElementById("in").onclick = () => zoom(1 / 1.4);
document.getElementById("out").onclick = () => zoom(1.4);
document.getElementById("all").onclick = () => { view = { ...home }; show(); };
map.addEventListener("keydown", (event) => {
  const step = view.w / 10;
  const keys = {
    ArrowLeft: () => pan(-step, 0), ArrowRight: () => pan(step, 0),
    ArrowUp: () => pan(0, -step), ArrowDown: () => pan(0, step),
    "+": () => zoom(1 / 1.4), "-": () => zoom(1.4), 0: () => { view = { ...home }; show(); },
  };
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});

// Passports.
function list(parent, title, items, bad) {
  if (!items.length) return;
  make("h3", title, parent);
  const ul = make("ul", undefined, parent);
  for (const item of items) make("li", item, ul).className = bad ? "bad" : "";
}
function passport(name) {
  const paper = document.getElementById("passport");
  paper.replaceChildren();
  const context = atlas.contexts.find((context) => context.name === name);
  if (!context) return;
  make("h2", context.name, paper);
  const kind = [context.external ? "external context" : "context", context.within ? "within " + context.within : ""];
  make("p", kind.filter(Boolean).join(", "), paper).className = "hint";
  if (context.about) make("p", context.about, paper);
  const where = (place) => place ? " (" + place.file + (place.line ? ":" + place.line : "") + ")" : "";
  list(paper, "Owns", context.cities.map((city) => city.path));
  list(paper, "Exports", context.exports);
  list(paper, "Offers", context.offers);
  const links = (end, other, what, word) => atlas.links.filter((link) => link[end] === name && link[what].length)
    .map((link) => link[other] + ": " + link[what].join(", "));
  list(paper, "Calls", links("from", "to", "calls"));
  list(paper, "Is called by", links("to", "from", "calls"));
  list(paper, "Uses", links("from", "to", "uses"));
  const mail = (own, others, sign) => atlas.topics.filter((topic) => topic[own].includes(name))
    .map((topic) => topic.name + sign + (topic[others].join(", ") || "nobody"));
  list(paper, "Publishes", mail("publishers", "subscribers", " → "));
  list(paper, "Subscribes to", mail("subscribers", "publishers", " ← "));
  list(paper, "Processes", atlas.processes.filter((process) => process.context === name)
    .map((process) => process.name + " (version " + process.current.number + "): "
      + process.current.steps.map((step) => step.name + (step.awaits ? ", awaits " + step.awaits : "")).join(" → ")));
  list(paper, "Laws", context.laws);
  list(paper, "Exceptions", context.exceptions.map((exception) =>
    exception.what + ", until " + exception.until + ", " + exception.owner + ": " + exception.reason));
  list(paper, "Not allowed by the map", atlas.crossings.filter((crossing) => crossing.from === name)
    .map((crossing) => crossing.to + ": " + crossing.item + where(crossing.place) + (crossing.tolerated ? ", tolerated" : "")), true);
  list(paper, "Findings", context.findings.map((finding) => finding.rule + ": " + finding.message + where(finding.place)), true);
}
function choose(name) {
  const number = String(states.indexOf(name));
  for (const node of map.querySelectorAll(".country")) node.classList.toggle("chosen", node.dataset.state === number);
  for (const button of document.querySelectorAll("nav li button")) {
    button.setAttribute("aria-pressed", String(button.dataset.context === name));
  }
  passport(name);
  history.replaceState(null, "", "#" + encodeURIComponent(name));
}

// Search: over contexts, what they own, topics, operations and processes.
const found = document.getElementById("found");
function said(context) {
  const own = [context.name, context.about, ...context.cities.map((city) => city.path), ...context.exports, ...context.offers];
  for (const topic of atlas.topics) {
    if (topic.publishers.includes(context.name) || topic.subscribers.includes(context.name)) own.push(topic.name);
  }
  for (const process of atlas.processes) {
    if (process.context === context.name) own.push(process.name, ...process.current.steps.map((step) => step.name));
  }
  return own;
}
function search(text) {
  const wanted = text.trim().toLowerCase();
  found.replaceChildren();
  let count = 0;
  for (const context of atlas.contexts) {
    const hit = said(context).find((word) => word.toLowerCase().includes(wanted));
    if (hit === undefined) continue;
    count += 1;
    const button = make("button", context.name, make("li", undefined, found));
    button.dataset.context = context.name;
    button.setAttribute("aria-pressed", "false");
    button.onclick = () => choose(context.name);
    if (wanted && hit !== context.name) make("small", hit, button);
  }
  document.getElementById("count").textContent = count + (count === 1 ? " context" : " contexts");
}
const field = document.getElementById("search");
field.oninput = () => search(field.value);
field.onkeydown = (event) => {
  const first = found.querySelector("button");
  if (event.key === "Enter" && first) first.click();
};
search("");
show();
try {
  const named = decodeURIComponent(location.hash.slice(1));
  if (states.includes(named)) choose(named);
} catch { /* A hash that is no text names nothing. */ }
