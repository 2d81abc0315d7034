"use strict";
// Everything that is shown comes from the data below as text: no name is ever read as markup.
const { atlas, states, index, link } = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const map = document.getElementById("map");
const pictures = [...map.querySelectorAll("svg")];
const titles = new Map(atlas.contexts.map((context) => [context.name, context.title ?? context.name]));
// What people call a context; all else knows it by its name.
const called = (name) => titles.get(name) ?? name;
const ONE = { call: "call", mail: "topic", use: "use", tolerated: "tolerated", broken: "not allowed" };
const KINDS = { call: "calls", mail: "topics", use: "uses", tolerated: "tolerated", broken: "not allowed" };

function make(tag, text, parent, look) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (look) node.className = look;
  if (parent) parent.append(node);
  return node;
}

// What goes from one context to another, one for each name.
const relations = [];
for (const link of atlas.links) {
  for (const name of link.calls) relations.push({ from: link.from, to: link.to, kind: "call", name });
  for (const name of link.uses) relations.push({ from: link.from, to: link.to, kind: "use", name });
}
for (const topic of atlas.topics) {
  for (const from of topic.publishers) {
    for (const to of topic.subscribers) {
      if (from !== to) relations.push({ from, to, kind: "mail", name: topic.name });
    }
  }
}
const exceptions = new Map();
for (const one of [...atlas.contexts.flatMap((context) => context.exceptions), ...atlas.exceptions]) exceptions.set(one.what, one);
for (const crossing of atlas.crossings) {
  const { from, to, item, place, rule } = crossing;
  const exception = exceptions.get(from + " -> " + item);
  relations.push({ from, to, kind: crossing.tolerated ? "tolerated" : "broken", name: item, place, rule, exception });
}
const hidden = new Set();
const shown = () => relations.filter((relation) => !hidden.has(relation.kind));

// Themes.
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
function theme(name) { root.dataset.theme = name; }
theme(prefersDark.matches ? "dark" : "light");
document.getElementById("theme").onclick = () => theme(root.dataset.theme === "dark" ? "light" : "dark");

// The map alone is zoomed; legend and index stand beside it.
const sea = pictures[0].querySelector(".map > rect");
const whole = sea
  ? { x: Number(sea.getAttribute("x")), y: Number(sea.getAttribute("y")), width: Number(sea.getAttribute("width")), height: Number(sea.getAttribute("height")) }
  : pictures[0].viewBox.baseVal;
const home = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
let view = { ...home };
const grid = map.querySelector("svg .matrix");
const order = grid ? grid.dataset.order.split(" ").map(Number) : [];
const pitch = grid ? Number(grid.dataset.pitch) : 0;

