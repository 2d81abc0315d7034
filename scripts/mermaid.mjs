// Reads every Mermaid file that the list names, with the library itself; used by scripts/validate-maps,
// which copies this beside the library.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true });
for (const name of ["window", "document", "Element", "HTMLElement", "SVGElement", "Node", "DOMParser"])
  globalThis[name] = name === "window" ? window : window[name];
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, securityLevel: "strict", maxEdges: 500 });

const files = readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean);
let failed = 0;
for (const file of files) {
  try {
    await mermaid.parse(readFileSync(file, "utf8"));
  } catch (error) {
    failed += 1;
    console.log(`${file}: ${error.message}`);
  }
}
console.log(`${files.length - failed} of ${files.length} files`);
process.exit(failed ? 1 : 0);
