// Reads every AsyncAPI document that the list names, with the project's own parser; used by
// scripts/validate-maps, which copies this beside the library.
import { readFileSync } from "node:fs";
import parser from "@asyncapi/parser";

const files = readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean);
let failed = 0;
for (const file of files) {
  const { document, diagnostics } = await new parser.Parser().parse(readFileSync(file, "utf8"));
  // 0 is an error, 1 a warning; the rest is advice on style.
  const told = diagnostics.filter((one) => one.severity === 0);
  if (!document || told.length) {
    failed += 1;
    console.log(`${file}: ${told.map((one) => `${one.path.join(".")}: ${one.message}`).join("; ")}`);
  }
}
console.log(`${files.length - failed} of ${files.length} files`);
process.exit(failed ? 1 : 0);