// Pan and zoom.
function show() {
  const box = [view.x, view.y, view.w, view.h].join(" ");
  const near = map.getBoundingClientRect().width / view.w;
  for (const picture of pictures) {
    picture.setAttribute("viewBox", box);
    // From afar names of contexts alone, from nearer their ways, then all that is written.
    picture.classList.toggle("far", near < 0.6 && states.length > 40);
    picture.classList.toggle("farthest", near < 0.3 && states.length > 40);
  }
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
// Moves the map so that a box is in its middle, with something around it. A matrix is read as a whole.
function go(box) {
  if (grid) return;
  const w = Math.min(home.w, Math.max(box.width * 3, box.height * 3 * home.w / home.h, home.w / 5));
  const h = w * home.h / home.w;
  view = { x: box.x + box.width / 2 - w / 2, y: box.y + box.height / 2 - h / 2, w, h };
  show();
}
map.addEventListener("wheel", (event) => {
  event.preventDefault();
  const at = point(event);
  zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, at.x, at.y);
}, { passive: false });
const fingers = new Map();
let held = null;
map.addEventListener("pointerdown", (event) => {
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  held = { x: event.clientX, y: event.clientY, far: fingers.size > 1 };
});
addEventListener("pointermove", (event) => {
  if (!held) return;
  const last = fingers.get(event.pointerId);
  if (fingers.size === 2 && last) {
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    const apart = (at) => Math.hypot(at.x - other.x, at.y - other.y) || 1;
    const middle = point({ clientX: (event.clientX + other.x) / 2, clientY: (event.clientY + other.y) / 2 });
    zoom(apart(last) / apart({ x: event.clientX, y: event.clientY }), middle.x, middle.y);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    return;
  }
  const x = event.clientX - held.x, y = event.clientY - held.y;
  if (!held.far && Math.abs(x) + Math.abs(y) < 5) return;
  held = { x: event.clientX, y: event.clientY, far: true };
  map.classList.add("dragged");
  pan(-x * scale(), -y * scale());
});
function lift(event) {
  fingers.delete(event.pointerId);
  const was = held;
  held = null;
  map.classList.remove("dragged");
  if (event.type !== "pointerup" || !was || was.far || !map.contains(event.target)) return;
  const way = event.target.closest("[data-way]");
  const place = event.target.closest("[data-state]");
  if (way) {
    const [a, b] = way.dataset.way.split(" ").map((number) => states[Number(number)]);
    choosePair(a, b);
  } else if (place) {
    choose(states[Number(place.dataset.state)]);
  } else if (grid) {
    const at = point(event);
    const row = order[Math.floor(at.y / pitch)], column = order[Math.floor(at.x / pitch)];
    if (row !== undefined && column !== undefined && row !== column) choosePair(states[row], states[column]);
    else if (row !== undefined && row === column) choose(states[row]);
  } else {
    forget();
  }
}
addEventListener("pointerup", lift);
addEventListener("pointercancel", lift);
document.getElementById("in").onclick = () => zoom(1 / 1.4);
document.getElementById("out").onclick = () => zoom(1.4);
document.getElementById("all").onclick = () => { forget(); view = { ...home }; show(); };
map.addEventListener("keydown", (event) => {
  const step = view.w / 10;
  const keys = {
    ArrowLeft: () => pan(-step, 0), ArrowRight: () => pan(step, 0),
    ArrowUp: () => pan(0, -step), ArrowDown: () => pan(0, step),
    "+": () => zoom(1 / 1.4), "-": () => zoom(1.4), 0: () => { view = { ...home }; show(); },
    Escape: forget,
  };
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});

