// Checks pages of HTML: node check.mjs PAGE...
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
let wrong = 0;
const complain = (page, words) => { wrong += 1; console.error(`${page}: ${words}`); };

for (const page of process.argv.slice(2)) {
  const jar = "node_modules/vnu-jar/build/dist/vnu.jar";
  const valid = spawnSync("java", ["-jar", jar, "--errors-only", page], { encoding: "utf8" });
  if (valid.status !== 0) complain(page, `vnu: ${valid.stderr}`);
  for (const [width, colorScheme] of [[1200, "light"], [1200, "dark"], [400, "light"], [400, "dark"]]) {
    // The checks are a script of their own, which the policy of the page would refuse.
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const tab = await context.newPage();
    tab.on("request", (request) => {
      if (!request.url().startsWith("file:")) complain(page, `asks the network for ${request.url()}`);
    });
    await tab.goto(`file://${resolve(page)}`);
    const wider = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wider > 0) complain(page, `is ${wider} pixels wider than ${width}`);
    await tab.evaluate(axe);
    const { violations } = await tab.evaluate(() => axe.run());
    for (const { id, nodes } of violations) complain(page, `axe at ${width}, ${colorScheme}: ${id}: ${nodes[0].html}`);
    await tab.screenshot({ path: `${page}-${width}-${colorScheme}.png` });
    await context.close();
  }
  const tab = await browser.newPage();
  await tab.goto(`file://${resolve(page)}`);
  const paper = await tab.pdf({ format: "A4", printBackground: false });
  writeFileSync(`${page}.pdf`, paper);
  const sheets = (paper.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  console.log(`${page}: ${sheets} pages on paper`);
  const box = tab.locator("input[type=search]");
  if (await box.count()) {
    await box.fill("energy");
    console.log(`${page}: "energy" finds ${await tab.locator("output").textContent()}`);
  }
}
await browser.close();
process.exit(wrong ? 1 : 0);