// Light: what was chosen, what it uses, who uses it; the rest is dimmed.
const key = (a, b) => [states.indexOf(a), states.indexOf(b)].sort((x, y) => x - y).join(" ");
let lit = null;
function light(here, out, into, ways) {
  lit = { here, out, into, ways };
  const mark = (node, name, is) => node.classList.toggle(name, is);
  for (const picture of pictures) {
    picture.classList.add("lit");
    for (const node of picture.querySelectorAll("[data-state]")) {
      const name = states[Number(node.dataset.state)];
      mark(node, "here", here.has(name));
      mark(node, "uses", out.has(name));
      mark(node, "user", into.has(name));
    }
    for (const node of picture.querySelectorAll("[data-way]")) {
      const way = ways.get(node.dataset.way);
      mark(node, "uses", way === "uses");
      mark(node, "user", way === "user");
    }
  }
  stripes(here);
}
// On a matrix, the row and the column of what was chosen.
function stripes(here) {
  for (const picture of pictures) {
    for (const old of picture.querySelectorAll(".stripe")) old.remove();
    const cells = picture.querySelector(".matrix");
    if (!cells) continue;
    const side = order.length * pitch;
    order.forEach((state, row) => {
      if (!here.has(states[state])) return;
      for (const [x, y, width, height, look] of [[0, row * pitch, side, pitch, "uses"], [row * pitch, 0, pitch, side, "user"]]) {
        const stripe = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        for (const [name, value] of Object.entries({ x, y, width, height, class: "stripe " + look })) stripe.setAttribute(name, value);
        cells.before(stripe);
      }
    });
  }
}
function forget() {
  lit = null;
  for (const picture of pictures) {
    picture.classList.remove("lit");
    for (const node of picture.querySelectorAll(".here, .uses, .user")) node.classList.remove("here", "uses", "user");
  }
  stripes(new Set());
  pressed(null);
  document.getElementById("passport").replaceChildren(make("p", "Choose a context, a way or a tag on the map, or a context in the list.", undefined, "hint"));
  history.replaceState(null, "", location.pathname + location.search);
}
function pressed(name) {
  for (const button of document.querySelectorAll("#found button")) {
    button.setAttribute("aria-pressed", String(button.dataset.context === name));
  }
}
function extent(names) {
  const numbers = names.map((name) => String(states.indexOf(name)));
  const picture = pictures.find((picture) => getComputedStyle(picture).display !== "none");
  const boxes = [...picture.querySelectorAll("[data-state]")].filter((node) => numbers.includes(node.dataset.state)).map((node) => node.getBBox());
  if (!boxes.length) return home;
  const x = Math.min(...boxes.map((box) => box.x)), y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

// Passports.
function spot(parent, place) {
  if (!place || !place.file) return;
  const text = place.file + (place.line ? ":" + place.line : "");
  parent.append(" ");
  if (!link) { make("code", text, parent); return; }
  const where = make("a", text, parent);
  const path = place.file.split("/").map(encodeURIComponent).join("/");
  where.href = link.replaceAll("{file}", path).replaceAll("{line}", String(place.line || 1));
}
function list(parent, title, items, bad) {
  if (!items.length) return;
  make("h3", title, parent);
  const ul = make("ul", undefined, parent);
  for (const item of items) {
    const li = make("li", item.text === undefined ? item : item.text, ul, bad ? "bad" : "");
    if (item.place) spot(li, item.place);
  }
}
function contextButton(parent, name) {
  const button = make("button", called(name), parent, "name");
  button.type = "button";
  button.onclick = () => choose(name);
  return button;
}
// The names that go one way, by kind, with place and exception.
function names(parent, found) {
  for (const [kind, says] of Object.entries(KINDS)) {
    const own = found.filter((relation) => relation.kind === kind);
    if (!own.length) continue;
    make("h4", says + " (" + own.length + ")", parent);
    const ul = make("ul", undefined, parent);
    for (const relation of own) {
      const li = make("li", relation.name, ul, kind === "broken" ? "bad" : "");
      spot(li, relation.place);
      const exception = relation.exception;
      if (exception) make("small", "tolerated until " + exception.until + (exception.owner ? ", " + exception.owner : "") + (exception.reason ? ": " + exception.reason : ""), li);
    }
  }
}
function partners(parent, title, found, end) {
  const by = new Map();
  for (const relation of found) by.set(relation[end], [...(by.get(relation[end]) || []), relation]);
  if (!by.size) return;
  make("h3", title + " (" + by.size + ")", parent);
  for (const [name, own] of [...by].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))) {
    const details = make("details", undefined, parent);
    details.open = by.size <= 4;
    const counts = Object.keys(KINDS).map((kind) => [own.filter((relation) => relation.kind === kind).length, kind]);
    const summary = make("summary", undefined, details);
    // A name that turns the direction of text turns only itself.
    make("bdi", called(name), summary);
    summary.append(": " + counts.filter(([count]) => count).map(([count, kind]) => count + " " + (count === 1 ? ONE : KINDS)[kind]).join(", "));
    contextButton(details, name);
    names(details, own);
  }
}
function passport(name) {
  const paper = document.getElementById("passport");
  paper.replaceChildren();
  const context = atlas.contexts.find((context) => context.name === name);
  if (!context) return;
  make("h2", called(name), paper);
  const kind = [context.external ? "external context" : "context", called(name) === name ? "" : "named " + name, context.within ? "within " + called(context.within) : ""];
  make("p", kind.filter(Boolean).join(", "), paper, "hint");
  if (context.about) make("p", context.about, paper);
  list(paper, "Findings", context.findings.map((finding) => ({ text: finding.rule + ": " + finding.message, place: finding.place })), true);
  partners(paper, "Uses", shown().filter((relation) => relation.from === name), "to");
  partners(paper, "Used by", shown().filter((relation) => relation.to === name), "from");
  const alone = (own, others) => atlas.topics.filter((topic) => topic[own].includes(name) && !topic[others].some((other) => other !== name)).map((topic) => topic.name);
  list(paper, "Publishes, and nobody else subscribes", alone("publishers", "subscribers"));
  list(paper, "Subscribes to, and nobody else publishes", alone("subscribers", "publishers"));
  list(paper, "Owns", context.cities.map((city) => city.path));
  list(paper, "Exports", context.exports);
  list(paper, "Offers", context.offers);
  list(paper, "Processes", atlas.processes.filter((process) => process.context === name)
    .map((process) => process.name + " (version " + process.current.number + "): "
      + process.current.steps.map((step) => step.name + (step.awaits.length ? ", awaits " + step.awaits.map((awaited) => awaited.topic).join(", ") : "")).join(" → ")));
  list(paper, "Laws", context.laws);
  list(paper, "Exceptions", context.exceptions.map((exception) =>
    exception.what + ", until " + exception.until + (exception.owner ? ", " + exception.owner : "") + (exception.reason ? ": " + exception.reason : "")));
}
function choose(name) {
  if (!states.includes(name)) return;
  const out = new Set(), into = new Set(), ways = new Map();
  for (const { from, to } of shown()) {
    if (from === name) { out.add(to); ways.set(key(from, to), "uses"); }
  }
  for (const { from, to } of shown()) {
    if (to === name) { into.add(from); if (!ways.has(key(from, to))) ways.set(key(from, to), "user"); }
  }
  light(new Set([name]), out, into, ways);
  pressed(name);
  passport(name);
  go(extent([name]));
  history.replaceState(null, "", "#" + encodeURIComponent(name));
}
// A way, or a cell: what goes between two contexts, in both directions.
function choosePair(a, b) {
  light(new Set([a, b]), new Set([b]), new Set([a]), new Map([[key(a, b), "uses"]]));
  pressed(null);
  const paper = document.getElementById("passport");
  paper.replaceChildren();
  make("h2", called(a) + " and " + called(b), paper);
  for (const [from, to] of [[a, b], [b, a]]) {
    const found = shown().filter((relation) => relation.from === from && relation.to === to);
    make("h3", called(from) + " → " + called(to), paper);
    if (found.length) names(paper, found); else make("p", "nothing", paper, "hint");
  }
  const both = make("p", undefined, paper);
  contextButton(both, a);
  contextButton(both, b);
  go(extent([a, b]));
  history.replaceState(null, "", "#" + encodeURIComponent(a) + "/" + encodeURIComponent(b));
}

// A path from one context to another, over what is shown.
function path(from, to) {
  const before = new Map([[from, null]]);
  const open = [from];
  while (open.length && !before.has(to)) {
    const at = open.shift();
    for (const relation of shown()) {
      if (relation.from === at && !before.has(relation.to)) {
        before.set(relation.to, relation);
        open.push(relation.to);
      }
    }
  }
  if (!before.has(to)) return null;
  const steps = [];
  for (let step = before.get(to); step; step = before.get(step.from)) steps.unshift(step);
  return steps;
}
document.getElementById("path").onsubmit = (event) => {
  event.preventDefault();
  const [from, to] = ["from", "to"].map((end) => document.getElementById("path-" + end).value.trim());
  const paper = document.getElementById("passport");
  paper.replaceChildren();
  make("h2", from + " to " + to, paper);
  if (!states.includes(from) || !states.includes(to)) {
    make("p", "There is no context " + (states.includes(from) ? to : from) + ".", paper, "bad");
    return;
  }
  const steps = path(from, to);
  if (!steps) { make("p", from + " does not reach " + to + ".", paper); light(new Set([from, to]), new Set(), new Set(), new Map()); return; }
  const ol = make("ol", undefined, paper);
  for (const step of steps) {
    const li = make("li", undefined, ol);
    contextButton(li, step.from);
    li.append(" " + ONE[step.kind] + " " + step.name + " → ");
    contextButton(li, step.to);
    spot(li, step.place);
  }
  const on = new Set([from, ...steps.map((step) => step.to)]);
  light(on, new Set(), new Set(), new Map(steps.map((step) => [key(step.from, step.to), "uses"])));
  go(extent([...on]));
};
for (const name of states) make("option", undefined, document.getElementById("names")).value = name;

// Filters by kind.
const filters = document.getElementById("filters");
function filter() {
  const seen = new Set(shown().map((relation) => key(relation.from, relation.to)));
  for (const picture of pictures) {
    for (const kind of Object.keys(KINDS)) picture.classList.toggle("no-" + kind, hidden.has(kind));
    for (const node of picture.querySelectorAll("[data-way]")) node.classList.toggle("gone", !seen.has(node.dataset.way));
  }
}
for (const [kind, says] of Object.entries(KINDS)) {
  const count = relations.filter((relation) => relation.kind === kind).length;
  if (!count) continue;
  const label = make("label", undefined, filters);
  const box = make("input", undefined, label);
  box.type = "checkbox";
  box.checked = true;
  box.dataset.kind = kind;
  label.append(" " + says + " (" + count + ")");
  box.onchange = () => {
    hidden[box.checked ? "delete" : "add"](kind);
    filter();
    if (lit && lit.here.size === 1) choose([...lit.here][0]);
  };
}

// The index of numbers, beside the map.
const numbers = document.getElementById("index");
for (const entry of index) {
  const button = make("button", entry.number + "  " + entry.names.join(", ") + ": " + called(states[entry.from]) + " → " + entry.to.map((to) => called(states[to])).join(", "), make("li", undefined, numbers));
  button.type = "button";
  button.onclick = () => choosePair(states[entry.from], states[entry.to[0]]);
}
document.getElementById("indexed").hidden = !index.length;

// Search: over contexts, what they own, topics, operations and processes. Areas are folded.
const found = document.getElementById("found");
function said(context) {
  const own = [context.name, called(context.name), context.about, ...context.cities.map((city) => city.path), ...context.exports, ...context.offers];
  for (const topic of atlas.topics) {
    if (topic.publishers.includes(context.name) || topic.subscribers.includes(context.name)) own.push(topic.name);
  }
  for (const process of atlas.processes) {
    if (process.context === context.name) own.push(process.name, ...process.current.steps.map((step) => step.name));
  }
  return own;
}
function entry(parent, context, hit) {
  const li = make("li", undefined, parent);
  const button = make("button", called(context.name), li);
  button.type = "button";
  button.dataset.context = context.name;
  button.setAttribute("aria-pressed", "false");
  button.onclick = () => choose(context.name);
  if (hit !== undefined && hit !== context.name) make("small", hit, button);
  return li;
}
function search(text) {
  const wanted = text.trim().toLowerCase();
  found.replaceChildren();
  const hits = new Map();
  for (const context of atlas.contexts) {
    const hit = said(context).find((word) => word.toLowerCase().includes(wanted));
    if (hit !== undefined) hits.set(context.name, hit);
  }
  const listed = new Set();
  const put = (parent, context) => {
    if (listed.has(context.name)) return;
    listed.add(context.name);
    const li = entry(parent, context, wanted ? hits.get(context.name) : undefined);
    const inside = wanted ? [] : atlas.contexts.filter((other) => other.within === context.name);
    if (!inside.length) return;
    const details = make("details", undefined, li);
    make("summary", inside.length + " within it", details);
    const ul = make("ul", undefined, details);
    for (const other of inside) put(ul, other);
  };
  for (const context of atlas.contexts) {
    const isInside = !wanted && context.within && hits.has(context.within);
    if (hits.has(context.name) && !isInside) put(found, context);
  }
  for (const context of atlas.contexts) if (hits.has(context.name)) put(found, context);
  const count = hits.size;
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
function follow() {
  try {
    const [a, b] = location.hash.slice(1).split("/").map(decodeURIComponent);
    if (states.includes(a) && states.includes(b)) choosePair(a, b);
    else if (states.includes(a)) choose(a);
  } catch { /* A hash that is no text names nothing. */ }
}
addEventListener("hashchange", follow);
follow();
